"""«Hvilken støtte passer for oss?»: a form, and the schemes that fit, each with why or what is missing."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from bot.core.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    context,
    divider,
    header,
    input_of,
    modal,
    options,
    section,
)
from bot.core.errors import UserError
from bot.core.moments import day
from bot.core.texts import Lang, Text, bold, escape
from bot.slack.citations import sources_line
from bot.slack.example import true
from bot.slack.words import CANCEL, CLOSE
from handlers.guides import words
from knowledge.compose import first_sentence
from knowledge.entry import Aim
from knowledge.support import PLACES, Age, Company, Condition, Match

CHOICES: dict[str, Mapping[str, Text]] = {
    "phase": words.PHASES,
    "age": words.AGES,
    "work": words.WORKS,
    "energy": words.YES_NO,
    "place": words.PLACES,
}
HEADINGS = {"fits": words.FIT, "lacks": words.LACKING, "over": words.OVER}


def form(lang: Lang) -> View:
    blocks = [
        context(words.SUPPORT_ABOUT[lang]),
        _radio("phase", words.PHASE, words.PHASES, lang),
        _radio("age", words.AGE, words.AGES, lang),
        _radio("work", words.WORK, words.WORKS, lang),
        input_of("hiring", words.HIRING[lang], _boxes(lang), optional=True),
        _radio("energy", words.ENERGY, words.YES_NO, lang),
        _radio("place", words.PLACE, words.PLACES, lang),
    ]
    title, close = words.SUPPORT_TITLE[lang], CANCEL[lang]
    return modal("support.show", title, blocks, submit=words.SHOW[lang], close=close)


def _radio(name: str, label: Text, choices: Mapping[str, Text], lang: Lang) -> Block:
    """Nothing is chosen beforehand: an answer that nobody gave would hide schemes."""
    offered = options((value, text[lang]) for value, text in choices.items())
    return input_of(name, label[lang], {"type": "radio_buttons", "action_id": name, "options": offered})


def _boxes(lang: Lang) -> Block:
    offered = options((aim, text[lang]) for aim, text in words.HIRES.items())
    return {"type": "checkboxes", "action_id": "hiring", "options": offered}


def company(fields: Mapping[str, str]) -> Company:
    """From what the form holds; refused at the field that is missing."""
    for name, known in CHOICES.items():
        if fields.get(name) not in known:
            raise UserError(words.PICK_ONE, field=name)
    work = {"research": ("research", "develop"), "develop": ("develop",)}.get(fields.get("work", ""), ())
    hiring = [aim for aim in fields.get("hiring", "").split() if aim in words.HIRES]
    energy = ["energy"] if fields.get("energy") == "yes" else []
    aims = cast("frozenset[Aim]", frozenset({fields["phase"], *work, *hiring, *energy} - {"established"}))
    place = next((place for place in PLACES if place == fields.get("place")), None)
    return Company(aims, cast("Age", fields["age"]), place)


def remembered(data: str) -> Company:
    """The company of a result that is shown."""
    return company(json.loads(data))


def shown(lang: Lang, found: Sequence[Match], fields: Mapping[str, str]) -> View:
    """The result in the form's place; who wants to keep it need not read to its end to send it to themselves."""
    keep = [actions(button(words.SEND_ME[lang], "support.send", style="primary"))] if found else []
    title, close = words.SUPPORT_TITLE[lang], CLOSE[lang]
    return modal("notice", title, [*keep, *result(lang, found).blocks], close=close, data=json.dumps(fields))


def result(lang: Lang, found: Sequence[Match]) -> Message:
    """All of it: what fits, what lacks something, what is over."""
    if not found:
        return Message(words.NOTHING_FITS[lang], [section(words.NOTHING_FITS[lang])])
    blocks: list[Block] = []
    lines: list[str] = []
    state = ""
    for match in found:
        if match.state != state:
            state = match.state
            blocks += ([divider()] if blocks else []) + [header(HEADINGS[state][lang])]
            lines.append(f"*{HEADINGS[state][lang]}*")
        said = "\n".join(_lines(lang, match))
        cited = sources_line([match.entry], lang)
        blocks += [section(said), context(cited)]
        lines += [said, cited]
    foot = f"{words.FOR_ALL[lang]} {words.CHECK[lang]}"
    return Message("\n\n".join([*lines, foot]), true([*blocks, divider(), context(foot)]))


def _lines(lang: Lang, match: Match) -> Iterable[str]:
    entry, fits = match.entry, match.fits
    yield bold(entry.title[lang])
    if match.over:
        yield words.CLOSED(lang, day=day(match.over, lang))
    yield escape(first_sentence(entry.text)[lang])
    yield words.WHY(lang, why=", ".join(_reasons(lang, match)))
    yield from (words.MISSING(lang, lack=_lack(lang, match, lack)) for lack in match.lacks)
    if match.exceptionally:
        yield words.EXCEPTIONALLY(lang, years=fits.under)
    if fits.needs:
        yield words.NEEDS(lang, needs=fits.needs[lang])
    if fits.uncertain:
        yield words.UNCERTAIN(lang, uncertain=fits.uncertain[lang])
    yield from (words.BARS[bar][lang] for bar in fits.bars)
    yield f"{words.DECIDES(lang, decides=fits.decides[lang])} · <{fits.where}|{words.ELSEWHERE[lang]}>"


def _reasons(lang: Lang, match: Match) -> Iterable[str]:
    """What the company is up to, and what else it has that the scheme asks for."""
    yield from (words.AIMS[aim][lang] for aim in match.why)
    yield from (_filled(words.HOLDS[held][lang], lang, match) for held in match.holds)


def _lack(lang: Lang, match: Match, lack: Condition) -> str:
    return _filled(words.LACKS[lack][lang], lang, match, most=True)


def _filled(said: str, lang: Lang, match: Match, *, most: bool = False) -> str:
    """With the scheme's own limits. `most`: the years that are exceptionally possible too."""
    fits = match.fits
    years = max(fits.under or 0, fits.exceptionally or 0) if most else fits.under
    return said.format(years=years, place=words.WITHIN[fits.place][lang] if fits.place else "")
