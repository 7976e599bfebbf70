"""Due work of premises: the owner is asked, and told when they are hidden; who looks for them hears of new ones."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.blocks import Message, actions, button, section
from bot.core.moments import day
from bot.core.texts import Lang, escape
from bot.domain import members, pushes
from bot.domain.companies import rows as companies
from bot.domain.premises import alerts, keeping
from bot.domain.premises.keeping import ASK, BY_OTHER, HIDE, NEW
from bot.domain.premises.rows import SHOWN, Premises, keepers
from bot.domain.premises.searching import Search, read
from bot.domain.pushes import OWED, Moment, Occasion
from bot.slack.context import Parts
from bot.slack.push import opt_out
from bot.slack.words import EDIT
from handlers.premises import views, words
from handlers.premises.views import Reader
from scheduler import bundles, due
from scheduler.outbox import BULK, NORMAL, Outgoing, enqueue

Write = Callable[[Lang], Message]


def _free(session: Session, premises_id: str) -> Premises | None:
    """Those that stand in the list, for this transaction alone; none where somebody has them in hand just now."""
    premises = session.get(Premises, premises_id, with_for_update={"skip_locked": True})
    return premises if premises and premises.state == SHOWN else None


def _busy(session: Session, premises_id: str, now: datetime) -> datetime | None:
    """Try again at once, where they are still there."""
    premises = session.get(Premises, premises_id, populate_existing=True)
    return now if premises and premises.state == SHOWN else None


def ask(parts: Parts, session: Session, premises_id: str, now: datetime) -> datetime | None:
    """«Fortsatt ledig?», in working time."""
    premises = _free(session, premises_id)
    if premises is None:
        return _busy(session, premises_id, now)
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    keeping.is_asked_after(premises, now)
    due.schedule(session, HIDE, premises.id, premises.until)
    until = premises.until.astimezone(parts.quiet.zone).date()

    def message(lang: Lang) -> Message:
        said = words.STILL(lang, title=premises.name(lang), day=day(until, lang))
        yes = button(words.YES[lang], "premises.vacant", premises.id, style="primary")
        no = button(words.NO[lang], "premises.taken", premises.id)
        edit = button(EDIT[lang], "premises.edit", premises.id)
        return Message(said, [section(said), actions(yes, no, edit)])

    people = keepers(session, premises)
    for person in people:
        _tell(parts, session, premises, person, "vacant", message, now)
    if not people:
        _nobody(parts, session, premises)
    return None


def _nobody(parts: Parts, session: Session, premises: Premises) -> None:
    """The staff hear of it, once a day for all of a company's."""
    if not (to := parts.settings.staff_channel):
        return
    lang, until = parts.settings.default_language, premises.until.astimezone(parts.quiet.zone).date()
    named = companies.names(session, [premises.company] if premises.company else [])
    by, title = day(until, lang), premises.name(lang)
    owned = [words.NOBODY(lang, owner=owner, day=by) for owner in named.values()]
    said = next(iter(owned), words.NOBODYS(lang, title=title, day=by))
    key = f"premises:nobody:{premises.company or premises.id}:{until}"
    enqueue(session, Outgoing(key, to, asdict(Message(said, [section(said)]))))


def hide(parts: Parts, session: Session, premises_id: str, now: datetime) -> datetime | None:
    """Nobody has answered; who was asked is told, in working time."""
    premises = _free(session, premises_id)
    if premises is None:
        return _busy(session, premises_id, now)
    if now < premises.until:
        return premises.until
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    keeping.hide(session, premises, now)

    def message(lang: Lang) -> Message:
        said = words.HIDDEN(lang, title=premises.name(lang))
        return Message(said, [section(said), actions(button(words.PUT_BACK[lang], "premises.vacant", premises.id))])

    for person in keepers(session, premises):
        _tell(parts, session, premises, person, "hidden", message, now)
    return None


def changed_by_other(parts: Parts, session: Session, subject: str, now: datetime) -> datetime | None:
    """Who put them out hears that a colleague or the staff has changed them, in working time."""
    premises_id, _, person = subject.partition(":")
    premises = session.get(Premises, premises_id)
    if premises is None or premises.by is None:
        return None
    if parts.quiet.holds(now):
        return parts.quiet.later(now)

    def message(lang: Lang) -> Message:
        reader = Reader(lang, parts.local(now), companies.areas(parts.library().entries))
        heading = words.BY_OTHER[lang].format(person=f"<@{person}>", title=escape(premises.name(lang)))
        said = f"{views.facts(premises, reader)}\n{views.standing(premises, reader)}"
        return Message(f"{heading}\n{said}", [section(heading), section(said), views.own_buttons(premises, lang)])

    _tell(parts, session, premises, premises.by, f"changed {premises.version}", message, now)
    return None


def _tell(
    parts: Parts, session: Session, premises: Premises, person: str, what: str, message: Write, now: datetime
) -> None:
    """Word of what one has put out: once for each round, written into the ledger of pushes."""
    key, occasion = f"premises:{premises.id}:{premises.round}:{person}", Occasion(OWED, (Moment(what, now),))
    for one in pushes.book(session, key, person, occasion, now, parts.quiet):
        if one.when:
            lang = members.language(session, person, parts.settings.default_language)
            enqueue(session, Outgoing(f"{key}:{what}", person, asdict(message(lang)), priority=NORMAL))


def new(parts: Parts, session: Session, premises_id: str, now: datetime) -> datetime | None:
    """Something stands in the list that did not before: who looks for it is to hear of it."""
    premises = _free(session, premises_id)
    if premises is None:
        return _busy(session, premises_id, now)
    alerts.plan(session, premises, now, parts.quiet)
    return None


def tell(parts: Parts, session: Session, subject: str, now: datetime) -> datetime | None:
    """One message, whose time has come; in quiet time, where nobody was here to send it, it waits."""
    premises_id, _, person = subject.partition(":")
    premises = session.get(Premises, premises_id)
    judged = alerts.judge(session, premises, person, now, parts.quiet) if premises else None
    if premises is None or judged is None:
        return None
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    row, search = judged
    if alerts.told(session, premises, person):
        lang = members.language(session, person, parts.settings.default_language)
        reader = Reader(lang, parts.local(now), companies.areas(parts.library().entries))
        message = _news(premises, search.id, read(search.wanted), reader)
        outgoing = Outgoing(f"premises:{premises.id}:new:{person}:1", person, asdict(message), priority=BULK)
        bundles.leave(session, outgoing, now, bundled=row.why == "budget")
    return None


def _news(premises: Premises, search_id: str, search: Search, reader: Reader) -> Message:
    lang = reader.lang
    heading = words.NEWS(lang, search=views.described(search, reader))
    said = f"*{escape(premises.name(lang))}*\n{views.facts(premises, reader)}"
    show = button(words.SHOW[lang], "premises.show", premises.id, style="primary")
    row = actions(show, button(words.STOP[lang], "premises.stop", search_id))
    return Message(f"{heading}\n{said}", [section(heading), section(said), row, opt_out(alerts.KIND, lang)])


DUE = {ASK: ask, HIDE: hide, NEW: new, BY_OTHER: changed_by_other, alerts.TELL: tell}
