"""What in a free answer could point to somebody: addresses, numbers, names. It is shown to the writer, not removed."""

import re

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"(?<!\d)(?:\+\d{1,3}[ ]?|00\d{2}[ ]?)?\d(?:[ ]?\d){7}(?!\d)")
LINK = re.compile(r"\bhttps?://\S+|\bwww\.\S+", re.IGNORECASE)
MENTION = re.compile(r"(?<!\w)@\w+")
NAME = re.compile(
    r"\b[A-ZÆØÅÉ][a-zæøåéü]+(?:-[A-ZÆØÅÉ][a-zæøåéü]+)?(?: [A-ZÆØÅÉ][a-zæøåéü]+(?:-[A-ZÆØÅÉ][a-zæøåéü]+)?)+"
)
MOST = 5


def pointers(words: str) -> list[str]:
    """The parts that could point to somebody, as they were written, each once; some that do not are among them."""
    found = [match.group().strip() for kind in (MAIL, LINK, MENTION, PHONE, NAME) for match in kind.finditer(words)]
    return list(dict.fromkeys(one for one in found if not any(one != other and one in other for other in found)))[:MOST]
