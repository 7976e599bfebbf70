"""What is told of visits: to the company through the ledger, to the staff where they are; and what time brings."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.core.blocks import Message, actions, section
from bot.core.texts import Lang, escape
from bot.domain import members
from bot.domain.visits import fairness, news, planning, promises, reminding
from bot.domain.visits.rows import Visit, VisitPromise, whole, wholes
from bot.slack.context import Parts
from bot.slack.files import METHOD
from handlers.visits import calendar, company_views, facts, promise_views, staff_views, staff_words, words
from handlers.visits.staff_views import Press
from scheduler import due
from scheduler.outbox import Outgoing, enqueue

KEPT = "visit.kept"  # due work: the company is told that a promise was kept


# --- the company ---


def to_company(parts: Parts, session: Session, visit: Visit, what: str, now: datetime) -> int:
    """Planned for whoever asked; how many they are."""
    session.flush()
    return news.tell(session, visit, what, now, parts.quiet)


def tell(parts: Parts, session: Session, subject: str, now: datetime) -> datetime | None:
    """Due work: one message to one person, if it is still right; with a calendar file where that changes."""
    visit_id, version, what, person = subject.split(":")
    visit = session.get(Visit, visit_id)
    if visit is None or not news.still_right(session, visit, int(version), what, person, now, parts.quiet):
        return None
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    lang = _lang(parts, session, person)
    one = whole(session, visit.id)
    message = asdict(company_views.told(lang, one, what, parts.local(now)))
    enqueue(session, Outgoing(f"visit:{visit.id}:to:{person}:{version}:{what}", person, message))
    share(parts, session, visit, one.names, person, now)
    return None


def share(parts: Parts, session: Session, visit: Visit, names: str, to: str, now: datetime, again: str = "") -> None:
    """The calendar file, where there is something to put in or take out; `again` tells one press from another."""
    shared = calendar.file(visit, names, _lang(parts, session, to), now, parts.quiet.zone)
    if shared and visit.state != "proposed":
        key = f"visit:{visit.id}:file:{to}:{visit.version}:{again}"
        enqueue(session, Outgoing(key, to, shared, METHOD))


def promise_kept(parts: Parts, session: Session, promise: VisitPromise, now: datetime) -> None:
    """Whoever asked for the visit is told what was done."""
    for person in news.people(session, promise.visit):
        news.book(session, f"promise:{promise.id}:{person}", person, "kept", now, parts.quiet)
        due.schedule(session, KEPT, f"{promise.id}:{person}", parts.quiet.later(now))


def tell_kept(parts: Parts, session: Session, subject: str, now: datetime) -> datetime | None:
    promise_id, _, person = subject.partition(":")
    promise = session.get(VisitPromise, promise_id)
    if promise is None or promise.closed_at is None or person not in news.people(session, promise.visit):
        return None
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    lang = _lang(parts, session, person)
    said = words.KEPT(lang, names=whole(session, promise.visit).names, words=promise.words)
    said += f"\n{escape(promise.outcome)}"
    message = asdict(Message(said, [section(said)]))
    enqueue(session, Outgoing(f"visit:promise:{promise.id}:kept:{person}", person, message))
    return None


# --- the staff ---


def to_staff(
    parts: Parts, session: Session, visit: Visit, what: str, now: datetime, *presses: Press, names: str = ""
) -> None:
    """In their channel; where there is none, to who dealt with the visit last. `presses`: what can be done about it."""
    to = parts.settings.staff_channel or visit.by
    if to is None:
        return
    session.flush()
    lang = _lang(parts, session, to)
    found = wholes(session, Visit.id == visit.id)
    names = names or found[0].names
    said = staff_words.NEWS[what](lang, names=names)
    if found:
        told = facts.row(found[0], lang, parts.local(now), staff_views.areas(parts), fairness.past(session, now).last)
        said = f"{said}\n{told}"
    key = f"visit:{visit.id}:staff:{what}:{int(now.timestamp() * 1000)}"
    shown = [section(said), *staff_views.presses(lang, visit, *presses)]
    enqueue(session, Outgoing(key, to, asdict(Message(said, shown))))
    if what in ("confirmed", "moved", "off", "withdrawn"):
        share(parts, session, visit, names, to, now)


def eve(parts: Parts, session: Session, visit_id: str, now: datetime) -> datetime | None:
    """Due work: the day before, whoever asked for the visit and who of the staff leads it; once for each time."""
    visit = session.get(Visit, visit_id)
    at = reminding.eve(visit, parts.quiet) if visit else None
    if visit is None or at is None or visit.starts_at is None or now >= visit.starts_at:
        return None
    if now < at:  # it was moved just now
        return at
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    one, local = whole(session, visit.id), parts.local(now)
    for person in news.people(session, visit.id):
        message = asdict(company_views.told(_lang(parts, session, person), one, "eve", local))
        _remind(parts, session, visit, person, message, now)
    lead = visit.by if visit.by and members.may(session, visit.by, "staff") else parts.settings.staff_channel
    if lead:
        lang = _lang(parts, session, lead)
        last = fairness.past(session, now).last
        told = facts.row(one, lang, local, staff_views.areas(parts), last)
        said = f"{staff_words.NEWS['eve'](lang, names=one.names)}\n{told}"
        _remind(parts, session, visit, lead, asdict(Message(said, [section(said)])), now)
    return None


def _remind(parts: Parts, session: Session, visit: Visit, to: str, message: dict[str, Any], now: datetime) -> None:
    key = f"visit:{visit.id}:{to}:{visit.starts_at:%y%m%d%H%M}"
    if news.book(session, key, to, "eve", now, parts.quiet):
        enqueue(session, Outgoing(f"{key}:eve", to, message))


def _lang(parts: Parts, session: Session, to: str) -> Lang:
    """The person's, or the staff channel's."""
    return members.language(session, to, parts.settings.default_language)


def over(parts: Parts, session: Session, visit_id: str, now: datetime) -> datetime | None:
    """Due work: the visit's time has passed."""
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    if visit := promises.hold(session, visit_id, now):
        to_staff(parts, session, visit, "over", now, *staff_views.AFTERWARDS)
    return None


def remind(parts: Parts, session: Session, promise_id: str, now: datetime) -> datetime | None:
    """Due work: the owner of a promise, else the staff's channel; once for each of its moments."""
    promise = promises.to_remind(session, promise_id)
    if promise is None:
        return None
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    owner = promise.owner if promise.owner and members.may(session, promise.owner, "staff") else None
    to, today = owner or parts.settings.staff_channel, f"{parts.local(now).today}"
    if to and news.book(session, f"promise:{promise.id}:{to}", to, today, now, parts.quiet):
        lang = _lang(parts, session, to)
        names = whole(session, promise.visit).names
        shown = promise_views.reminder(lang, promise, names, parts.local(now))
        text = "\n".join(str(block["text"]["text"]) for block in shown)
        row = actions(*promise_views.presses(lang, promise))
        enqueue(session, Outgoing(f"visit:promise:{promise.id}:{today}", to, asdict(Message(text, [*shown, row]))))
    return promises.next_reminder(promise.due_on, now, parts.quiet)


DUE = {news.TELL: tell, reminding.EVE: eve, planning.OVER: over, promises.REMIND: remind, KEPT: tell_kept}
