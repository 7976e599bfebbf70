"""Follow-ups, other sources, and what is told of the way to the answer."""

from datetime import datetime

from bot.core.texts import same
from knowledge.answers import Answer, Sentence
from knowledge.ask import answer
from knowledge.library import Library
from knowledge.understand import Understood
from tests.knowledge.asking import NOW, ask
from tests.knowledge.entries import LIBRARY, PEOPLE, entry

BEFORE = "Hvem har regulering på Visperud?"


def entries(found: Answer) -> list[str]:
    return [entry.id for entry in found.entries]


def test_another_area_takes_the_place_of_the_one_before() -> None:
    assert entries(ask("og på Fjellhamar?", BEFORE)) == ["contact.regulering", "area.fjellhamar"]


def test_a_question_that_points_back_is_read_with_the_one_before() -> None:
    assert entries(ask("Og hvem kan jeg kontakte?", "Hva er planene for Visperud?")) == [
        "contact.regulering",
        "area.visperud",
    ]


def test_a_word_that_points_back_means_what_was_answered() -> None:
    grown = entry(
        "figure.vekst", "figure", "Det kom 525 jobber, 173 i det offentlige.", "Hvor mange nye jobber kom det?"
    )
    others = entry("figure.jobber", "figure", "Av jobbene er 45 offentlige.", "Hvor mange jobber er offentlige?")
    library = Library.of([grown, others])
    before = "Hvor mange nye jobber kom det?"
    assert entries(answer("og hvor mange av dem er offentlige?", before, NOW, library)) == ["figure.vekst"]
    assert entries(answer("Hvor mange jobber er offentlige?", None, NOW, library)) == ["figure.jobber"]


def test_what_was_not_known_is_not_known_of_another_place_either() -> None:
    assert ask("og på Fjellhamar?", "Hva koster parkering på Visperud?").outcome == "refused"
    assert ask("hva med Fjellhamar?", "Når går bussen til Visperud?").outcome == "refused"


def test_whom_to_turn_to_is_told_also_where_the_matter_is_not_known() -> None:
    assert entries(ask("hvem kan jeg spørre da?", "Er reguleringen på Visperud lilla?"))[0] == "contact.regulering"


def test_a_change_of_subject_is_noticed() -> None:
    assert entries(ask("Hvor mange innbyggere har Lørenskog?", BEFORE)) == ["figure.innbyggere"]


def test_the_question_before_tells_the_language_where_this_one_does_not() -> None:
    assert ask("Fjellhamar?", "What are the plans for Visperud?").lang == "en"


def test_the_surest_of_library_and_sources_answers() -> None:
    def tomorrow(_: Understood, now: datetime) -> Answer | None:
        words = same(f"I morgen, {now.year}")
        return Answer("answered", "nb", (Sentence(words, PEOPLE.id),), (PEOPLE,), confidence=0.9)

    def silent(_: Understood, __: datetime) -> Answer | None:
        return None

    found = answer("Når er neste frokostmøte?", None, NOW, LIBRARY, [silent, tomorrow])
    assert found.sentences[0].words.nb == "I morgen, 2026"


def test_each_stage_tells_what_it_found() -> None:
    why = ask(BEFORE).why
    assert list(why) == ["language", "words", "wants", "named", "years", "ranked", "decided"]
    assert why["named"] == ["area.visperud", "contact.regulering"]
