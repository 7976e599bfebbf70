"""A long list a page at a time: nothing is left out, shown twice, or out of reach."""

import pytest

from bot.slack.paging import Page, page


def through(all_of_them: int, size: int) -> list[Page[int]]:
    """From the first page to the last by the button to the next one."""
    pages = [page(range(all_of_them), "", size)]
    while more := [one["value"] for one in buttons(pages[-1]) if one["action_id"] == "a.list:more"]:
        pages.append(page(range(all_of_them), more[0], size))
    return pages


def buttons(shown: Page[int]) -> list[dict[str, str]]:
    return [element for block in shown.blocks("nb", "a.list") for element in block["elements"] if "value" in element]


@pytest.mark.parametrize("count", [0, 1, 7, 8, 9, 16, 17, 40])
def test_all_pages_together_are_the_list(count: int) -> None:
    pages = through(count, 8)
    assert [number for one in pages for number in one.shown] == list(range(count))
    assert len(pages) == max(1, -(-count // 8))


def test_the_way_back_leads_to_the_first_page() -> None:
    [*_, last] = through(20, 8)
    values = []
    while back := [one["value"] for one in buttons(last) if one["action_id"] == "a.list:back"]:
        values += back
        last = page(range(20), back[0], 8)
    assert values == ["8", "0"]


def test_the_place_in_the_list_is_said() -> None:
    assert [one.place("nb") for one in through(17, 8)] == ["Viser 1–8 av 17.", "Viser 9–16 av 17.", "Viser 17 av 17."]
    assert page(range(8), "", 8).place("nb") == ""


@pytest.mark.parametrize("begins", ["", "x", "-8", "²", "9" * 30, "99999"])
def test_whatever_a_button_carries_a_page_is_shown(begins: str) -> None:
    assert page(range(20), begins, 8).begins in (0, 16)


def test_a_list_that_became_shorter_shows_its_last_page() -> None:
    assert list(page(range(9), "16", 8).shown) == [8]
