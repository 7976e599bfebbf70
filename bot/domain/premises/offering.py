"""Premises are put out and changed; what was typed is checked field by field."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import TypeVar

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError, short
from bot.core.texts import LANGUAGES, Lang, Text
from bot.domain import audit
from bot.domain.companies import rows as companies
from bot.domain.members import Member
from bot.domain.premises import keeping
from bot.domain.premises.rows import KINDS, PRICES, SHOWN, Premises, for_change
from scheduler import due

T = TypeVar("T")
LONGEST_TITLE, LONGEST_TEXT, LONGEST_LINE = 100, 2000, 200
LARGEST = 1_000_000  # square metres
MOST = 40  # of one person in the list
YEARS = range(2000, 2101)

EMPTY = Text(nb="Fyll ut dette feltet.", nn="Fyll ut dette feltet.", en="Fill in this field.")
NO_KIND = Text(nb="Velg hva slags lokale det er.", nn="Vel kva slag lokale det er.", en="Choose what it is.")
NO_AREA = Text(nb="Velg et av områdene.", nn="Vel eitt av områda.", en="Choose one of the areas.")
NO_PRICE = Text(nb="Velg et av prisnivåene.", nn="Vel eitt av prisnivåa.", en="Choose one of the price bands.")
NO_SIZE = Text(
    nb="Skriv antall kvadratmeter som et helt tall fra 1 til 1 000 000.",
    nn="Skriv talet på kvadratmeter som eit heilt tal frå 1 til 1 000 000.",
    en="Write the square metres as a whole number from 1 to 1,000,000.",
)
BACKWARDS = Text(
    nb="Dette må være minst like mye som «fra». Er det bare én størrelse, la feltet stå tomt.",
    nn="Dette må vere minst like mykje som «frå». Er det berre éin storleik, la feltet stå tomt.",
    en="This must be at least as much as “from”. If there is one size only, leave it empty.",
)
NO_DATE = Text(nb="Velg en dato.", nn="Vel ein dato.", en="Choose a date.")
NO_CONTACT = Text(
    nb="Skriv hvem som svarer på spørsmål om lokalet, eller velg en person.",
    nn="Skriv kven som svarer på spørsmål om lokalet, eller vel ein person.",
    en="Write who answers questions about the premises, or choose a person.",
)
NO_MEMBER = Text(
    nb="Velg et medlem av arbeidsområdet.",
    nn="Vel ein medlem av arbeidsområdet.",
    en="Choose a member of the workspace.",
)
TOO_MANY = Text(
    nb="Du har alt {most} lokaler i oversikten. Ta bort noen av dem først.",
    nn="Du har alt {most} lokale i oversikta. Ta bort nokre av dei først.",
    en="You already have {most} premises in the list. Remove some of them first.",
)
CHANGED = Text(
    nb="Noen andre har endret lokalet i mellomtiden. Ingenting er lagret; åpne det på nytt.",
    nn="Nokon andre har endra lokalet i mellomtida. Ingenting er lagra; opne det på nytt.",
    en="Somebody else has changed the premises in the meantime. Nothing was saved; open them again.",
)


@dataclass(frozen=True)
class Details:
    """What is told of premises, checked; as the columns of `Premises`."""

    kind: str
    title: dict[str, str]
    text: dict[str, str]
    area: str
    address: str
    least: int
    most: int
    price: str
    free_from: date | None
    contact: str
    contact_person: str | None


def read(fields: Mapping[str, str], areas: Collection[str]) -> tuple[Details, list[UserError]]:
    """From what was typed to details, and all faults, each with its field. Details with faults mean nothing."""
    faults: list[UserError] = []

    def get(read_one: Callable[[], T], otherwise: T) -> T:
        try:
            return read_one()
        except UserError as fault:
            faults.append(fault)
            return otherwise

    titles = {lang: get(partial(_title, fields, lang), "") for lang in LANGUAGES}
    texts = {lang: get(partial(_text, fields, lang), "") for lang in LANGUAGES}
    least, most = get(partial(_sizes, fields), (0, 0))
    details = Details(
        get(partial(_of, fields, "kind", KINDS, NO_KIND), ""),
        {lang: title for lang, title in titles.items() if title},
        {lang: text for lang, text in texts.items() if text},
        get(partial(_of, fields, "area", {"", *areas}, NO_AREA), ""),
        get(partial(_line, fields, "address"), ""),
        least,
        most,
        get(partial(_of, fields, "price", {"", *PRICES}, NO_PRICE), ""),
        get(partial(_day, fields, "free_from"), None),
        get(partial(_contact, fields), ""),
        fields.get("contact_person") or None,
    )
    return details, faults


def _title(fields: Mapping[str, str], lang: Lang) -> str:
    typed = _line(fields, f"title_{lang}", LONGEST_TITLE)
    if lang == "nb" and not typed:
        raise UserError(EMPTY, field="title_nb")
    return typed


def _text(fields: Mapping[str, str], lang: Lang) -> str:
    name = f"text_{lang}"
    return short(fields.get(name, "").strip(), name, LONGEST_TEXT)


def _line(fields: Mapping[str, str], name: str, longest: int = LONGEST_LINE) -> str:
    return short(" ".join(fields.get(name, "").split()), name, longest)


def _of(fields: Mapping[str, str], name: str, known: Collection[str], refusal: Text) -> str:
    if (picked := fields.get(name, "")) not in known:
        raise UserError(refusal, field=name)
    return picked


def _sizes(fields: Mapping[str, str]) -> tuple[int, int]:
    least = size(fields.get("least", ""), "least")
    if least is None:
        raise UserError(NO_SIZE, field="least")
    most = size(fields.get("most", ""), "most") or least
    if most < least:
        raise UserError(BACKWARDS, field="most")
    return least, most


def size(typed: str, field: str) -> int | None:
    """Square metres, also as «1 200»; none where nothing was typed."""
    digits = "".join(typed.split())
    if not digits:
        return None
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 7 and 1 <= int(digits) <= LARGEST):
        raise UserError(NO_SIZE, field=field)
    return int(digits)


def _day(fields: Mapping[str, str], name: str) -> date | None:
    typed = fields.get(name, "").strip()
    try:
        day = date.fromisoformat(typed) if typed else None
    except ValueError:
        raise UserError(NO_DATE, field=name) from None
    if day and day.year not in YEARS:
        raise UserError(NO_DATE, field=name)
    return day


def _contact(fields: Mapping[str, str]) -> str:
    contact = _line(fields, "contact")
    if not (contact or fields.get("contact_person")):
        raise UserError(NO_CONTACT, field="contact")
    return contact


# --- what is done ---


def offer(session: Session, by: str | None, company: str | None, details: Details, now: datetime) -> Premises:
    """Into the list, for as long as somebody says that it is vacant."""
    _check_person(session, details)
    if company:
        companies.share(session, company)
    if by:
        mine = sa.select(sa.func.count()).where(Premises.by == by, Premises.state == SHOWN)
        if (session.scalar(mine) or 0) >= MOST:
            raise UserError(TOO_MANY, most=MOST)
    premises = Premises(by=by, company=company, made_at=now, changed_at=now, until=now, **vars(details))
    session.add(premises)
    keeping.renew(session, premises, now)
    return premises


def change(session: Session, premises_id: str, seen: str, person: str, details: Details, now: datetime) -> Premises:
    """What is changed is vacant. `seen`: the version that was changed; refused where another came between."""
    premises = for_change(session, premises_id, person)
    if str(premises.version) != seen:
        raise UserError(CHANGED)
    if details.contact_person != premises.contact_person:
        _check_person(session, details)
    for name, value in vars(details).items():
        setattr(premises, name, value)
    note(session, premises, person, "premises changed", now)
    keeping.renew(session, premises, now)
    return premises


def confirm(session: Session, premises_id: str, person: str, now: datetime) -> Premises:
    """It is still vacant, or vacant again."""
    premises = for_change(session, premises_id, person)
    note(session, premises, person, "premises vacant", now)
    keeping.renew(session, premises, now)
    return premises


def take_off(session: Session, premises_id: str, person: str, now: datetime) -> Premises:
    """It is not vacant any more; the same again changes nothing."""
    premises = for_change(session, premises_id, person)
    if keeping.take_off(session, premises, now):
        note(session, premises, person, "premises taken", now)
    return premises


def note(session: Session, premises: Premises, person: str, what: str, now: datetime) -> None:
    """Where somebody else than who put it out has done it: into the audit log, and who did hears of it."""
    if person == premises.by:
        return
    audit.note(session, now, who=person, what=what, about=premises.id)
    if premises.by:
        due.soon(session, keeping.BY_OTHER, f"{premises.id}:{person}", now, 0)


def _check_person(session: Session, details: Details) -> None:
    if details.contact_person is None:
        return
    member = session.get(Member, details.contact_person)
    if member is None or not member.active or member.standing in ("guest", "outside"):
        raise UserError(NO_MEMBER, field="contact_person")
