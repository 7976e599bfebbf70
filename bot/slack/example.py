"""A demonstration says so wherever people look: whatever they are shown begins with «EKSEMPEL», save what is true."""

import re
from collections.abc import Callable
from typing import Any

from bot.core.blocks import Block, context

Shown = Callable[[dict[str, Any]], dict[str, Any]]
"""From a message, a view or a file to what people are shown of it."""

MARK = "EKSEMPEL"
TITLES = re.compile(r"(\r\n(?:SUMMARY|NAME|X-WR-CALNAME)(?:;LANGUAGE=\w+)?:)")  # of a calendar and of what is in it
TRUE = "true"  # the id of a block in what is no example


def true(blocks: list[Block]) -> list[Block]:
    """What the knowledge base says: it is no example, also where all people are made up."""
    return [blocks[0] | {"block_id": TRUE}, *blocks[1:]]


def as_it_is(content: dict[str, Any]) -> dict[str, Any]:
    return content


def as_example(content: dict[str, Any]) -> dict[str, Any]:
    """With the mark first: in the text, above the blocks, in a file's title and in the event that it holds."""
    if any(block.get("block_id") == TRUE for block in content.get("blocks", [])):
        return content
    marked: dict[str, Any] = {
        name: f"{MARK}: {content[name]}" for name in ("title", "text") if isinstance(content.get(name), str)
    }
    if content.get("blocks"):
        marked["blocks"] = [context(MARK), *content["blocks"]]
    if "content" in content:
        # A line that goes on, by RFC 5545: so no line of the calendar gets longer than it may be.
        marked["content"] = TITLES.sub(rf"\1{MARK}: \r\n ", content["content"])
    if "view" in content:
        marked["view"] = as_example(content["view"])
    return content | marked
