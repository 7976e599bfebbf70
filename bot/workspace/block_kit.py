"""Block Kit's shapes and limits: what Slack would refuse, said before it does."""

from collections.abc import Iterator
from typing import Any

from bot.workspace.block_rules import fault
from bot.workspace.block_shapes import SURFACES
from bot.workspace.shapes import Json

MARKDOWN_IN_ALL = 12_000
CHARTS = 2
TABLES = 1


def faults(surface: str, payload: Any) -> list[str]:
    """All that is wrong with a message's blocks (the list, or an object that holds it), a modal or a Home view."""
    if surface == "message" and isinstance(payload, dict):
        payload = payload.get("blocks", [])
    found = list(SURFACES[surface](payload, "/blocks" if surface == "message" else ""))
    blocks = payload if surface == "message" else payload.get("blocks") if isinstance(payload, dict) else None
    if isinstance(blocks, list):
        found += _across([block for block in blocks if isinstance(block, dict)])
    if surface == "modal" and not found and not payload.get("submit"):
        found += [
            fault("required when a modal has an input", "/submit") for b in payload["blocks"] if b["type"] == "input"
        ]
    return found


def characters(blocks: list[Json]) -> int:
    """All text in them together."""
    return sum(len(text) for text in _texts(blocks))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for item in value:
            yield from _texts(item)
    elif isinstance(value, dict):
        for key, item in value.items():
            if key == "text" and isinstance(item, str):
                yield item
            else:
                yield from _texts(item)


def _across(blocks: list[Json]) -> Iterator[str]:
    """What no single block can say."""
    ids = [block["block_id"] for block in blocks if block.get("block_id")]
    yield from (fault(f"duplicate block_id {one}", "/blocks") for one in _twice(ids))
    for i, block in enumerate(blocks):
        elements = block.get("elements")
        actions = [e.get("action_id") for e in elements if isinstance(e, dict)] if isinstance(elements, list) else []
        yield from (fault(f"duplicate action_id {one}", f"/blocks/{i}/elements") for one in _twice(actions) if one)
    for kind, most in (("data_visualization", CHARTS), ("table", TABLES)):
        if len([block for block in blocks if block.get("type") == kind]) > most:
            yield fault(f"no more than {most} {kind} allowed", "/blocks")
    if sum(len(str(block.get("text"))) for block in blocks if block.get("type") == "markdown") > MARKDOWN_IN_ALL:
        yield fault(f"no more than {MARKDOWN_IN_ALL} characters of markdown in all", "/blocks")


def _twice(values: list[Any]) -> list[Any]:
    return sorted({value for value in values if isinstance(value, str) and values.count(value) > 1})
