"""What is filled in wrongly in polls, surveys and announcements is told at its field, and nothing typed is lost."""

from playwright.sync_api import Page

from bot.domain.broadcasts.tables import Broadcast
from bot.domain.polls.tables import Poll
from bot.domain.surveys.agreeing import Agreement
from bot.domain.surveys.tables import Survey, Wave
from tests.browser.wrong import Wrong, are_told_and_mended, top
from tests.handlers.forging import presses
from tests.handlers.polling import amir
from tests.handlers.surveying import answered
from tests.handlers.test_broadcasts import TEXT, finished, written
from tests.handlers.test_polls_kinds import makes
from tests.house import House
from tests.slacks import KARI, STAFF_MEMBER


def poll(house: House) -> str:
    return str(house.all(Poll)[0].id)


def closes(house: House) -> None:
    presses(house, STAFF_MEMBER, "poll.close", poll(house))
    presses(house, STAFF_MEMBER, "poll.repeat", poll(house))


POLLS = {
    "poll.give": Wrong(
        KARI,
        lambda house: presses(house, KARI, "poll.answer", poll(house)),
        at="Svar",
        typed="Morgen\nLunsj\nKveld",
        told="Velg høyst 2. Her er det 3.",
        mended="Morgen\nKveld",
        then="Svaret ditt er «Morgen, Kveld».",
    ),
    "poll.repeat": Wrong(
        STAFF_MEMBER,
        closes,
        at="Hvor mange dager målingen er åpen",
        typed="syv",
        told="Skriv et tall fra 1 til 90.",
        mended="7",
        then="Gjentas: den 10. hver tredje måned, 4 ganger i alt.",
        beside={"Første gang": "2026-04-10", "Hvor ofte": "Hvert kvartal", "Antall ganger i alt": "4"},
    ),
}


def test_of_polls(kari: Page, house: House) -> None:
    makes(house, "kind:several", question_nb="Når?", options_nb="Morgen\nLunsj\nKveld", most="2", secrecy="named")
    are_told_and_mended(kari, house, POLLS)


WRITTEN = "Hva savner dere? (flere, høyst 2)\n- Buss\n- Kaffe\n- Lokaler\nHvorfor? (egne ord)"


def closed(house: House) -> str:
    """The round that was closed before."""
    return next(str(wave.id) for wave in house.all(Wave) if wave.closed_at)


def written_now(house: House) -> str:
    return next(str(survey.id) for survey in house.all(Survey) if survey.title["nb"] == "Savn")


def answers(house: House) -> None:
    presses(house, KARI, "survey.answer", next(wave.id for wave in house.all(Wave) if not wave.closed_at))


def drawn(house: House) -> None:
    presses(house, STAFF_MEMBER, "survey.select", closed(house))
    house.staff.submits(size="1")


