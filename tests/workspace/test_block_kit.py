"""Block Kit's limits, one by one."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.workspace import block_kit


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def button(action_id: str = "a", text: str = "Kjør", **more: Any) -> dict[str, Any]:
    return {"type": "button", "action_id": action_id, "text": plain(text), **more}


def actions(*elements: Any, **more: Any) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements), **more}


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


def option(value: str) -> dict[str, Any]:
    return {"text": plain(value), "value": value}


def select(**more: Any) -> dict[str, Any]:
    return {"type": "static_select", "action_id": "s", **more}


def field(element: dict[str, Any]) -> dict[str, Any]:
    return {"type": "input", "label": plain("Felt"), "element": element}


TEXT = {"type": "plain_text_input", "action_id": "t"}
FEEDBACK = {
    "type": "context_actions",
    "elements": [
        {
            "type": "feedback_buttons",
            "action_id": "f",
            "positive_button": {"text": plain("Bra"), "value": "up"},
            "negative_button": {"text": plain("Dårlig"), "value": "down"},
        }
    ],
}


def modal(*blocks: Any, **more: Any) -> dict[str, Any]:
    return {"type": "modal", "title": plain("Tittel"), "submit": plain("Send"), "blocks": list(blocks), **more}


def bar(*labels: str, categories: list[str]) -> dict[str, Any]:
    data = [{"label": label, "value": 1} for label in labels]
    axis = {"categories": categories}
    chart = {"type": "bar", "series": [{"name": "Svar", "data": data}], "axis_config": axis}
    return {"type": "data_visualization", "title": "Stemmer", "chart": chart}


GOOD = [
    ("message", [section("Hei"), {"type": "divider"}, actions(button(), button("b", style="primary")), FEEDBACK]),
    ("message", [{"type": "header", "text": plain("x" * 150)}, section("x" * 3000)]),
    ("message", [{"type": "context", "elements": [plain("x"), {"type": "mrkdwn", "text": "y"}]}]),
    ("message", [{"type": "markdown", "text": "# Hei"}]),
    ("message", [bar("Ja", "Nei", categories=["Ja", "Nei"])]),
    ("message", {"text": "Hei", "blocks": [section("Hei")]}),
    ("message", []),
    ("modal", modal(field(TEXT), field(select(options=[option("a")], initial_option=option("a"))))),
    ("home", {"type": "home", "blocks": [section("Hei")], "private_metadata": "x", "callback_id": "home"}),
]
BAD = [
    ("message", [section("x" * 3001)], "must be less than 3001 characters [json-pointer:/blocks/0/text/text]"),
    ("message", [section("")], "must be more than 0 characters [json-pointer:/blocks/0/text/text]"),
    ("message", [{"type": "section"}], "needs text or fields [json-pointer:/blocks/0]"),
    ("message", [{"type": "divider"}] * 51, "no more than 50 items allowed [json-pointer:/blocks]"),
    ("message", [{"type": "divider", "block_id": "x"}] * 2, "duplicate block_id x [json-pointer:/blocks]"),
    ("message", [actions(button(), button())], "duplicate action_id a [json-pointer:/blocks/0/elements]"),
    (
        "message",
        [actions(button(text="x" * 76))],
        "less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]",
    ),
    (
        "message",
        [actions(button(value="x" * 2001))],
        "less than 2001 characters [json-pointer:/blocks/0/elements/0/value]",
    ),
    ("message", [actions(button(colour="red"))], "additional property: colour [json-pointer:/blocks/0/elements/0]"),
    ("message", [actions(*[button(str(n)) for n in range(26)])], "no more than 25 items"),
    ("message", [actions(button("x" * 256))], "less than 256 characters"),
    ("message", [actions(TEXT)], "unsupported type: plain_text_input"),
    ("message", [{"type": "alert", "text": plain("x")}], "unsupported type: alert [json-pointer:/blocks/0/type]"),
    ("message", [{"type": "image", "alt_text": "x"}], "needs either image_url or slack_file"),
    ("message", [bar("Ja", categories=["Nei"])], "labels must match the categories"),
    ("message", [bar("Ja", categories=["Ja"])] * 3, "no more than 2 data_visualization allowed"),
    ("message", [{"type": "markdown", "text": "x" * 7000}] * 2, "no more than 12000 characters of markdown in all"),
    ("message", [actions(select())], "needs either options or option_groups"),
    ("message", [actions(select(options=[option("a")], initial_option=option("b")))], "not among the options"),
    ("message", [actions(select(options=[option("x" * 76)]))], "less than 76 characters"),
    ("message", "hei", "must be an array [json-pointer:/blocks]"),
    ("modal", modal(section("x"), title=plain("x" * 25)), "less than 25 characters [json-pointer:/title/text]"),
    ("modal", modal(FEEDBACK), "unsupported type: context_actions [json-pointer:/blocks/0/type]"),
    ("modal", modal(*[{"type": "divider"}] * 101), "no more than 100 items allowed [json-pointer:/blocks]"),
    ("modal", modal(section("x"), private_metadata="x" * 3001), "less than 3001 characters"),
    ("modal", {"type": "modal", "title": plain("T"), "blocks": [field(TEXT)]}, "required when a modal has an input"),
    ("home", {"type": "home", "blocks": [FEEDBACK]}, "unsupported type: context_actions"),
    ("home", {"type": "home"}, "missing required field: blocks [json-pointer:/]"),
    ("home", modal(section("x")), "unsupported type: modal [json-pointer:/type]"),
]


@pytest.mark.parametrize(("surface", "payload"), GOOD)
def test_what_slack_takes(surface: str, payload: Any) -> None:
    assert block_kit.faults(surface, payload) == []


@pytest.mark.parametrize(("surface", "payload", "words"), BAD, ids=[words for _, _, words in BAD])
def test_what_slack_refuses(surface: str, payload: Any, words: str) -> None:
    found = block_kit.faults(surface, payload)

    assert any(words in fault for fault in found), found


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.sampled_from(["section", "actions", "input"]),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["type", "text", "blocks", "elements", "element", "options", "chart", "series", "block_id"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(st.sampled_from(["message", "modal", "home"]), JSON)
def test_no_json_is_too_strange_to_be_judged(surface: str, payload: Any) -> None:
    assert all(isinstance(fault, str) for fault in block_kit.faults(surface, payload))


def test_all_texts_are_counted() -> None:
    assert block_kit.characters([section("abc"), actions(button(text="de"))]) == 5
