"""Emoji travel as :codes:, as in Slack: whatever is sent comes back so; people see pictures."""

import re
from collections.abc import Callable
from typing import Any

CODES = {
    "👍": "+1",
    "👎": "-1",
    "👋": "wave",
    "🙏": "pray",
    "👏": "clap",
    "🙂": "slightly_smiling_face",
    "😀": "grinning",
    "😊": "blush",
    "😉": "wink",
    "😅": "sweat_smile",
    "😂": "joy",
    "🤔": "thinking_face",
    "🎉": "tada",
    "✅": "white_check_mark",
    "❌": "x",
    "⚠️": "warning",
    "❓": "question",
    "💡": "bulb",
    "🔒": "lock",
    "🔔": "bell",
    "📅": "date",
    "📊": "bar_chart",
    "📌": "pushpin",
    "📣": "mega",
    "📞": "telephone_receiver",
    "✉️": "email",
    "❤️": "heart",
    "⭐": "star",
    "🚀": "rocket",
    "🏠": "house",
}
PICTURES = {code: picture for picture, code in CODES.items()}
PICTURE = re.compile("|".join(CODES))
CODE = re.compile(r":([+\w-]+):")


def to_codes(text: str) -> str:
    return PICTURE.sub(lambda found: f":{CODES[found[0]]}:", text)


def to_pictures(text: str) -> str:
    return CODE.sub(lambda found: PICTURES.get(found[1], found[0]), text)


def coded(value: Any) -> Any:
    """The same blocks with codes in all their texts."""
    return _in_texts(value, to_codes)


def pictured(value: Any) -> Any:
    return _in_texts(value, to_pictures)


def _in_texts(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, list):
        return [_in_texts(item, change) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        key: change(item) if key == "text" and isinstance(item, str) else _in_texts(item, change)
        for key, item in value.items()
    }
