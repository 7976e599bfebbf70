"""Two questions in one message: where the one ends and the other begins."""

import re

from knowledge.words import sentences

_NORWEGIAN = "hva|kva|hvem|kven|hvor|kvar|kor|når|hvordan|korleis|hvilke[nt]?|hvorfor|kvifor"
_ASKS = rf"(?:{_NORWEGIAN}|what|who|where|when|how|which|why)"
_YES_OR_NO = "er|har|kan|får|må|finnes|finst|skal|vil|blir|kommer|kjem|gjelder|gjeld|is|are|does|do|can|will|has|have"
_SUBJECT = "det|dere|du|jeg|eg|vi|man|ein|kommunen|there|it|i|you|we|the"
_CLAUSE = rf"(?:{_YES_OR_NO})\s+(?:{_SUBJECT})"
_JOINT = re.compile(rf"\s*,?\s+(?:og|and|&|samt|eller|or)\s+(?=(?:{_ASKS}|{_CLAUSE})\b)", re.IGNORECASE)
_BEGINS = re.compile(rf"^\W*(?:(?:\w+ )?{_ASKS}|{_YES_OR_NO})\b", re.IGNORECASE)
# We do not compare; but what is to be compared can be told side by side.
_COMPARES = re.compile(
    r"\b(?:forskjell\w*|skilnad\w*|difference)\s+(?:på|mellom|between)\s+(.{4,}?)\s+(?:og|and)\s+(.{4,})", re.IGNORECASE
)
MOST = 2


def asks(message: str) -> bool:
    """It begins as a question does."""
    return _BEGINS.search(message) is not None


def parts(message: str) -> list[str]:
    """The questions of a message that holds two; nothing where it holds one, or more than a short answer can take."""
    if compared := _COMPARES.search(message):
        return [compared[1], compared[2]]
    asking = [part for part in sentences(message) if part.rstrip().endswith("?")] or [message]
    found = [piece for part in asking for piece in _JOINT.split(part)]
    return found if len(found) == MOST and all(map(asks, found)) else []
