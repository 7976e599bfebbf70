"""From text to comparable words: folded letters, no empty words, stems."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

from bot.core.texts import Lang
from knowledge.function_words import EMPTY, MISSPELT, NORWEGIAN, TELLS, TURNS, WEAK

# How questions begin in dialect, as bokmål; «kor» is left as it is, it is nynorsk too.
_SPOKEN = {
    "hva": "ka ke kæ",
    "hvem": "kem kemm kæm kæmm åkken",
    "hvordan": """korsen korsn kårsen kåssen kossen koss kossn kordan kordann korles korless kolles kolleis hvorn hvordn
        hvoddan åssen åssn åsn hossen håssen hårsen""",
    "hvorfor": "koffer korfor koffor koffår kåffer kåffår kaffor kefor hoffer hoffor åffer åffor åffår hvoffer hvoffor",
    "når": "katti kåtti kortid katid nårti",
    "hvilke": "kelles",
    "hva slags": "kaslags keslags åsslags hvaslags",
    "ikke": "itj ittj itte inte ikkj",
    "noe": "nokka nokke nåkka nåkke nåe",
    "noen": "nokken nåkken nån nånn",
    "ikke noe": "ittno ikkno",
}
DIALECT = {"å e": "hva er"} | {word: told for told, spoken in _SPOKEN.items() for word in spoken.split()}
_DIALECT = re.compile(rf"\b(?:{'|'.join(DIALECT)})\b", re.IGNORECASE)
_SPACES = re.compile(r"\s+")  # one is enough, and long runs of them would cost time
_NEGATED = re.compile(r"\b(do|does|did|is|are|was|were|has|have|should|would|could)n['’]?t\b", re.IGNORECASE)
# «we've», «who's», «I'd»: two English words each; «it's» typed without the mark is left as it is.
_SHORT_VERBS = {"ve": "have", "d": "would", "ll": "will", "re": "are", "m": "am", "s": "is"}
_CONTRACTED = re.compile(
    r"\b(i|we|you|they|he|she|it|who|what|where|when|how|there|that)['’](ve|d|ll|re|m|s)\b", re.IGNORECASE
)
LONGEST = 1_000  # characters of a question that are read; what follows is not a question any more
MOST = 60  # words of it
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_TIGHT = re.compile(r"^(?:[a-zæøå]|co|pre)-(?=[a-zæøå]{3})")  # t-bane, e-post, co-working: the hyphen joins
_LETTERS = str.maketrans({"æ": "a", "ä": "a", "å": "a", "ø": "o", "ö": "o", "ß": "s", "đ": "d"})
# How æ, å and ø are typed without a Norwegian keyboard; the «oe» of «expoen» is an ending.
_TYPED = ((re.compile(r"ae|aa"), "a"), (re.compile(r"oe(?!(?:ne?|r|t)?s?$)"), "o"))
_ENDS = re.compile(r"(?<=[?!])\s+|(?<=[^\W\d]{2}\.)\s+|\n+")
_TWICE = re.compile(r"([^\W\d_])\1+")
_SHORTENED = {"tlf": "telefon", "adr": "adresse", "arb": "arbeids", "org": "organisasjons", "mob": "mobil"}
# Folded or cut, they are other words: «park», «mål», «legge», «var».
WHOLE = frozenset(
    "parking shopping housing mall malls lege legen leger legene visa accountant accountants driving været".split()
)
_NORWEGIAN = snowballstemmer.stemmer("norwegian")
_ENGLISH = snowballstemmer.stemmer("english")


def sentences(text: str) -> list[str]:
    """A question's sentences and lines."""
    return [part for part in _ENDS.split(text) if part.strip()]


def clean(text: str) -> str:
    """What we read of a text from outside: normal forms, no surrogates, not endless, single spaces, no dialect."""
    told = unicodedata.normalize("NFKC", text[: 2 * LONGEST].encode("utf-8", "ignore").decode())
    plain = _SPACES.sub(lambda spaces: "\n" if "\n" in spaces[0] else " ", told)[:LONGEST]
    return whole(_DIALECT.sub(lambda match: DIALECT[match.group().lower()], plain))


def whole(text: str) -> str:
    """Without English contractions: «we've», «doesn't»."""
    return _CONTRACTED.sub(_in_full, _NEGATED.sub(r"\1 not", text))


def _in_full(contracted: re.Match[str]) -> str:
    return f"{contracted[1]} {_SHORT_VERBS[contracted[2].lower()]}"


def words(text: str) -> list[str]:
    """The words in small letters: hyphens part them, save after a single letter (t-bane)."""
    found: list[str] = []
    for match in _WORD.finditer(text.lower()):
        word = _TIGHT.sub(lambda m: m.group()[:-1], match.group()).replace("'", "").replace("’", "")
        found += [_SHORTENED.get(part, part) for part in word.split("-") if part]
    return found


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """The same for all ways to type a word: æøå or not, accents, double letters."""
    plain = word.translate(_LETTERS)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c))
    for typed, meant in _TYPED:
        plain = typed.sub(meant, plain)
    plain = plain.replace("tilskot", "tilskudd")  # nynorsk, in every compound
    return _TWICE.sub(r"\1", plain)


@lru_cache(maxsize=50_000)
def stem(word: str, lang: Lang) -> str:
    """The folded stem; bokmål and nynorsk share one stemmer, English folds last, it needs its double letters."""
    if word.isdigit() or word in WHOLE:
        return word
    if lang == "en":
        return fold(str(_ENGLISH.stemWord(word)))
    folded = fold(word)
    # The end of «vilkår» would look like that of «bedriftar», but not that of «vilkåra».
    return folded if folded.endswith("vilkar") else str(_NORWEGIAN.stemWord(folded))


def stems(text: str, lang: Lang) -> tuple[str, ...]:
    """The stems of all words that say something."""
    return tuple(stem(word, lang) for word in words(text) if not empty(word))


def empty(word: str) -> bool:
    return word in SMALL or (len(word) == 1 and not word.isdigit())


def _as_typed(listed: str) -> frozenset[str]:
    """Each word, and how it is typed without æøå or in a hurry; but «vare» (goods) is neither «være» nor «våre»."""
    by_two = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})
    by_one = str.maketrans({"ø": "o", "å": "a"})
    typed = {form for word in listed.split() for form in (word, word.translate(by_two), word.translate(by_one))}
    return frozenset(typed | {_TWICE.sub(r"\1", word) for word in typed}) - {"vare"}


SMALL_RIGHT = _as_typed(f"{EMPTY} {NORWEGIAN} {' '.join(TELLS.values())}") - frozenset(f"{WEAK} {TURNS}".split())
SMALL = SMALL_RIGHT | frozenset(MISSPELT.split())
