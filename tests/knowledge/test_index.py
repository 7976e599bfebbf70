"""Which entries hold a term, and how much."""

from bot.core.texts import same
from knowledge.index import ASKED, NAMED, SAID, Index
from knowledge.vocabulary import meaning
from tests.knowledge.entries import ENTRIES, FJELLHAMAR, LIBRARY, VISPERUD

INDEX = LIBRARY.index


def held(term: str) -> dict[str, int]:
    return {INDEX.entries[number].id: weight for number, weight in INDEX.holders(term)}


def test_a_name_says_more_than_a_way_to_ask_and_that_more_than_the_text() -> None:
    assert NAMED > ASKED > SAID
    assert held("visperud") == {"area.visperud": NAMED}
    assert held("2017") == {"figure.innbyggere": SAID}


def test_topics_are_held_as_concepts() -> None:
    assert set(held(meaning("skjenkebevilling"))) == {"procedure.skjenking"}


def test_rare_terms_weigh_more() -> None:
    assert INDEX.rarity("visperud") > INDEX.rarity("komun")
    assert INDEX.rarity("nowhere") == 1 - 0.0


def test_the_weight_of_one_entry_is_found_without_going_through_all() -> None:
    for term in ("visperud", "nowhere"):
        assert {n: w for n in range(len(INDEX)) if (w := INDEX.weight(term, n))} == dict(INDEX.holders(term))


def test_an_empty_index_holds_nothing() -> None:
    assert len(Index([])) == 0
    assert Index([]).rarity("x") == 1


def test_all_entries_are_there_in_order() -> None:
    assert INDEX.entries == ENTRIES


def test_an_index_takes_over_the_cards_of_what_did_not_change() -> None:
    before = Index([VISPERUD, FJELLHAMAR])
    after = Index([VISPERUD.model_copy(update={"text": same("Nytt.")}), FJELLHAMAR], before)
    assert after.cards[1] is before.cards[1]
    assert after.cards[0] == Index([after.entries[0]]).cards[0] != before.cards[0]
