"""Messages that tell who sent them, when that person is forgotten before they have left."""

from typing import Any


def without(person: str, payload: dict[str, Any]) -> dict[str, Any]:
    """A message as it was written, without who sent it. What was written cannot hold `<@`: it is escaped."""
    name = f"<@{person}>"
    lines = [line for line in payload["text"].split("\n") if name not in line]
    return payload | {
        "text": "\n".join(lines),
        "blocks": [block for block in payload["blocks"] if name not in str(block)],
    }
