"""What the staff see: the queue, what is agreed, and the forms to propose, agree, merge and call off."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.core.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    context,
    input_of,
    modal,
    plain,
    quoted,
    section,
    select,
    text_input,
)
from bot.core.moments import Local
from bot.core.texts import Lang, Text, escape
from bot.domain.companies import rows as companies
from bot.domain.visits.planning import LONGEST_ANSWER, LONGEST_PLACE, MINUTES, MOST_SLOTS
from bot.domain.visits.rows import Visit, Whole
from bot.slack.context import Parts
from bot.slack.paging import Page
from bot.slack.words import CANCEL, CLOSE, PICK, SAVE, SEND
from handlers.visits import facts, words
from handlers.visits import staff_words as said

SHOWN = 8  # visits on a page: each takes two blocks of Slack's fifty
Press = tuple[Text, str]

WAITING: tuple[Press, ...] = (
    (said.PROPOSE, "visit.propose"),
    (said.SETTLE, "visit.agree"),
    (said.CALL_OFF, "visit.off"),
)
PICKED: tuple[Press, ...] = ((said.CONFIRM, "visit.agree"), (said.PROPOSE, "visit.propose"), WAITING[2])
CONFIRMED: tuple[Press, ...] = ((said.MOVE, "visit.agree"), (words.CALENDAR, "visit.calendar"), WAITING[2])
AFTERWARDS: tuple[Press, ...] = (
    (said.NOTES, "visit.notes"),
    (said.NEW_PROMISE, "visit.promise"),
    (said.NOT_HELD, "visit.not_held"),
)
PRESSES = {"asked": WAITING, "proposed": WAITING, "picked": PICKED, "confirmed": CONFIRMED, "held": AFTERWARDS}


def areas(parts: Parts) -> Mapping[str, Text]:
    return companies.areas(parts.library().entries)


def presses(lang: Lang, visit: Visit, *offered: Press) -> list[Block]:
    """The first is what comes next."""
    row = [
        button(label[lang], action, visit.id, style="primary" if n == 0 else None)
        for n, (label, action) in enumerate(offered)
    ]
    return [actions(*row)] if row else []


def queue(
    lang: Lang,
    page: Page[Whole],
    above: Sequence[Block],
    local: Local,
    known: Mapping[str, Text],
    last: Mapping[str, datetime],
) -> Message:
    """In the order of the rule, which is told."""
    heading = f"*{said.TITLE[lang]}*\n"
    heading += said.WAITING(lang, count=page.all) if page.all else said.NONE_WAITING[lang]
    rows = [
        (one, facts.row(one, lang, local, known, last, f"{n}. ")) for n, one in enumerate(page.shown, page.begins + 1)
    ]
    blocks: list[Block] = [section(heading), actions(*above)]
    for one, told in rows:
        blocks += [section(told), *presses(lang, one.visit, *WAITING, *_joins(one, page.all))]
    blocks += page.blocks(lang, "visit.queue")
    rule = [said.RULE[lang]] if page.all > 1 else []
    text = "\n".join(filter(None, [heading, *(told for _, told in rows), page.place(lang), *rule]))
    return Message(text, [*blocks, *(context(one) for one in rule)])


def _joins(one: Whole, waiting: int) -> list[Press]:
    if len(one.requests) > 1:
        return [(said.SPLIT, "visit.split")]
    return [(said.MERGE, "visit.merge")] if waiting > 1 else []


def agreements(
    lang: Lang, page: Page[Whole], local: Local, known: Mapping[str, Text], last: Mapping[str, datetime]
) -> Message:
    heading = f"*{said.TITLE[lang]}*\n{said.AGREEMENTS(lang, count=page.all) if page.all else said.NO_AGREEMENTS[lang]}"
    blocks: list[Block] = [section(heading)]
    rows = [facts.row(one, lang, local, known, last) for one in page.shown]
    for one, told in zip(page.shown, rows, strict=True):
        blocks += [section(told), *presses(lang, one.visit, *PRESSES[one.visit.state])]
    blocks += [*page.blocks(lang, "visit.agreed"), actions(button(said.BACK[lang], "visit.queue"))]
    return Message("\n".join(filter(None, [heading, *rows, page.place(lang)])), blocks)


# --- forms ---


def _before(lang: Lang, one: Whole) -> list[Block]:
    """What each company wants, in its own words."""
    blocks: list[Block] = []
    for request, company in one.requests:
        lines = [f"*{escape(company.name)}*", said.WANTS(lang, whom=words.WHOM[request.whom][lang].lower())]
        lines += [words.SUITS(lang, suits=request.suits)] if request.suits else []
        lines.append(said.RAISES(lang, wishes=""))
        blocks += [section("\n".join(lines)), *([quoted(request.wishes)] if request.wishes else [])]
    return blocks


def _when(name: str, at: datetime | None) -> Block:
    picker: Block = {"type": "datetimepicker", "action_id": name}
    return picker | ({"initial_date_time": int(at.timestamp())} if at else {})


def _lasts(lang: Lang, visit: Visit) -> Block:
    offered = [(str(one), said.LASTS(lang, minutes=one)) for one in MINUTES]
    return input_of("minutes", said.MINUTES[lang], select("minutes", PICK[lang], offered, str(visit.minutes)))


def propose_form(lang: Lang, one: Whole) -> View:
    begins = one.visit.begins() if one.visit.state == "proposed" else []
    times: list[datetime | None] = [*begins, None, None, None][:MOST_SLOTS]
    slots = [
        input_of(f"slot_{n}", said.SLOT(lang, n=n), _when(f"slot_{n}", at), optional=n > 1)
        for n, at in enumerate(times, 1)
    ]
    blocks = [*_before(lang, one), *slots, _lasts(lang, one.visit)]
    title = said.PROPOSE[lang]
    return modal("visit.propose", title, blocks, submit=SEND[lang], close=CANCEL[lang], data=one.visit.id)


def agree_form(lang: Lang, one: Whole) -> View:
    visit, title = one.visit, {"picked": said.CONFIRM, "confirmed": said.MOVE}.get(one.visit.state, said.SETTLE)
    at = visit.starts_at if visit.state in ("picked", "confirmed") else None
    blocks = [
        *_before(lang, one),
        input_of("slot", said.STARTS[lang], _when("slot", at)),
        _lasts(lang, visit),
        input_of("place", said.PLACE[lang], _typed("place", visit.place)),
        input_of(
            "party", said.WHO_COMES[lang], _typed("party", visit.party), optional=True, hint=said.ROLES_HINT[lang]
        ),
    ]
    return modal("visit.agree", title[lang], blocks, submit=SEND[lang], close=CANCEL[lang], data=visit.id)


def _typed(name: str, initial: str) -> Block:
    element: Block = {"type": "plain_text_input", "action_id": name, "max_length": LONGEST_PLACE}
    return element | ({"initial_value": initial} if initial else {})


def merge_form(lang: Lang, one: Whole, others: Sequence[Whole]) -> View:
    offered = [(other.visit.id, other.names) for other in others]
    menu = input_of("other", said.WITH_WHICH[lang], select("other", PICK[lang], offered), hint=said.MERGE_HINT[lang])
    blocks = [*_before(lang, one), menu]
    return modal("visit.merge", said.MERGE[lang], blocks, submit=SAVE[lang], close=CANCEL[lang], data=one.visit.id)


def off_form(lang: Lang, one: Whole) -> View:
    asked = text_input("reason", said.REASON[lang], longest=LONGEST_ANSWER, hint=said.REASON_HINT[lang])
    offered = [(name, label[lang]) for name, label in said.NEXT.items()]
    after = input_of("next", said.WHAT_NEXT[lang], select("next", PICK[lang], offered))
    name: Block = {"type": "section", "text": plain(one.names)}
    title = said.CALL_OFF[lang]
    return modal("visit.off", title, [name, asked, after], submit=SEND[lang], close=CANCEL[lang], data=one.visit.id)


def notice(lang: Lang, told: str) -> View:
    return modal("notice", said.TITLE[lang], [section(told)], close=CLOSE[lang])
