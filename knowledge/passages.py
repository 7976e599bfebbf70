"""From a document to passages: entries of their own, each of one place in it, with heading and page."""

import re
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import groupby

from bot.core.texts import LANGUAGES, Text, same
from knowledge.documents import Paragraph
from knowledge.entry import BUTTON, Entry, Source
from knowledge.rules import LONGEST_PASSAGE
from knowledge.words import fold, sentences

ASKED = Text(nb="Hva står det om «{heading}»?", nn="Kva står det om «{heading}»?", en="What is said on “{heading}”?")


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", fold(name.lower())).strip("_")[:40] or "document"


def passages(document: str, as_of: str, paragraphs: Iterable[Paragraph]) -> list[Entry]:
    """An id holds a fingerprint of the text, so that it stays the same whatever is changed elsewhere."""
    found: dict[str, Entry] = {}
    for heading, under in groupby(paragraphs, key=lambda each: each.heading):
        for page, text in _packed(list(under)):
            name = f"passage.{slug(document)}.n{sha256(f'{heading} {text}'.encode()).hexdigest()[:10]}"
            found.setdefault(name, _entry(name, document, as_of, heading or document, page, text))
    return list(found.values())


def _packed(paragraphs: list[Paragraph]) -> Iterator[tuple[str, str]]:
    """(page, text) of as many whole sentences as a passage takes."""
    page, text = "", ""
    for paragraph in paragraphs:
        for sentence in _short(paragraph.text):
            if text and len(text) + 1 + len(sentence) > LONGEST_PASSAGE:
                yield page, text
                text = ""
            page = page if text else paragraph.page
            text = f"{text} {sentence}" if text else sentence
    if text:
        yield page, text


def _short(text: str) -> Iterator[str]:
    """Its sentences; one that is too long is parted between words."""
    for sentence in sentences(text):
        rest = sentence
        while len(rest) > LONGEST_PASSAGE:
            at = rest.rfind(" ", 0, LONGEST_PASSAGE)
            at = at if at > 0 else LONGEST_PASSAGE
            yield rest[:at]
            rest = rest[at:].strip()
        yield rest


def _entry(name: str, document: str, as_of: str, heading: str, page: str, text: str) -> Entry:
    title = heading[:100]
    room = BUTTON - max(len(ASKED[lang]) - len("{heading}") for lang in LANGUAGES)
    nb, nn, en = (ASKED[lang].format(heading=title if len(title) <= room else f"{title[: room - 1]}…")
                  for lang in LANGUAGES)  # fmt: skip
    return Entry(
        id=name,
        kind="passage",
        title=same(title),
        text=same(text),
        question=Text(nb=nb, nn=nn, en=en),
        source=(Source(document=document, section=heading, position=page, as_of=as_of),),
    )
