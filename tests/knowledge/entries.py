"""A handful of entries for the tests, so that they do not change with the content."""

from datetime import date

from bot.core.texts import Text, same
from knowledge.entry import Contact, Entry, Kind, Source
from knowledge.library import Library

SOURCE = Source(document="Næringsplanen 2019–2022", section="Om næringsplanen", position="1. avsnitt", as_of="2019")


def entry(name: str, kind: Kind, nb: str, question: str, **more: object) -> Entry:
    """An entry with the same words in all languages, where a test does not need more."""
    given = {"title": same(question), "text": same(nb), "question": same(question), "source": (SOURCE,)} | more
    return Entry(id=name, kind=kind, **given)


GENERAL = entry(
    "contact.kommunen",
    "contact",
    "Sentralbordet har telefon 67 93 40 00.",
    "Hva er telefonnummeret til kommunen?",
    title=same("Sentralbord"),
    topics=("sentralbord",),
    contact=Contact(role=same("Sentralbord"), phone="67 93 40 00"),
)
ZONING = entry(
    "contact.regulering",
    "contact",
    "Reguleringsavdelingen har ansvaret for regulering i kommunen. Den svarer på spørsmål om areal.",
    "Hvem har ansvar for regulering?",
    text=Text(
        nb="Reguleringsavdelingen har ansvaret for regulering i kommunen. Den svarer på spørsmål om areal.",
        nn="Reguleringsavdelinga har ansvaret for regulering i kommunen. Ho svarar på spørsmål om areal.",
        en="The zoning unit handles zoning in the municipality. It answers questions on land use.",
    ),
    title=Text(nb="Regulering", nn="Regulering", en="Zoning"),
    topics=("regulering", "reguleringsplan"),
    contact=Contact(role=same("Reguleringsavdelingen"), email="postmottak@lorenskog.kommune.no"),
)
VISPERUD = entry(
    "area.visperud",
    "area",
    "Visperud skal bli et næringsområde; planen ble vedtatt 15.03.2023. Mer kommer.",
    "Hva er planene for Visperud?",
    title=same("Visperud"),
    asks=("What are the plans for Visperud?", "Kva skal skje på Visperud?"),
    areas=("area.visperud",),
    handled_by="contact.regulering",
    links=("area.fjellhamar",),
)
FJELLHAMAR = entry(
    "area.fjellhamar",
    "area",
    "Fjellhamar skal utvikles som lokalsenter.",
    "Hva er planene for Fjellhamar?",
    title=same("Fjellhamar"),
    areas=("area.fjellhamar",),
    handled_by="contact.regulering",
)
PEOPLE = entry(
    "figure.innbyggere",
    "figure",
    "Lørenskog hadde 38 670 innbyggere ved utgangen av 2017.",
    "Hvor mange innbyggere har Lørenskog?",
    title=Text(nb="Innbyggere", nn="Innbyggjarar", en="Inhabitants"),
    asks=("How many inhabitants does Lørenskog have?",),
)
GRANT = entry(
    "scheme.oppstart",
    "scheme",
    "Oppstartstilskudd dekker inntil 50 % av kostnadene.",
    "Hva er oppstartstilskudd?",
    title=Text(nb="Oppstartstilskudd", nn="Oppstartstilskot", en="Start-up grant"),
    topics=("oppstartstilskudd", "tilskudd"),
    deadline=date(2026, 3, 1),
)
LICENCE = entry(
    "procedure.skjenking",
    "procedure",
    "Søk om skjenkebevilling på kommunens skjema.",
    "Hvordan søker jeg om skjenkebevilling?",
    title=same("Skjenkebevilling"),
    topics=("skjenkebevilling",),
    handled_by="contact.kommunen",
)
ENTRIES = (GENERAL, ZONING, VISPERUD, FJELLHAMAR, PEOPLE, GRANT, LICENCE)
LIBRARY = Library.of(ENTRIES)
