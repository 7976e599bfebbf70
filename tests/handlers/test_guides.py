"""The two guides: a form, the result in its place, and the result as a message that is kept."""

import pytest

from bot.core.errors import UserError
from bot.core.texts import LANGUAGES, Lang, escape
from bot.domain.questions import Question
from bot.workspace import block_kit
from handlers.guides import contacts, support
from knowledge.entry import Entry
from knowledge.library import load
from knowledge.routes import areas, topics
from knowledge.support import matches
from tests.clock import Clock
from tests.handlers.choosing import fills
from tests.house import House, actions, words
from tests.slacks import NETWORK

YOUNG: dict[str, str | list[str]] = {
    "phase": "start",
    "age": "under_3",
    "work": "research",
    "hiring": [],
    "energy": "no",
    "place": "lorenskog",
}


@pytest.mark.parametrize("word", ["støtte", "support"])
def test_the_word_alone_opens_the_form(house: House, word: str) -> None:
    assert house.workspace.command(house.kari.id, NETWORK, f"/naering {word}") == {}
    assert [block["block_id"] for block in house.kari.modal["blocks"][1:]] == list(YOUNG)


def test_more_than_the_word_is_a_question(house: House) -> None:
    assert "oppstart" in house.kari.types("/naering støtte til oppstart")["text"]
    assert house.workspace.modals(house.kari.id) == []


def test_the_menu_the_home_tab_and_an_answer_about_support_offer_it(house: House) -> None:
    answer = house.kari.asks("Hva er SkatteFUNN?")
    assert "support.open" in actions(answer)
    assert "support.open" not in actions(house.kari.asks("Hvem har ansvar for regulering på Visperud?"))
    assert {"support.open", "contact.open"} <= {*actions(house.kari.types("/naering"))}
    house.kari.presses_in(house.kari.home(), "support.open")
    assert "Hvor gammel er bedriften?" in str(house.kari.modal)


def test_what_fits_is_shown_with_why_and_what_is_over_as_over(house: House) -> None:
    house.workspace.command(house.kari.id, NETWORK, "/naering støtte")
    assert fills(house.kari, **YOUNG) == {}
    said = words(house.kari.modal)
    fitting, _, over = said.partition("Ikke åpent nå")
    assert fitting.startswith("Send til meg\nPasser for dere")
    assert actions(house.kari.modal) == ["support.send"]
    assert "Hvorfor: dere er i oppstart, bedriften har organisasjonsnummer, bedriften er under 3 år." in fitting
    assert "Hvorfor: dere er i oppstart, dere holder til i Akershus." in fitting
    assert "Søk før dere bruker penger: Kostnader fra før søknaden dekkes ikke." in fitting
    assert "Avgjøres av: Innovasjon Norge · <https://" in fitting
    assert "Fristen gikk ut 7. juni 2023." in over
    assert "koronaordning" not in said  # it has ended, and no round will come
    assert "bagatellmessig støtte" in said
    assert house.all(Question) == []


def test_nothing_is_chosen_beforehand(house: House) -> None:
    house.workspace.command(house.kari.id, NETWORK, "/naering støtte")
    asked = ("phase", "age", "work", "energy", "place")
    assert fills(house.kari)["errors"] == dict.fromkeys(asked, "Dette feltet må fylles ut.")
    with pytest.raises(UserError) as refused:
        support.company({"phase": "start", "age": "older", "work": "no", "energy": "no"})
    assert refused.value.field == "place"


def test_what_is_missing_is_told(house: House) -> None:
    house.workspace.command(house.kari.id, NETWORK, "/naering støtte")
    fills(house.kari, **YOUNG | {"phase": "idea", "age": "unregistered", "work": "no", "place": "elsewhere"})
    said = words(house.kari.modal)
    assert "Mangler: bedriften må ha organisasjonsnummer." in said
    assert "Mangler: dere må holde til i Akershus." in said


def test_a_company_for_which_there_is_nothing_is_told_so(house: House) -> None:
    house.workspace.command(house.kari.id, NETWORK, "/naering støtte")
    fills(house.kari, **YOUNG | {"phase": "established", "age": "older", "work": "no"})
    assert words(house.kari.modal).startswith("Jeg kjenner ingen ordning")
    assert actions(house.kari.modal) == []


