"""How an entry is cited: the line that tells whom to contact, and the line of sources with their age."""

from collections.abc import Sequence

from bot.core.moments import day
from bot.core.texts import Lang, Text, escape
from knowledge.entry import Entry, Source

SOURCE = Text(nb="Kilde: {source}", nn="Kjelde: {source}", en="Source: {source}")
SOURCES = Text(nb="Kilder: {source}", nn="Kjelder: {source}", en="Sources: {source}")
UNCHECKED = Text(nb="ikke kontrollert", nn="ikkje kontrollert", en="not checked")
NOT_CHECKED = Text(nb="ikke kontrollert siden", nn="ikkje kontrollert sidan", en="not checked since")
CHECKED = Text(nb="kontrollert {day}", nn="kontrollert {day}", en="checked {day}")
CONTACT = Text(nb="Kontakt: {contact}", nn="Kontakt: {contact}", en="Contact: {contact}")
PHONE = Text(nb="tlf. {phone}", nn="tlf. {phone}", en="tel. {phone}")
PAGE = Text(nb="side {page}", nn="side {page}", en="page {page}")
AS_OF = Text(nb="per {year}", nn="per {year}", en="as of {year}")


CALENDAR, PREMISES = "calendar.", "premises."  # how the ids of entries begin that are made of what people entered


def made_of_rows(entry: Entry) -> bool:
    """Whether it is no entry of the knowledge base."""
    return entry.id.startswith((CALENDAR, PREMISES))


def contact_line(entry: Entry, lang: Lang, *, dated: bool = True) -> str:
    """The role and the ways to reach it, as markup; empty where the entry is no contact. `dated`: with its year."""
    reach = entry.contact
    if reach is None:
        return ""
    role = escape(reach.role[lang])
    phone = PHONE(lang, phone=reach.phone) if reach.phone else None
    ways = [f"<{reach.url}|{role}>" if reach.url else role, reach.email, phone]
    line = " · ".join(way for way in ways if way)
    return f"{CONTACT[lang].format(contact=line)} ({_age(entry, lang, dated=dated)})"


def sources_line(entries: Sequence[Entry], lang: Lang) -> str:
    """Each document once, and when somebody last made sure."""
    cited = {source.document: source for entry in entries for source in reversed(entry.source)}
    line = " · ".join(_cited(source) for source in cited.values())
    template: Text = SOURCE if len(cited) == 1 else SOURCES
    return f"{template[lang].format(source=line + _place(entries[0], lang))} · {_checked(entries, lang)}"


def _place(entry: Entry, lang: Lang) -> str:
    """Where in a document the passage stands."""
    if entry.kind != "passage":
        return ""
    source = entry.source[0]
    page = PAGE(lang, page=source.position) if source.position else ""
    return "".join(f", {part}" for part in (f"«{escape(source.section)}»", page) if part)


def _age(entry: Entry, lang: Lang, *, dated: bool) -> str:
    if entry.verified:
        return CHECKED(lang, day=day(entry.verified.on, lang))
    if not dated:
        return UNCHECKED[lang]
    return AS_OF(lang, year=entry.source[0].as_of[:4])


def _cited(source: Source) -> str:
    """The document, linked where it has an address, with its year unless its name tells that."""
    name = escape(source.document)
    named = f"<{source.url}|{name}>" if source.url else name
    return named if source.as_of[:4] in source.document else f"{named} ({source.as_of[:4]})"


def _checked(entries: Sequence[Entry], lang: Lang) -> str:
    days = [entry.verified.on for entry in entries if entry.verified]
    if len(days) < len(entries):
        return NOT_CHECKED[lang]
    return CHECKED(lang, day=day(min(days), lang))
