"""What is said of a visit, to the company and to the staff; and what a button carries."""

from collections.abc import Mapping
from datetime import datetime

from bot.core.blocks import cut
from bot.core.errors import UserError
from bot.core.moments import Local, day
from bot.core.texts import Lang, Text, escape
from bot.domain.companies.rows import TRAITS, Company, label
from bot.domain.visits.rows import GONE, Visit, VisitPromise, VisitRequest, Whole
from handlers.visits import promise_words, staff_words, words

SHORT = 400  # characters of a list's row that somebody else wrote


def named(value: str) -> tuple[str, int, int]:
    """A visit, its version, and which of its times: what stands in a button; refused where it is something else."""
    visit, *numbers = value.split(" ")
    if len(numbers) > 2 or not all(one.isascii() and one.isdecimal() and len(one) < 7 for one in numbers):
        raise UserError(GONE)
    version, n = (int(one) for one in [*numbers, "0", "0"][:2])
    return visit, version, n


def when(visit: Visit, lang: Lang, local: Local) -> str:
    return local.span(visit.starts_at, visit.ends_at, lang) if visit.starts_at and visit.ends_at else ""


def agreed(visit: Visit, lang: Lang, local: Local) -> list[str]:
    """Markup: when, where and who."""
    lines = [words.WHEN(lang, when=when(visit, lang, local)), words.WHERE(lang, place=visit.place)]
    return [*lines, *([words.PARTY(lang, party=visit.party)] if visit.party else [])]


def asked(request: VisitRequest, lang: Lang) -> list[str]:
    """Markup: what the company itself wants."""
    lines = [words.INVITED(lang, whom=words.WHOM[request.whom][lang].lower())]
    lines += [words.TO_RAISE(lang, wishes=request.wishes)] if request.wishes else []
    return [*lines, *([words.SUITS(lang, suits=request.suits)] if request.suits else [])]


def row(
    one: Whole, lang: Lang, local: Local, areas: Mapping[str, Text], last: Mapping[str, datetime], place: str = ""
) -> str:
    """Markup, for the staff: who, since when, what they want, how far it has come."""
    lines = [_company(company, request, lang, local, areas, last) for request, company in one.requests]
    lines[0] = f"{place}{lines[0]}"
    lines.append(staff_words.WANTS(lang, whom=words.WHOM[one.whom][lang].lower()))
    for request, company in one.requests:
        whose = f"{escape(company.name)}: " if len(one.requests) > 1 else ""
        lines += [whose + staff_words.RAISES(lang, wishes=cut(request.wishes, SHORT))] if request.wishes else []
        lines += [whose + words.SUITS(lang, suits=cut(request.suits, SHORT))] if request.suits else []
    return "\n".join([*lines, *_state(one.visit, lang, local)])


def _company(
    company: Company,
    request: VisitRequest,
    lang: Lang,
    local: Local,
    areas: Mapping[str, Text],
    last: Mapping[str, datetime],
) -> str:
    traits = [_trait(company, trait, lang, areas) for trait in ("area", "size")]
    seen = last.get(company.id)
    visited = staff_words.LAST(lang, day=_day(seen, lang, local)) if seen else staff_words.NEVER[lang]
    since = staff_words.SINCE(lang, day=_day(request.asked_at, lang, local))
    return " · ".join([f"*{escape(company.name)}*", *traits, since, visited])


def _trait(company: Company, trait: str, lang: Lang, areas: Mapping[str, Text]) -> str:
    """What is missing is named, since the queue goes by it."""
    group = getattr(company, trait)
    if not group:
        return staff_words.NOT_GIVEN(lang, trait=TRAITS[trait][lang])
    return escape(label(trait, group, areas)[lang])


def _state(visit: Visit, lang: Lang, local: Local) -> list[str]:
    match visit.state:
        case "asked" if visit.reason:
            return [staff_words.PUT_OFF(lang, words=cut(visit.reason, SHORT))]
        case "asked" if visit.slots:
            return [staff_words.NONE_FITTED(lang, words=cut(visit.answer, SHORT))]
        case "proposed":
            times = ", ".join(local.moment(at, lang) for at in visit.begins())
            return [staff_words.OFFERED(lang, times=times)]
        case "picked":
            return [staff_words.CHOSEN(lang, when=when(visit, lang, local))]
        case "confirmed":
            place = f"{visit.place} ({visit.party})" if visit.party else visit.place
            return [staff_words.AGREED_FOR(lang, when=when(visit, lang, local), place=place)]
        case "held":
            notes = [staff_words.NOTED(lang, notes=cut(visit.notes, SHORT))] if visit.notes else []
            return [staff_words.WAS(lang, when=when(visit, lang, local)), *notes]
    return []


def owner(promise: VisitPromise, lang: Lang, *, for_staff: bool) -> str:
    """Markup. The company is told the role, where there is one; the staff both."""
    told = [escape(promise.role)] if promise.role else []
    if promise.owner and (for_staff or not told):
        told.append(f"<@{promise.owner}>")
    return ", ".join(told) or (promise_words.NO_OWNER if for_staff else words.NOBODY)[lang]


def promised(promise: VisitPromise, lang: Lang, local: Local) -> str:
    """Markup, for the company."""
    said = words.PROMISE[lang].format(
        words=escape(promise.words), owner=owner(promise, lang, for_staff=False), day=day(promise.due_on, lang)
    )
    if promise.closed_at is None:
        return f"{said}\n{words.LEFT[lang]}"
    return f"{said}\n{words.DONE(lang, day=_day(promise.closed_at, lang, local), outcome=promise.outcome)}"


def _day(at: datetime, lang: Lang, local: Local) -> str:
    return day(at.astimezone(local.zone).date(), lang)