SURVEYS = {
    "survey.doing": Wrong(
        STAFF_MEMBER,
        lambda house: presses(house, STAFF_MEMBER, "survey.doing", closed(house)),
        at="Dette gjør vi, på bokmål",
        typed="  ",
        told="Skriv teksten på bokmål.",
        mended="Vi bygger gangvei.",
        then="Sendt. De som svarte på «Puls 2027»",
        beside={"Dette gjør vi, på nynorsk": "Vi byggjer gangveg.", "Rollen som står bak": "Næringssjefen"},
    ),
    "survey.draw": Wrong(
        STAFF_MEMBER,
        lambda house: presses(house, STAFF_MEMBER, "survey.select", closed(house)),
        at="Hvor mange?",
        typed="0",
        told="Skriv et tall fra 1 til 40.",
        mended="1",
        then="Eksempel 0",
    ),
    "survey.meet": Wrong(
        STAFF_MEMBER,
        drawn,
        at="Invitasjon på bokmål",
        typed="  ",
        told="Skriv på bokmål hva du inviterer til.",
        mended="Har du en halvtime?",
        then="Sendt. Én får invitasjonen",
        beside={"Invitasjon på engelsk": "Do you have half an hour?"},
    ),
    "survey.save": Wrong(
        STAFF_MEMBER,
        lambda house: presses(house, STAFF_MEMBER, "survey.write", ""),
        at="Spørsmål på bokmål",
        typed=WRITTEN,
        told="Begynn med en del: en linje med # foran, som «# Om bedriften».",
        mended=f"# Savn\n{WRITTEN}",
        then="«Savn» er lagret",
        beside={"Navn på bokmål": "Savn", "Navn på engelsk": "What is missed"},
    ),
    "survey.repeat": Wrong(
        STAFF_MEMBER,
        lambda house: presses(house, STAFF_MEMBER, "survey.repeat", written_now(house)),
        at="Antall ganger i alt",
        typed="41",
        told="Skriv et tall fra 1 til 40, eller ingenting.",
        mended="3",
        then="«Savn» gjentas: den 10. hver måned, 3 ganger i alt.",
        beside={"Første gang": "2026-04-10", "Hvor ofte": "Hver måned"},
    ),
    "survey.begin": Wrong(
        STAFF_MEMBER,
        lambda house: presses(house, STAFF_MEMBER, "survey.begin", written_now(house)),
        at="Stenger",
        typed="2026-03-09T15:00",
        told="Tidspunktet er passert. Velg et senere tidspunkt.",
        mended="2026-03-31T15:00",
        then="«Savn 2028» er åpen til tirsdag 31. mars",
        beside={"Navn på runden, for eksempel årstallet": "2028"},
    ),
    "survey.fill": Wrong(
        KARI,
        answers,
        at="Hva savner dere?",
        typed="Buss\nKaffe\nLokaler",
        told="Velg høyst 2. Her er det 3.",
        mended="Buss\nKaffe",
        then="Takk! Svaret er sendt på vegne av bedriften.",
        beside={"Hvorfor?": "Vi går & fryser."},
    ),
}


def test_of_surveys(kari: Page, house: House) -> None:
    wave = answered(house, people=(KARI,))
    with house.bot.parts.database.write() as session:
        session.add(Agreement(wave=wave.id, person=KARI, company="C0"))
    are_told_and_mended(kari, house, SURVEYS)


def sent(house: House) -> str:
    return str(house.all(Broadcast)[0].id)


def chooses(house: House) -> None:
    written(house)
    house.staff.presses_in(top(house, STAFF_MEMBER), "broadcast.choose")


ANNOUNCEMENTS = {
    "broadcast.corrected": Wrong(
        STAFF_MEMBER,
        lambda house: presses(house, STAFF_MEMBER, "broadcast.correct", sent(house)),
        at="Tekst på bokmål",
        typed=TEXT,
        told="Teksten er den samme som før.",
        mended="EKSEMPEL: Frokostmøtet er på torsdag",
        then="",
    ),
    "broadcast.audience": Wrong(
        STAFF_MEMBER,
        chooses,
        at="Lagre utvalget med navn",
        typed="EKSEMPEL: Alle",
        told="Velg minst én ting; et utvalg med alle trenger ikke noe navn.",
        mended="",
        then="5 medlemmer får den",
    ),
    "broadcast.answered": Wrong(
        STAFF_MEMBER,
        lambda house: presses(house, STAFF_MEMBER, "broadcast.answer", f"{sent(house)} {KARI}"),
        at="Melding",
        typed="  ",
        told="Skriv noe her først.",
        mended="Ja, gjerne.",
        then="Sendt til @Kari Eksempel.",
    ),
    "broadcast.replied": Wrong(
        KARI,
        lambda house: presses(house, KARI, "broadcast.reply", sent(house)),
        at="Melding",
        typed="  ",
        told="Skriv noe her først.",
        mended="Kan jeg ta med en til?",
        then="Sendt til @Siri Eksempel.",
    ),
}


def test_of_announcements(kari: Page, house: House) -> None:
    written(house)
    amir(house).submits()
    finished(house)
    are_told_and_mended(kari, house, ANNOUNCEMENTS)
