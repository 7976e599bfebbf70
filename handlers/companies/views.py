"""The modals and the Home part about a member's company."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.core.blocks import (
    Block,
    View,
    actions,
    button,
    confirm,
    context,
    input_of,
    modal,
    options,
    plain,
    quoted,
    section,
    select,
)
from bot.core.moments import day
from bot.core.texts import Lang, Text, escape
from bot.domain.companies import numbers
from bot.domain.companies.facts import INTERESTS, LONGEST_ROLE, CompanyFact
from bot.domain.companies.register import Link, RegisterUnit
from bot.domain.companies.rows import BRANCHES, LONGEST_NAME, SIZES, TRAITS, Company, label
from bot.domain.companies.units import Unit
from bot.domain.members import Member
from bot.slack.words import CANCEL, CLOSE, NOT_GIVEN, PICK, SAVE
from handlers.companies import words


@dataclass(frozen=True)
class Shown:
    """A person's company. `unit`: as the register has it; `editor`: the person may change what it says of itself."""

    company: Company
    link: Link | None
    unit: RegisterUnit | None
    facts: Mapping[str, CompanyFact]
    contacts: Sequence[Member]
    editor: bool
    contact: bool


def notice(lang: Lang, title: Text, said: str, *more: Block) -> View:
    return modal("notice", title[lang], [section(said), *more], close=CLOSE[lang])


# --- finding it ---


def search(lang: Lang, before: str) -> View:
    """`before`: what was looked for before."""
    typed: Block = {"type": "plain_text_input", "action_id": "search", "max_length": LONGEST_NAME, "min_length": 2}
    typed |= {"initial_value": before} if before else {}
    blocks = [input_of("search", words.WHICH[lang], typed, hint=words.WHICH_HINT[lang])]
    return modal("companies.search", words.FIND[lang], blocks, submit=words.SEARCH[lang], close=CANCEL[lang])


def again(lang: Lang, typed: str) -> Block:
    """To the search, which still holds what was typed."""
    return actions(button(words.TRY_AGAIN[lang], "companies.find", typed))


def waiting(lang: Lang, typed: str) -> View:
    return notice(lang, words.FIND, words.WAITING[lang], again(lang, typed))


def hits(lang: Lang, units: Sequence[Unit], typed: str) -> View:
    offered = [(one.number, _name(one), ", ".join(filter(None, (_spaced(one), _address(one))))) for one in units]
    menu: Block = {"type": "radio_buttons", "action_id": "unit", "options": options(offered[:10])}
    more = select("unit", PICK[lang], offered) if len(offered) > 10 else menu
    blocks = [input_of("unit", words.CHOOSE[lang], more), again(lang, typed)]
    return modal("companies.pick", words.FIND[lang], blocks, submit=words.NEXT[lang], close=CANCEL[lang])


def sure(lang: Lang, unit: Unit, branch: str, read_at: datetime) -> View:
    """Is it this one?"""
    sole = [context(words.SOLE[lang])] if not unit.name else []
    blocks = [quoted(_name(unit)), section(facts_of(lang, unit, branch)), section(words.FOUND[lang]), *sole]
    blocks += [context(words.SOURCE(lang, day=day(read_at.date(), lang))), again(lang, unit.number)]
    title, yes, close = words.FIND[lang], words.IT_IS[lang], CANCEL[lang]
    return modal("companies.link", title, blocks, submit=yes, close=close, data=unit.number)


def facts_of(lang: Lang, unit: Unit, branch: str) -> str:
    """What the register says, as markup."""
    industry = " ".join(filter(None, (unit.code, unit.trade))) or NOT_GIVEN[lang]
    trait = f" ({BRANCHES[branch][lang]})" if branch else ""
    lines = [(words.NUMBER, _spaced(unit)), (words.FORM, unit.form), (words.INDUSTRY, f"{industry}{trait}")]
    lines += [(words.ADDRESS, _address(unit))] if _address(unit) else []
    lines += [(words.EMPLOYEES, str(unit.employees))] if unit.employees is not None else []
    lines += [(words.STATE, words.STATES[unit.state][lang])]
    return "\n".join(f"{name[lang]}: {escape(value)}" for name, value in lines)


def _name(unit: Unit) -> str:
    return unit.name or f"{unit.form} {_spaced(unit)}"


def _spaced(unit: Unit) -> str:
    return numbers.spaced(unit.number)


def _address(unit: Unit) -> str:
    return ", ".join(filter(None, (unit.street, f"{unit.postal_code} {unit.city}".strip())))


# --- what it says of itself ---


def form(lang: Lang, shown: Shown, areas: Mapping[str, Text]) -> View:
    """Branch, area and size; of a company of the register also who is to be contacted, interests and consent."""
    company = shown.company
    offered = {
        "branch": [(word, text[lang]) for word, text in BRANCHES.items()],
        "area": [(name, title[lang]) for name, title in areas.items()],
        "size": [(word, text[lang]) for word, (_, text) in SIZES.items()],
    }
    fields = [
        input_of(trait, TRAITS[trait][lang], select(trait, PICK[lang], choices, getattr(company, trait)), optional=True)
        for trait, choices in offered.items()
    ]
    own = _own_fields(lang, shown) if shown.link else []
    why = [_confirmed(lang, shown), words.WHY_CONTACT[lang]] if shown.link else [words.WHY[lang]]
    blocks = [quoted(company.name), *_register(lang, shown), *fields, *own, context(*why), *_standing(lang, shown)]
    return modal("companies.save", words.ABOUT[lang], blocks, submit=SAVE[lang], close=CANCEL[lang])


