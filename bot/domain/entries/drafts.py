"""What an editor wrote and has not published yet: kept from the form to its preview."""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, changed, new_id
from bot.core.errors import UserError
from bot.core.texts import Text
from knowledge.entry import Entry

KEPT = timedelta(days=1)
GONE = Text(
    nb="Utkastet er ikke lagret lenger. Åpne oppføringen på nytt.",
    nn="Utkastet er ikkje lagra lenger. Opne oppføringa på nytt.",
    en="The draft is no longer stored. Open the entry again.",
)


class EntryDraft(Base):
    """`seen`: the number of the version that it changes."""

    __tablename__ = "entry_drafts"

    who: Mapped[str] = mapped_column(sa.String(32), index=True)
    entry: Mapped[str] = mapped_column(sa.String(120))
    seen: Mapped[int]
    content: Mapped[dict[str, Any]]
    at: Mapped[datetime]
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)


def keep(session: Session, who: str, entry: Entry, seen: int, at: datetime) -> EntryDraft:
    draft = EntryDraft(who=who, entry=entry.id, seen=seen, content=entry.model_dump(mode="json"), at=at)
    session.add(draft)
    return draft


def take(session: Session, draft_id: str, who: str) -> EntryDraft:
    """Their own, which is then gone."""
    draft = session.get(EntryDraft, draft_id)
    if draft is None or draft.who != who:
        raise UserError(GONE)
    session.delete(draft)
    return draft


def tidy(session: Session, now: datetime) -> None:
    session.execute(sa.delete(EntryDraft).where(EntryDraft.at < now - KEPT))


def forget(session: Session, person: str) -> int:
    return changed(session.execute(sa.delete(EntryDraft).where(EntryDraft.who == person)))
