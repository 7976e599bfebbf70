"""What is filled in wrongly about events, visits and premises is told at its field, and nothing typed is lost."""

from datetime import timedelta

from playwright.sync_api import Page

from bot.domain.events.rows import Event
from bot.domain.events.stands import EventStand
from bot.domain.premises.rows import Premises
from bot.domain.visits.rows import Visit, VisitPromise
from tests.browser.wrong import Wrong, are_told_and_mended, top
from tests.clock import Clock
from tests.handlers.forging import presses
from tests.handlers.gatherings import answers, makes, wall
from tests.handlers.letting import puts_out
from tests.handlers.visiting import FIRST, belongs, last, staffed
from tests.house import House
from tests.slacks import KARI, STAFF_MEMBER
from tests.waiting import eventually


def event(house: House) -> str:
    return str(house.all(Event)[0].id)


def opens_stand(house: House) -> None:
    """From the list of those who ask for one."""
    presses(house, STAFF_MEMBER, "event.stands", event(house))
    eventually(lambda: house.all(EventStand))
    house.staff.presses_in(top(house, STAFF_MEMBER), "event.stand_answer")


EVENTS = {
    "event.stand": Wrong(
        KARI,
        lambda house: presses(house, KARI, "event.stands", event(house)),
        at="Hva trenger dere?",
        typed="  ",
        told="Skriv hva dere trenger, for eksempel strøm eller bord.",
        mended="Strøm og to bord",
        then="Ønsket er sendt.",
    ),
    "event.wish": Wrong(
        KARI,
        lambda house: presses(house, KARI, "event.wish", ""),
        at="Mine tidspunkter",
        typed="",
        told="Kryss av for minst ett tidspunkt, eller velg «Ingen».",
        mended="Dagen før\nEn time før",
        then="Valget er lagret.",
        beside={"Hvilke påminnelser vil du ha?": "Slik jeg velger her"},
    ),
    "event.stand_answer": Wrong(
        STAFF_MEMBER,
        opens_stand,
        at="Plass",
        typed="  ",
        told="Skriv hvor standen skal stå.",
        mended="A 12",
        then="bedriften får beskjed",
        beside={"Svar": "Gi stand"},
    ),
    "event.change": Wrong(
        STAFF_MEMBER,
        lambda house: presses(house, STAFF_MEMBER, "event.edit", event(house)),
        at="Antall plasser",
        typed="1",
        told="2 er allerede påmeldt, så det må være minst så mange plasser.",
        mended="3",
        then="Endringen er lagret.",
        beside={"Tittel på nynorsk": "DØME: Messe", "Tekst på bokmål": "Møt <bedriftene> & hverandre."},
    ),
    "event.more": Wrong(
        STAFF_MEMBER,
        lambda house: presses(house, STAFF_MEMBER, "event.more", event(house)),
        at="Påmeldingsfrist",
        typed="2026-03-20T12:00",
        told="Fristen må være før arrangementet begynner.",
        mended="2026-03-18T12:00",
        then="Endringen er lagret.",
        beside={"Vertskap": "Næringsavdelingen", "Program på bokmål": "18:00 Velkommen\n19:00 Kaffe"},
    ),
}


def test_of_events(kari: Page, house: House) -> None:
    makes(house, kind="expo")
    belongs(house, house.kari)
    for person in (house.kari, house.ola):
        answers(person, wall(house), "yes")
    are_told_and_mended(kari, house, EVENTS)


def visit(house: House) -> str:
    return str(house.all(Visit)[0].id)


def promise(house: House) -> str:
    return str(house.all(VisitPromise)[0].id)


