"""What is filled in wrongly about questions, answers and companies is told at its field, and nothing typed is lost."""

from playwright.sync_api import Page

from bot.domain import members
from bot.domain.companies import links
from bot.domain.companies.rows import Company
from bot.domain.companies.units import Unit
from bot.domain.inquiries import Inquiry
from bot.domain.questions import Question
from tests.browser.wrong import Wrong, are_told_and_mended, top
from tests.handlers.forging import presses
from tests.handlers.test_content import opens as opens_entry
from tests.handlers.test_gaps import opens as opens_gap
from tests.handlers.test_inquiries import UNKNOWN, sends
from tests.handlers.visiting import belongs
from tests.house import House
from tests.register.standin import NUMBERS
from tests.slacks import KARI, NETWORK, STAFF_MEMBER


def opens_more(house: House) -> None:
    opens_entry(house.staff, "Visperud")
    house.staff.presses_in(top(house, STAFF_MEMBER), "content.more")


ANSWERS = {
    "ask.explain": Wrong(
        KARI,
        lambda house: presses(house, KARI, "ask.unhelpful", house.all(Question)[0].id),
        at="Vil du si litt mer?",
        typed="x" * 501,
        told="Skriv høyst 500 tegn (nå 501)",
        mended="Satsen er fra 2024.",
        then="Takk for at du sier fra.",
        beside={"Hva var galt med svaret?": "Det er utdatert"},
    ),
    "inquiry.preview": Wrong(
        STAFF_MEMBER,
        lambda house: presses(house, STAFF_MEMBER, "inquiry.reply", house.all(Inquiry)[0].id),
        at="Svaret ditt",
        typed="  ",
        told="Skriv noe her først.",
        mended="Omtrent ti.",
        then="Slik ser den som spurte, svaret:",
    ),
    "content.find": Wrong(
        STAFF_MEMBER,
        lambda house: house.workspace.command(STAFF_MEMBER, NETWORK, "/naering innhold"),
        at="Finn en oppføring",
        typed="x" * 201,
        told="Skriv høyst 200 tegn (nå 201)",
        mended="Visperud",
        then="Oppføringer som passer",
    ),
    "content.details": Wrong(
        STAFF_MEMBER,
        opens_more,
        at="Emner",
        typed="pingviner",
        told="«pingviner» er ikke et emne i ordlista.",
        mended="regulering",
        then="Slik ser den som spør, svaret:",
        beside={"Andre navn på det samme": "Eksempelmarka\nEksempelskogen"},
    ),
    "gap.fill": Wrong(
        STAFF_MEMBER,
        opens_gap,
        at="Svaret på nynorsk",
        typed="  ",
        told="Skriv noe her først.",
        mended="Nei, ikkje éin.",
        then="Svaret er sendt til 1 person som spurte.",
        beside={
            "Spørsmålet på bokmål": "Finnes det pingviner?",
            "Svaret på bokmål": "Nei, ikke én.",
            "Spørsmålet på nynorsk": "Finst det pingvinar?",
            "Spørsmålet på engelsk": "Are there penguins?",
            "Svaret på engelsk": "No, not one.",
        },
    ),
}


def test_of_answers(kari: Page, house: House) -> None:
    sends(house, house.kari, house.kari.asks(UNKNOWN))
    are_told_and_mended(kari, house, ANSWERS)


def from_desk(house: House, action: str) -> None:
    house.workspace.command(STAFF_MEMBER, NETWORK, "/naering bedrifter")
    house.staff.presses_in(top(house, STAFF_MEMBER), action)


COMPANIES = {
    "companies.save": Wrong(
        KARI,
        lambda house: presses(house, KARI, "companies.edit", ""),
        at="Hvem kommunen bør kontakte",
        typed="Daglig leder " * 5,
        told="Skriv høyst 60 tegn (nå 65)",
        mended="Daglig leder",
        then="Lagret.",
        beside={"Bransje": "Handel", "Samtykke": ""},
    ),
    "companies.place": Wrong(
        STAFF_MEMBER,
        lambda house: from_desk(house, "companies.place"),
        at="Postnummer, eller postnummer og gate",
        typed="Eksempelveien 3",
        told="Skriv et postnummer, eller postnummer og gate, for eksempel «1470 Eksempelveien».",
        mended="1470 Eksempelveien 3",
        then="Lagret.",
        beside={"Område": "Visperud"},
    ),
    "companies.contact": Wrong(
        STAFF_MEMBER,
        lambda house: from_desk(house, "companies.contact"),
        at="Person",
        typed="Amir Eksempel",
        told="Denne personen har ikke oppgitt noen bedrift.",
        mended="Kari Eksempel",
        then="Lagret.",
        beside={"Hva skal skje?": "Blir kontaktperson"},
    ),
    "companies.merge": Wrong(
        STAFF_MEMBER,
        lambda house: from_desk(house, "companies.merge"),
        at="Bedriften som slås inn i den",
        typed="EKSEMPEL KAFÉ AS",
        told="Velg en annen bedrift.",
        mended="Eksempelkafeen på hjørnet",
        then="1 medlem er flyttet.",
        beside={"Bedriften som skal beholdes": "EKSEMPEL KAFÉ AS"},
    ),
}


def test_of_companies(kari: Page, house: House) -> None:
    with house.bot.parts.database.write() as session:
        unit = Unit(NUMBERS[0], "AS", "active", name="EKSEMPEL KAFÉ AS")
        company: Company = links.link(session, KARI, unit, house.bot.parts.now())
        session.flush()
        members.find(session, KARI).contact = company.id is not None
    belongs(house, house.ola, "Eksempelkafeen på hjørnet")
    are_told_and_mended(kari, house, COMPANIES)
