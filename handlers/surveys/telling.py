"""Due work of a round: its invitations and reminders, its end."""

from dataclasses import asdict
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.blocks import Message, actions, button, section
from bot.domain import members
from bot.domain.answers.sealing import Keys
from bot.domain.surveys import asking, closing, doing, waves
from bot.domain.surveys.doing import DOING
from bot.domain.surveys.tables import Wave
from bot.slack.context import Parts
from bot.slack.once import Claim
from handlers.surveys import doing as doing_views
from handlers.surveys import views, words
from scheduler import bundles, due
from scheduler.outbox import BULK, NORMAL, Outgoing, enqueue


def plan(parts: Parts, session: Session, subject: str, now: datetime) -> None:
    """An invitation or a reminder to all who have not answered; what is done, to all who have."""
    wave_id, _, what = subject.partition(":")
    if wave := session.get(Wave, wave_id):
        asking.plan_round(session, wave, what, now, parts.quiet)


def tell(parts: Parts, session: Session, subject: str, now: datetime) -> datetime | None:
    """One message, whose time has come; in quiet time, where nobody was here to send it, it waits."""
    wave_id, what, person = subject.split(":")
    wave = session.get(Wave, wave_id)
    planned = asking.judge(session, wave, what, person, now, parts.quiet) if wave else None
    if wave is None or planned is None:
        return None
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    message = asdict(_message(parts, session, wave, what, person, now))
    if what == waves.INVITE:
        asking.told(session, wave, person, now)
    outgoing = Outgoing(f"survey:{wave.id}:to:{person}:{what}", person, message, priority=BULK)
    bundles.leave(session, outgoing, now, bundled=planned.why == "budget")
    return None


def _message(parts: Parts, session: Session, wave: Wave, what: str, person: str, now: datetime) -> Message:
    lang, local = members.language(session, person, parts.settings.default_language), parts.local(now)
    if what == DOING:
        return doing_views.told(wave, doing.of(session, [wave.id])[wave.id], lang, local)
    return views.invitation(wave, lang, local, again=what != waves.INVITE)


def close(parts: Parts, session: Session, wave_id: str, now: datetime) -> None:
    if wave := closing.close(session, Keys(parts.settings), wave_id, now):
        announce(parts, session, wave)


def announce(parts: Parts, session: Session, wave: Wave) -> None:
    """Nothing is left that says who pressed, nobody is asked any more, and whoever began the round is told."""
    session.execute(sa.delete(Claim).where(Claim.scope == f"survey:{wave.id}"))
    due.cancel(session, waves.CLOSE, wave.id)
    due.cancel_all(session, waves.ROUND, f"{wave.id}:")
    due.cancel_all(session, asking.TELL, f"{wave.id}:")
    if not wave.made_by:
        return
    lang = members.language(session, wave.made_by, parts.settings.default_language)
    count = waves.count(session, wave)
    told = {"invited": count.invited, "told": count.told, "answered": count.answered, "rate": count.rate}
    said = words.CLOSED(lang, name=wave.named(lang), state=words.STATE(lang, **told))
    show = actions(button(words.SHOW[lang], "survey.results", wave.id))
    message = asdict(Message(said, [section(said), show]))
    enqueue(session, Outgoing(f"survey:{wave.id}:closed:1", wave.made_by, message, priority=NORMAL))
