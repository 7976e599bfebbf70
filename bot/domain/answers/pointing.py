"""What in a free answer could point to somebody: addresses, numbers, names. It is shown to the writer, not removed.

Numbers of 8 digits and more, however they are grouped: telephones, organisation numbers (9), identity numbers (11).
"""

import re

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
DATE = r"\d{4}-\d{4}\b|\d{4}-\d\d-\d\d\b|\d\d?\.\d\d?\.\d{4}\b"  # years, or a day: nobody's number
NUMBER = re.compile(rf"(?<!\d)(?!{DATE})\+?\d(?:[ .-]?\d){{7,13}}(?!\d)")
LINK = re.compile(r"\bhttps?://\S+|\bwww\.\S+", re.IGNORECASE)
MENTION = re.compile(r"(?<!\w)@\w+")
PART = r"[A-ZÆØÅÉÄÖ](?:['’][A-Z])?[a-zæøåéüäöó]+"
WORD = rf"(?:{PART}(?:-{PART})*|[A-ZÆØÅ]{{3,}})"
NAME = re.compile(rf"\b{WORD}(?:(?: [A-ZÆØÅ]\.)?(?: (?:van|von|de))? {WORD})+")
MOST = 5


def pointers(words: str) -> list[str]:
    """The parts that could point to somebody, as they were written, each once; some that do not are among them."""
    found = [match.group().strip() for kind in (MAIL, LINK, MENTION, NUMBER, NAME) for match in kind.finditer(words)]
    return list(dict.fromkeys(one for one in found if not any(one != other and one in other for other in found)))[:MOST]
