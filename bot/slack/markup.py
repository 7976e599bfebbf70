"""From Slack's markup to the words that a person reads."""

import re

TOKEN = re.compile(r"<(?P<sign>[@#!]?)(?P<target>[^|>]*)(?:\|(?P<label>[^>]*))?>")


def words(text: str) -> str:
    """Mentions of people fall away, links and channels become their label, entities become characters.

    Halves of characters and nulls fall away too, since databases do not take them.
    """
    readable = TOKEN.sub(_readable, text)
    for entity, sign in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        readable = readable.replace(entity, sign)
    whole = readable.encode(errors="ignore").decode().replace("\0", "")
    return " ".join(whole.split())


def _readable(token: re.Match[str]) -> str:
    label = token["label"] or ""
    if token["sign"] == "@":
        return ""
    if token["sign"] == "#":
        return label and f"#{label}"
    return label or (token["target"] if not token["sign"] else "")