def _own_fields(lang: Lang, shown: Shown) -> list[Block]:
    role, told = str(_value(shown, "role") or ""), _value(shown, "interests") or []
    typed: Block = {"type": "plain_text_input", "action_id": "role", "max_length": LONGEST_ROLE}
    typed |= {"initial_value": role} if role else {}
    offered = options((word, text[lang]) for word, text in INTERESTS.items())
    chosen = [option for option in offered if option["value"] in told]
    menu: Block = {"type": "multi_static_select", "action_id": "interests", "options": offered}
    menu |= {"placeholder": plain(PICK[lang])} | ({"initial_options": chosen} if chosen else {})
    given = options([("yes", words.CONSENT_YES[lang])])
    boxes: Block = {"type": "checkboxes", "action_id": "consent", "options": given}
    boxes |= {"initial_options": given} if _value(shown, "consent") else {}
    return [
        input_of("role", words.ROLE[lang], typed, optional=True, hint=words.ROLE_HINT[lang]),
        input_of("interests", words.INTERESTS[lang], menu, optional=True),
        input_of("consent", words.CONSENT[lang], boxes, optional=True),
    ]


def about(lang: Lang, shown: Shown, areas: Mapping[str, Text]) -> View:
    """For who may not change it."""
    traits = [f"{name[lang]}: {_trait(lang, shown.company, trait, areas)}" for trait, name in TRAITS.items()]
    own = told(lang, shown)
    blocks = [quoted(shown.company.name), *_register(lang, shown), section("\n".join([*traits, *own]))]
    blocks += [context(_confirmed(lang, shown), words.WHY_CONTACT[lang]), *_standing(lang, shown)]
    return modal("notice", words.ABOUT[lang], blocks, close=CLOSE[lang])


def _trait(lang: Lang, company: Company, trait: str, areas: Mapping[str, Text]) -> str:
    value = getattr(company, trait)
    source = f" ({words.DERIVED[lang]})" if trait in company.derived else ""
    return f"{label(trait, value, areas)[lang]}{source}" if value else NOT_GIVEN[lang]


def told(lang: Lang, shown: Shown) -> list[str]:
    """What the company said of itself, a line each, with its date."""
    lines = []
    for name, heading in (("role", words.ROLE), ("interests", words.INTERESTS), ("consent", words.CONSENT)):
        fact = shown.facts.get(name)
        said = _said(lang, name, fact) if fact else ""
        when = f" ({words.TOLD(lang, day=day(fact.told_at.date(), lang))})" if fact and said else ""
        lines.append(f"{heading[lang]}: {escape(said) or NOT_GIVEN[lang]}{when}")
    return lines


def _said(lang: Lang, name: str, fact: CompanyFact) -> str:
    if name == "interests":
        return ", ".join(INTERESTS[word][lang] for word in fact.value if word in INTERESTS)
    if name == "consent":
        return (words.YES if fact.value else words.NO)[lang]
    return str(fact.value)


def _value(shown: Shown, name: str) -> Any:
    return shown.facts[name].value if name in shown.facts else None


def _register(lang: Lang, shown: Shown) -> list[Block]:
    if shown.unit is None or shown.link is None:
        return []
    read = words.SOURCE(lang, day=day(shown.unit.read_at.date(), lang))
    return [section(facts_of(lang, shown.unit.unit(), "")), context(read)]


def _confirmed(lang: Lang, shown: Shown) -> str:
    at = shown.link.confirmed_at if shown.link else None
    return words.CONFIRMED(lang, day=day(at.date(), lang)) if at else words.NOT_CONFIRMED[lang]


def _standing(lang: Lang, shown: Shown) -> list[Block]:
    """Who speaks for a company of the register, and what the person can do about it."""
    if shown.link is None:
        return []
    speaking = ", ".join(f"<@{one.id}>" for one in shown.contacts) or words.NOBODY[lang]
    label, action = (words.RESIGN, "companies.resign") if shown.contact else (words.ASK, "companies.ask")
    return [section(f"{words.CONTACTS[lang]}: {speaking}"), actions(button(label[lang], action, shown.company.id))]


def home(lang: Lang, shown: Shown | None, *, can_find: bool) -> list[Block]:
    find = [button((words.CHANGE if shown and shown.link else words.FIND)[lang], "companies.find")] if can_find else []
    if shown is None:
        return [section(f"*{words.MINE[lang]}*: {NOT_GIVEN[lang]}"), actions(*find)] if find else []
    lines = [f"*{words.MINE[lang]}*: {escape(shown.company.name)}"]
    if shown.unit and shown.link:
        unit = shown.unit.unit()
        lines.append(f"{words.NUMBER[lang]} {_spaced(unit)}, {words.STATES[unit.state][lang]}")
    asked = confirm(words.LEAVE[lang], words.SURE[lang], words.LEAVE[lang], words.STAY[lang])
    leave = button(words.LEAVE[lang], "companies.leave", shown.company.id) | {"confirm": asked}
    return [section("\n".join(lines)), actions(button(words.ABOUT[lang], "companies.edit"), *find, leave)]
