"""From Slack's markup to the words that a person reads."""

import re

TOKEN = re.compile(r"<(?P<sign>[@#!]?)(?P<target>[^|>]*)(?:\|(?P<label>[^>]*))?>")


def words(text: str) -> str:
    """Mentions of people fall away, links and channels become their label, entities become characters."""
    readable = TOKEN.sub(_readable, text)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        readable = readable.replace(entity, sign)
    return " ".join(whole(readable).split())


def whole(text: str) -> str:
    """Without halves of characters and nulls, which databases do not take."""
    return text.encode(errors="ignore").decode().replace("\0", "")


def _readable(token: re.Match[str]) -> str:
    label = token["label"] or ""
    if token["sign"] == "@":
        return ""
    if token["sign"] == "#":
        return label and f"#{label}"
    return label or (token["target"] if not token["sign"] else "")