TOLD_TO_ONE = "Én person i bedriften får beskjed."
BEFORE_THE_VISIT = {
    "visit.ask": Wrong(
        KARI,
        lambda house: presses(house, KARI, "visit.ask", ""),
        at="Hva vil dere ta opp?",
        typed="  ",
        told="Skriv hva dere vil ta opp.",
        mended="Vi trenger større lokaler.",
        then="Ønsket om besøk er sendt.",
        beside={"Hvem vil dere invitere?": "Politisk ledelse", "Når passer det?": "Helst tirsdager"},
    ),
    "visit.propose": Wrong(
        STAFF_MEMBER,
        lambda house: presses(house, STAFF_MEMBER, "visit.propose", visit(house)),
        at="Tid 2",
        typed="2026-03-17T10:00",
        told="Denne tiden står to ganger.",
        mended="2026-03-18T13:00",
        then=TOLD_TO_ONE,
        beside={"Tid 1": "2026-03-17T10:00", "Hvor lenge?": "90 minutter"},
    ),
    "visit.none": Wrong(
        KARI,
        lambda house: house.kari.presses(last(house.kari, "Velg en tid"), "visit.none"),
        at="Når passer det bedre?",
        typed="x" * 501,
        told="Skriv høyst 500 tegn (nå 501)",
        mended="Torsdag",
        then="Dere får forslag til nye tider.",
    ),
    "visit.off": Wrong(
        STAFF_MEMBER,
        lambda house: presses(house, STAFF_MEMBER, "visit.off", visit(house)),
        at="Hvorfor?",
        typed=" ",
        told="Skriv hvorfor. Bedriften får se det.",
        mended="Det er vinterferie.",
        then=TOLD_TO_ONE,
        beside={"Hva skjer med ønsket?": "Bedriften blir stående i køen"},
    ),
    "visit.agree": Wrong(
        STAFF_MEMBER,
        lambda house: presses(house, STAFF_MEMBER, "visit.agree", visit(house)),
        at="Når begynner besøket?",
        typed="2026-03-09T10:00",
        told="Den tiden er passert.",
        mended="2026-03-17T10:00",
        then=TOLD_TO_ONE,
        beside={"Hvor er besøket?": "Eksempelveien 1", "Hvem kommer fra kommunen?": "Ordføreren"},
    ),
}
AFTER_THE_VISIT = {
    "visit.notes": Wrong(
        STAFF_MEMBER,
        lambda house: presses(house, STAFF_MEMBER, "visit.notes", visit(house)),
        at="Notater fra besøket",
        typed="x" * 2501,
        told="Skriv høyst 2500 tegn (nå 2501)",
        mended="Trivelig og nyttig",
        then="Lagret.",
    ),
    "visit.promise": Wrong(
        STAFF_MEMBER,
        lambda house: presses(house, STAFF_MEMBER, "visit.promise", visit(house)),
        at="Frist",
        typed="2026-03-16",
        told="Velg en dato fram i tid.",
        mended="2026-03-27",
        then="Løftet er lagret.",
        beside={
            "Dette følger vi opp": "Svare om parkering",
            "Hvilken rolle har ansvaret?": "Plan- og byggesak",
            "Hvem skal få påminnelsen?": "Siri Eksempel",
        },
    ),
    "visit.promise_edit": Wrong(
        STAFF_MEMBER,
        lambda house: presses(house, STAFF_MEMBER, "visit.promise_edit", promise(house)),
        at="Hvem skal få påminnelsen?",
        typed="Kari Eksempel",
        told="Velg en ansatt med rollen «Ansatt som svarer». En administrator gir den med «/naering roller».",
        mended="Siri Eksempel",
        then="Lagret.",
        beside={"Dette følger vi opp": "Svare om parkering og ladeplasser", "Frist": "2026-03-30"},
    ),
    "visit.close": Wrong(
        STAFF_MEMBER,
        lambda house: presses(house, STAFF_MEMBER, "visit.close", promise(house)),
        at="Hva er gjort?",
        typed="  ",
        told="Skriv hva som er gjort.",
        mended="Vi har svart.",
        then="Løftet er lukket, og bedriften får beskjed.",
    ),
}


def test_of_visits(kari: Page, house: House, clock: Clock) -> None:
    belongs(house, house.kari)
    are_told_and_mended(kari, house, BEFORE_THE_VISIT)
    clock.at = FIRST + timedelta(hours=2)
    eventually(lambda: "er over" in staffed(house)["text"])
    are_told_and_mended(kari, house, AFTER_THE_VISIT)


PREMISES = {
    "premises.find": Wrong(
        KARI,
        lambda house: presses(house, KARI, "premises.search", ""),
        at="Minst så mange kvadratmeter",
        typed="0",
        told="Skriv 1 eller mer",
        mended="60",
        then="Viser: Kontor · minst 60 m²",
        beside={"Hva slags lokale": "Kontor"},
    ),
    "premises.change": Wrong(
        KARI,
        lambda house: presses(house, KARI, "premises.edit", house.all(Premises)[0].id),
        at="Kvadratmeter, til",
        typed="90",
        told="Dette må være minst like mye som «fra». Er det bare én størrelse, la feltet stå tomt.",
        mended="240",
        then="er lagret",
        beside={"Kvadratmeter, fra": "120", "Adresse": "Eksempelveien 1", "Tekst på nynorsk": "Eit oppdikta kontor."},
    ),
}


def test_of_premises(kari: Page, house: House) -> None:
    puts_out(house, house.kari)
    are_told_and_mended(kari, house, PREMISES)
