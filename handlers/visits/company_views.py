"""What a company sees of its visit: the form, the times to choose from, what was agreed and promised."""

from collections.abc import Sequence

from bot.core.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    confirm,
    context,
    input_of,
    modal,
    quoted,
    section,
    select,
    text_input,
)
from bot.core.moments import Local
from bot.core.texts import Lang
from bot.domain.companies.rows import Company
from bot.domain.visits.asking import LONGEST_SUITS, LONGEST_WISHES, NO_COMPANY
from bot.domain.visits.planning import LONGEST_ANSWER
from bot.domain.visits.rows import Visit, VisitPromise, VisitRequest, Whole
from bot.slack.words import CANCEL, CLOSE, PICK, SEND
from handlers.visits import facts, words

SHOWN = 10  # promises


def form(lang: Lang, company: Company, request: VisitRequest | None) -> View:
    """To ask, or to add to what was asked."""
    before: list[Block] = [section(f"{words.FOR(lang, company=company.name)} {words.ABOUT[lang]}")]
    if request:
        before += [section(words.ALREADY[lang]), quoted(request.wishes)]
    whom = select(
        "whom", PICK[lang], [(one, said[lang]) for one, said in words.WHOM.items()], request.whom if request else None
    )
    suits = text_input(
        "suits",
        words.SUITS_ASKED[lang],
        initial=request.suits if request else "",
        longest=LONGEST_SUITS,
        hint=words.SUITS_HINT[lang],
    )
    asked = text_input("wishes", words.WISHES_ASKED[lang], longest=LONGEST_WISHES, hint=words.WISHES_HINT[lang])
    blocks = [*before, input_of("whom", words.WHOM_ASKED[lang], whom), asked, suits | {"optional": True}]
    return modal("visit.ask", words.TITLE[lang], blocks, submit=SEND[lang], close=CANCEL[lang])


def no_company(lang: Lang, *, can_find: bool) -> Message:
    """`can_find`: the public register can be asked."""
    label, action = (words.FIND, "companies.find") if can_find else (words.ABOUT_ME, "members.edit")
    press = actions(button(label[lang], action, style="primary"))
    return Message(NO_COMPANY[lang], [section(NO_COMPANY[lang]), press])


def overview(
    lang: Lang, company: Company, one: Whole | None, promises: Sequence[VisitPromise], local: Local
) -> Message:
    """The company's own visit, as far as it has come, and what was promised at earlier ones."""
    invite = button(words.INVITE[lang], "visit.ask", style="primary")
    heading = f"*{words.TITLE[lang]}*\n{words.FOR(lang, company=company.name)}"
    if one is None:
        said = [f"{heading} {words.ABOUT[lang]}"]
        blocks: list[Block] = [section(said[0]), actions(invite)]
    else:
        said = [heading, *_own(lang, company, one), *_state(lang, one.visit, local)]
        blocks = [section("\n".join(said)), *_presses(lang, one.visit, local)]
    if promises:
        told = [f"*{words.PROMISES[lang]}*", *(facts.promised(each, lang, local) for each in promises[:SHOWN])]
        more = len(promises) - SHOWN
        told += [words.MORE_PROMISES(lang, count=more)] if more > 0 else []
        said += told
        blocks += [section(part) for part in told]
    return Message("\n".join(said), blocks)


def _own(lang: Lang, company: Company, one: Whole) -> list[str]:
    """What this company wants; what others who are visited along with it want is theirs."""
    return [line for request, of in one.requests if of.id == company.id for line in facts.asked(request, lang)]


def _state(lang: Lang, visit: Visit, local: Local) -> list[str]:
    said = words.STATES[visit.state](lang, minutes=visit.minutes, when=facts.when(visit, lang, local))
    if visit.state == "proposed":
        return [said, *_times(lang, visit, local)]
    return [said, *(facts.agreed(visit, lang, local) if visit.state == "confirmed" else [])]


def _times(lang: Lang, visit: Visit, local: Local) -> list[str]:
    return [f"• {local.moment(at, lang)}" for at in visit.begins()]


def _presses(lang: Lang, visit: Visit, local: Local) -> list[Block]:
    sure = confirm(words.WITHDRAW[lang], words.SURE[lang], words.WITHDRAW[lang], CANCEL[lang])
    withdraw = button(words.WITHDRAW[lang], "visit.withdraw", visit.id) | {"confirm": sure}
    row = [button(words.ADD[lang], "visit.ask"), withdraw]
    if visit.state == "confirmed":
        row.insert(0, button(words.CALENDAR[lang], "visit.calendar", visit.id))
    return [*(_choices(lang, visit, local) if visit.state == "proposed" else []), actions(*row)]


def _choices(lang: Lang, visit: Visit, local: Local) -> list[Block]:
    times = [
        button(local.moment(at, lang), f"visit.pick:{n}", f"{visit.id} {visit.version} {n}")
        for n, at in enumerate(visit.begins())
    ]
    return [actions(*times, button(words.NONE_FITS[lang], "visit.none", f"{visit.id} {visit.version}"))]


def told(lang: Lang, one: Whole, what: str, local: Local) -> Message:
    """A message to who asked: times to choose from, or what has become of the visit."""
    visit = one.visit
    if what == "proposed":
        said = words.PROPOSED(lang, names=one.names, minutes=visit.minutes)
        text = "\n".join([said, *_times(lang, visit, local)])
        return Message(text, [section(text), *_choices(lang, visit, local)])
    lines = [words.TOLD[what](lang, names=one.names)]
    lines += [words.WHY(lang, words=visit.reason)] if visit.reason else facts.agreed(visit, lang, local)
    return Message("\n".join(lines), [section("\n".join(lines))])


def none_form(lang: Lang, value: str) -> View:
    better = text_input("answer", words.BETTER[lang], longest=LONGEST_ANSWER, hint=words.SUITS_HINT[lang]) | {
        "optional": True
    }
    return modal("visit.none", words.NONE_FITS[lang], [better], submit=SEND[lang], close=CANCEL[lang], data=value)


def notice(lang: Lang, said: str) -> View:
    return modal("notice", words.TITLE[lang], [section(said)], close=CLOSE[lang])


def home(lang: Lang, company: Company, one: Whole, local: Local) -> list[Block]:
    said = [f"*{words.TITLE[lang]}*", *_state(lang, one.visit, local)]
    choices = _choices(lang, one.visit, local) if one.visit.state == "proposed" else []
    return [section("\n".join(said)), *choices, context(words.FOR(lang, company=company.name))]