def test_the_result_is_kept_as_a_message_that_holds_all_of_it(house: House) -> None:
    house.workspace.command(house.kari.id, NETWORK, "/naering støtte")
    fills(house.kari, **YOUNG | {"hiring": ["hire", "apprentice"], "energy": "yes"})
    shown = words(house.kari.modal)
    house.kari.presses_in(house.kari.modal, "support.send")
    assert words(house.kari.modal) == "Sendt. Det ligger i «Meldinger»."
    [kept] = house.kari.told()
    for title in ("Oppstartslån", "SkatteFUNN", "Midlertidig lønnstilskudd", "Tilskudd til lærebedrift", "Enova"):
        assert title in shown
        assert title in kept["text"]
    assert "Kilde: " in kept["text"]
    assert house.outgoing("failed") == []


def test_the_answers_come_in_the_persons_language(house: House) -> None:
    house.kari.presses_in(house.kari.home(), "home.language", selected_option="nn")
    house.workspace.command(house.kari.id, NETWORK, "/naering støtte")
    fills(house.kari, **YOUNG)
    assert "Kvifor: de er i oppstart." in words(house.kari.modal)


# --- whom to turn to ---


def test_topic_and_area_lead_to_the_contact_and_the_steps(house: House) -> None:
    house.workspace.command(house.kari.id, NETWORK, "/naering kontakt")
    fills(house.kari, topic="regulering", area="area.visperud")
    said = words(house.kari.modal)
    assert said.startswith("Send til meg\n*Regulering – Visperud*")
    assert "67 93 42 50" in said
    assert "1. Planinitiativ" in said
    assert "5. Vedtak i kommunestyret" in said
    assert "Visperud skal bli et viktig næringsområde" in said
    assert "Vanlig tid" not in said  # no source tells it
    house.kari.presses_in(house.kari.modal, "contact.send")
    [kept] = house.kari.told()
    assert "5. Vedtak i kommunestyret" in kept["text"]
    assert "Kilder: " in kept["text"]


def test_topics_that_lead_to_the_same_are_one_choice_that_says_what_it_is(house: House) -> None:
    house.workspace.command(house.kari.id, NETWORK, "/naering kontakt")
    [topic, _] = [block["element"] for block in house.kari.modal["blocks"]]
    offered = {option["text"]["text"]: option["description"]["text"] for option in topic["options"]}
    assert offered["Anskaffelse, leverandør"] == "Hvordan blir bedriften leverandør til kommunen?"
    assert offered["Regulering"] == "Hvordan foregår en reguleringssak?"
    assert offered["Reguleringsplan"] == "Hvordan finner jeg reguleringsplanen for en eiendom?"
    assert "Leverandør" not in offered


def test_usual_time_is_told_where_a_source_tells_it(house: House) -> None:
    house.workspace.command(house.kari.id, NETWORK, "/naering contact")
    fills(house.kari, topic="byggesak", area="-")
    said = words(house.kari.modal)
    assert said.startswith("Send til meg\n*Byggesaker – Hele Lørenskog*")
    assert "Vanlig tid: 3 uker i enkle saker, 12 uker i større saker" in said


# --- limits ---


@pytest.fixture(scope="module")
def entries() -> list[Entry]:
    return list(load().entries.values())


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("age", "place"), [("unregistered", "elsewhere"), ("under_5", "lorenskog"), ("older", "akershus")]
)
def test_every_result_on_support_keeps_slacks_limits(entries: list[Entry], lang: Lang, age: str, place: str) -> None:
    assert block_kit.faults("modal", support.form(lang)) == []
    for phase in ("idea", "start", "growth", "established"):
        fields = {"phase": phase, "age": age, "work": "research", "energy": "yes", "place": place}
        fields["hiring"] = "hire\nreduced\napprentice\nplacement"
        found = matches(support.company(fields), entries, Clock()().date())
        message = support.result(lang, found)
        assert block_kit.faults("message", message.blocks) == []
        assert block_kit.faults("modal", support.shown(lang, found, fields)) == []
        assert all(escape(each.entry.title[lang]) in message.text for each in found)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_result_on_contacts_keeps_slacks_limits(entries: list[Entry], lang: Lang) -> None:
    library = load()
    assert block_kit.faults("modal", contacts.form(lang, library)) == []
    for topic in topics(entries):
        for area in ("-", *(each.id for each in areas(entries))):
            found = contacts.find(topic, area, library)
            assert block_kit.faults("modal", contacts.shown(lang, topic, found)) == []
