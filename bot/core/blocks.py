"""Block Kit as plain dicts, and a message: its blocks and the plain text that says the same.

Words given here are Slack markup; what comes from outside is escaped before (bot.core.texts).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Block = dict[str, Any]
View = dict[str, Any]

SECTION = 3000
BUTTON = 75
TITLE = 24
BROKEN = re.compile(r"(&[a-z]*|<[^<>]*)$")  # what a cut leaves of an escaped character, a link, a mention


@dataclass(frozen=True)
class Message:
    """`text` carries the whole content: it is what screen readers and notifications use."""

    text: str
    blocks: list[Block] = field(default_factory=list)


def plain(words: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": words, "emoji": False}


def markup(words: str) -> dict[str, Any]:
    return {"type": "mrkdwn", "text": words}


def header(words: str) -> Block:
    return {"type": "header", "text": plain(words)}


def section(words: str, accessory: Block | None = None) -> Block:
    block: Block = {"type": "section", "text": markup(cut_markup(words, SECTION))}
    return block | ({"accessory": accessory} if accessory else {})


def quoted(words: str) -> Block:
    """What a person wrote, shown as it was written: no markup is read in it."""
    return {"type": "section", "text": plain(cut(words, SECTION))}


def context(*words: str, verbatim: bool = False) -> Block:
    """`verbatim`: Slack looks for no links or names in it, as it may hold what somebody else wrote."""
    literally = {"verbatim": True} if verbatim else {}
    return {"type": "context", "elements": [markup(cut_markup(one, SECTION)) | literally for one in words]}


def divider() -> Block:
    return {"type": "divider"}


def actions(*elements: Block) -> Block:
    return {"type": "actions", "elements": list(elements)}


def button(label: str, action: str, value: str = "", *, style: str | None = None, spoken: str = "") -> Block:
    """A button; `spoken` is what a screen reader says where the label alone does not tell."""
    block: Block = {"type": "button", "text": plain(cut(label, BUTTON)), "action_id": action}
    return block | {
        name: given for name, given in (("value", value), ("style", style), ("accessibility_label", spoken)) if given
    }


def link(label: str, action: str, url: str) -> Block:
    return button(label, action) | {"url": url}


def confirm(title: str, words: str, yes: str, no: str) -> Block:
    return {"title": plain(title), "text": plain(words), "confirm": plain(yes), "deny": plain(no)}


def select(action: str, placeholder: str, choices: Iterable[tuple[str, ...]], chosen: str | None = None) -> Block:
    """A menu of (value, label) or (value, label, what it is)."""
    offered = options(choices)
    block = {"type": "static_select", "action_id": action, "placeholder": plain(placeholder), "options": offered}
    initial = next((option for option in offered if option["value"] == chosen), None)
    return block | ({"initial_option": initial} if initial else {})


def options(choices: Iterable[tuple[str, ...]]) -> list[Block]:
    """Choices of (value, label) or (value, label, what it is)."""
    return [_option(*choice) for choice in choices]


def _option(value: str, label: str, about: str = "") -> Block:
    option: Block = {"text": plain(cut(label, BUTTON)), "value": value}
    return option | ({"description": plain(cut(about, BUTTON))} if about else {})


def input_of(name: str, label: str, element: Block, *, optional: bool = False, hint: str = "") -> Block:
    """A field of a form; `name` is where its value and its errors are found."""
    block = {"type": "input", "block_id": name, "label": plain(label), "element": element, "optional": optional}
    return block | ({"hint": plain(hint)} if hint else {})


def text_input(name: str, label: str, *, initial: str = "", longest: int = 3000, hint: str = "") -> Block:
    """A field of several lines; `name` is where its value and its errors are found."""
    element = {"type": "plain_text_input", "action_id": name, "multiline": True, "max_length": longest}
    element |= {"initial_value": initial} if initial else {}
    return input_of(name, label, element, hint=hint)


def modal(name: str, title: str, blocks: list[Block], *, submit: str | None = None, close: str, data: str = "") -> View:
    """A modal; `name` is found by `listen.view`, `data` comes back with the submission."""
    view: View = {"type": "modal", "callback_id": name, "title": plain(title), "close": plain(close), "blocks": blocks}
    return view | ({"submit": plain(submit)} if submit else {}) | ({"private_metadata": data} if data else {})


def cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else words[: longest - 1] + "…"


def cut_markup(words: str, longest: int) -> str:
    """The same for Slack's markup: neither an escaped character nor a link or mention is cut in two."""
    return words if len(words) <= longest else BROKEN.sub("", words[: longest - 1]) + "…"
