"""What in a free answer could point to somebody: addresses, numbers, names. It is shown to the writer, not removed.

Numbers of 8 digits and more, however they are grouped: telephones, organisation numbers (9), identity numbers (11).
"""

import re

MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
YEAR, MONTH, DAY = r"(?:19|20)\d\d", r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12]\d|3[01])"
# Years, or a day: nobody's number, unless the five digits of an identity number follow.
DATE = re.compile(rf"(?<!\d)(?:{YEAR}-{YEAR}|{YEAR}-{MONTH}-{DAY}|{DAY}\.{MONTH}\.{YEAR})(?!\d)(?![ .-]?\d{{5}}(?!\d))")
NUMBER = re.compile(r"(?<!\d)\+?\d(?:[ .-]?\d){7,13}(?!\d)")
LINK = re.compile(r"\bhttps?://\S+|\bwww\.\S+", re.IGNORECASE)
MENTION = re.compile(r"(?<!\w)@\w+")
PART = r"[A-ZÆØÅÉÄÖ](?:['’][A-Z])?[a-zæøåéüäöó]+"
WORD = rf"(?:{PART}(?:-{PART})*|[A-ZÆØÅ]{{3,}})"
NAME = re.compile(rf"\b{WORD}(?:(?: [A-ZÆØÅ]\.)?(?: (?:van|von|de))? {WORD})+")
MOST = 5


def pointers(words: str) -> list[str]:
    """The parts that could point to somebody, as they were written, each once; some that do not are among them."""
    matches = [match for kind in (MAIL, LINK, MENTION, NAME) for match in kind.finditer(words)]
    found = [match.group().strip() for match in (*matches, *NUMBER.finditer(DATE.sub("…", words)))]
    return list(dict.fromkeys(one for one in found if not any(one != other and one in other for other in found)))[:MOST]
