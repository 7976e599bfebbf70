"""Questions sent on to a person of the staff, and the one reply that comes back."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from hashlib import sha256

import sqlalchemy as sa
from prometheus_client import Metric
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core import metrics
from bot.core.db import Base, changed, insert_once, new_id
from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain import members

KEEP_NAME = timedelta(days=30)  # after the reply
KEEP_OPEN = timedelta(days=90)  # without one

ALREADY_SENT = Text(
    nb="Dette spørsmålet er allerede sendt til en person.",
    nn="Dette spørsmålet er alt sendt til ein person.",
    en="This question has already been sent to a person.",
)
ALREADY_ANSWERED = Text(
    nb="Spørsmålet er allerede besvart. Svaret ditt er ikke sendt.",
    nn="Spørsmålet er alt svart på. Svaret ditt er ikkje sendt.",
    en="The question has already been answered. Your reply was not sent.",
)
CHANGED = Text(
    nb="Noen andre har skrevet et annet utkast i mellomtiden. Ingenting er sendt; åpne «Svar» på nytt.",
    nn="Nokon andre har skrive eit anna utkast i mellomtida. Ingenting er sendt; opne «Svar» på nytt.",
    en="Somebody else has written another draft in the meantime. Nothing was sent; open “Reply” again.",
)
GONE = Text(
    nb="Spørsmålet finnes ikke lenger: den som spurte, har slettet det, eller det er for gammelt.",
    nn="Spørsmålet finst ikkje lenger: den som spurde, har sletta det, eller det er for gammalt.",
    en="The question is no longer here: the person who asked has deleted it, or it is too old.",
)


ASKER_LEFT = Text(
    nb="Den som spurte, er ikke lenger med i arbeidsområdet, så ingen kan få svaret.",
    nn="Den som spurde, er ikkje lenger med i arbeidsområdet, så ingen kan få svaret.",
    en="The person who asked has left the workspace, so nobody can get the reply.",
)


class Inquiry(Base):
    """`channel` and `thread`: where the reply goes; the asker, privately, where there is none."""

    __tablename__ = "inquiries"

    question_id: Mapped[str] = mapped_column(sa.String(16), unique=True)
    asker: Mapped[str | None] = mapped_column(sa.String(32), index=True)
    channel: Mapped[str | None] = mapped_column(sa.String(32))
    thread: Mapped[str | None] = mapped_column(sa.String(32))
    words: Mapped[str] = mapped_column(sa.Text)
    lang: Mapped[str] = mapped_column(sa.String(2))
    sent_at: Mapped[datetime]
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)
    draft: Mapped[str] = mapped_column(sa.Text, default="")
    reply: Mapped[str | None] = mapped_column(sa.Text, default=None)
    replied_by: Mapped[str | None] = mapped_column(sa.String(32), default=None)
    replied_at: Mapped[datetime | None] = mapped_column(default=None)


def send(session: Session, inquiry: Inquiry) -> None:
    """Hand a question to the staff, once."""
    if not insert_once(session, inquiry):
        raise UserError(ALREADY_SENT)


def unanswered(session: Session, inquiry_id: str) -> Inquiry:
    inquiry = session.get(Inquiry, inquiry_id, with_for_update=True)
    if inquiry is None or inquiry.asker is None:
        raise UserError(GONE)
    if inquiry.reply is not None:
        raise UserError(ALREADY_ANSWERED)
    if (inquiry.channel or "D").startswith("D") and members.has_left(session, inquiry.asker):
        raise UserError(ASKER_LEFT)
    return inquiry


def write_draft(session: Session, inquiry_id: str, words: str) -> Inquiry:
    inquiry = unanswered(session, inquiry_id)
    inquiry.draft = words
    return inquiry


def fingerprint(words: str) -> str:
    """Tells one draft from another without holding it."""
    return sha256(words.encode()).hexdigest()[:16]


def reply(session: Session, inquiry_id: str, seen: str, person: str, now: datetime) -> Inquiry:
    """Make the draft the reply; refused where it is not the one that the person has seen (its fingerprint)."""
    inquiry = unanswered(session, inquiry_id)
    if fingerprint(inquiry.draft) != seen:
        raise UserError(CHANGED)
    inquiry.reply, inquiry.draft, inquiry.replied_by, inquiry.replied_at = inquiry.draft, "", person, now
    return inquiry


def sent_since(session: Session, since: datetime) -> list[Inquiry]:
    return list(session.scalars(sa.select(Inquiry).where(Inquiry.sent_at > since)))


def forget_names(session: Session, now: datetime) -> None:
    """Take away who asked, where, and who replied: 30 days after the reply, or 90 days without one."""
    never = sa.and_(Inquiry.replied_at.is_(None), Inquiry.sent_at < now - KEEP_OPEN)
    old = sa.update(Inquiry).where(sa.or_(Inquiry.replied_at < now - KEEP_NAME, never), Inquiry.asker.is_not(None))
    session.execute(old.values(asker=None, channel=None, thread=None, replied_by=None))


def gauges(session: Session, now: datetime) -> Iterator[Metric]:
    """How many wait for a person's reply, and for how long."""
    waiting = (Inquiry.replied_at.is_(None), Inquiry.asker.is_not(None))
    sent = session.scalars(sa.select(Inquiry.sent_at).where(*waiting)).all()
    age = (now - min(sent, default=now)).total_seconds()
    yield metrics.gauge("naeringsbot_inquiries_waiting", "Questions that wait for a person's reply", len(sent))
    yield metrics.gauge("naeringsbot_inquiries_oldest_seconds", "How long the oldest of them has waited", age)


def of(session: Session, asker: str) -> list[Inquiry]:
    return list(session.scalars(sa.select(Inquiry).where(Inquiry.asker == asker)))


def delete_all(session: Session, asker: str) -> int:
    return changed(session.execute(sa.delete(Inquiry).where(Inquiry.asker == asker)))


def export(session: Session, asker: str) -> list[dict[str, object]]:
    rows = session.scalars(sa.select(Inquiry).where(Inquiry.asker == asker).order_by(Inquiry.sent_at))
    return [{name: getattr(row, name) for name in ("words", "sent_at", "reply", "replied_at")} for row in rows]
