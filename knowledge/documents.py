"""A document's paragraphs, each with its heading and page: Markdown, plain text, HTML, Word and PDF."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

LONGEST_HEADING = 80
_BULLET = re.compile(r"^\s*(?:[•▪‣*–-]|\d{1,2}[.)])\s+")
_FOOTER = re.compile(r"^\s*(?:(?P<left>\d{1,4})\s*\|\s*(?P<after>.+)|(?P<before>.+?)\s*\|\s*(?P<right>\d{1,4}))\s*$")
SHORTER = 0.75  # of the line below it: a heading that is longer is the first line of a paragraph
EDGE = 2  # lines at the top and the foot of a page that may be the same on all
_REPEATED = 3  # times that the words beside a page number stand there, if it is one
_MARKED = re.compile(r"^(#{1,6})\s+(.+?)\s*#*$")
_JOINS = re.compile(r"^(?:og|eller|and|or)\b")


@dataclass(frozen=True)
class Paragraph:
    """`heading`: the one above it, empty where there is none; `page`: empty where the document tells no pages."""

    heading: str
    page: str
    text: str


class Unreadable(Exception):
    """Why a document cannot be read, in one sentence."""


def read_document(file: Path) -> list[Paragraph]:
    """Raises Unreadable."""
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        raise Unreadable(f"{file.suffix or 'No ending'} is no kind of document that is read: {', '.join(READERS)}.")
    try:
        paragraphs = [one for one in reader(file) if one.text]
    except UnicodeDecodeError:
        raise Unreadable("The file is not saved as UTF-8.") from None
    except ImportError as error:
        named = {"docx": "python-docx", "pypdf": "pypdf"}.get(error.name or "", error.name)
        raise Unreadable(f"{file.suffix} needs the package {named}, which is not installed.") from None
    if not paragraphs:
        raise Unreadable("There is no text in it.")
    return paragraphs


def plain_text(file: Path) -> Iterator[Paragraph]:
    pages = file.read_text(encoding="utf-8-sig").split("\f")
    if len(pages) > 1:
        bare = _bare([page.splitlines() for page in pages])
        return _lines((str(n), lines) for n, lines in enumerate(bare, 1))
    return _lines(_by_footer(pages[0].splitlines()))


def markdown(file: Path) -> Iterator[Paragraph]:
    heading = ""
    lines: list[str] = []
    for line in [*file.read_text(encoding="utf-8-sig").splitlines(), ""]:
        marked = _MARKED.match(line)
        if marked or not line.strip() or _BULLET.match(line):
            yield Paragraph(heading, "", join(lines))
            lines = []
        heading = marked[2] if marked else heading
        lines += [] if marked else [line]


def html(file: Path) -> Iterator[Paragraph]:
    parser = _Html()
    parser.feed(file.read_text(encoding="utf-8-sig"))
    parser.close()
    parser.end()
    return iter(parser.found)


def word(file: Path) -> Iterator[Paragraph]:
    import docx  # noqa: PLC0415  an extra, which not everybody installs

    heading = ""
    for block in docx.Document(str(file)).iter_inner_content():
        if isinstance(block, docx.table.Table):
            yield from (Paragraph(heading, "", " · ".join(cell.text for cell in row.cells)) for row in block.rows)
        elif block.style is not None and (block.style.name or "").startswith(("Heading", "Title")):
            heading = block.text.strip()
        else:
            yield Paragraph(heading, "", " ".join(block.text.split()))


def pdf(file: Path) -> Iterator[Paragraph]:
    import pypdf  # noqa: PLC0415  an extra, which not everybody installs

    try:
        pages = [page.extract_text().splitlines() for page in pypdf.PdfReader(str(file)).pages]
    except pypdf.errors.PyPdfError as error:
        raise Unreadable(f"It is no PDF that can be read: {error}.") from None
    return _lines((str(n), lines) for n, lines in enumerate(_bare(pages), 1))


READERS: dict[str, Callable[[Path], Iterator[Paragraph]]] = {
    ".md": markdown,
    ".txt": plain_text,
    ".html": html,
    ".htm": html,
    ".docx": word,
    ".pdf": pdf,
}


def join(lines: Iterable[str]) -> str:
    """Lines of one paragraph; a word that was parted at the end of a line is whole again."""
    text = ""
    for line in (" ".join(each.split()) for each in lines):
        parted = text.endswith("-") and line[:1].islower() and not _JOINS.match(line)
        if (
            parted and text.rsplit(maxsplit=1)[-1][:1].islower()
        ):  # «bed-» «rifter»; but «Ahus-» «området» keeps its hyphen
            text = text[:-1]
        text = text + line if parted or not text else f"{text} {line}"
    return text.strip()


def _bare(pages: list[list[str]]) -> list[list[str]]:
    """Without what stands at the edge of most pages: running heads, and feet with the page's number."""
    marks = Counter(mark for lines in pages for mark in {_mark(lines[at]) for at in _edges(lines)})
    running = {mark for mark, times in marks.items() if times >= max(_REPEATED, len(pages) / 2)}
    gone = [{at for at in _edges(lines) if _mark(lines[at]) in running} for lines in pages]
    return [[line for at, line in enumerate(lines) if at not in out] for lines, out in zip(pages, gone, strict=True)]


def _edges(lines: list[str]) -> list[int]:
    """Where the first and the last two lines with words in them stand."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    return [*filled[:EDGE], *filled[EDGE:][-EDGE:]]


def _mark(line: str) -> str:
    """The same on all pages, whatever their number."""
    return re.sub(r"\d+", "#", " ".join(line.split()))


def _by_footer(lines: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Pages told by lines such as «8 | Name of the plan» at their ends, where no page lacks one."""
    beside = Counter(words for line in lines if (words := _footer(line)[0]))
    ends = [(at, _footer(line)[1]) for at, line in enumerate(lines) if beside[_footer(line)[0]] >= _REPEATED]
    if all(int(after) == int(before) + 1 for (_, before), (_, after) in pairwise(ends)):
        starts = [0, *(at + 1 for at, _ in ends)]
        for start, (at, number) in zip(starts, ends, strict=False):
            yield number, lines[start:at]
        yield "", lines[starts[-1] :]
    else:
        gone = {at for at, _ in ends}
        yield "", [line for at, line in enumerate(lines) if at not in gone]


def _footer(line: str) -> tuple[str, str]:
    """The words beside a page number, and the number; empty where the line has none."""
    found = _FOOTER.match(line)
    return (found["after"] or found["before"], found["left"] or found["right"]) if found else ("", "")


def _lines(pages: Iterable[tuple[str, list[str]]]) -> Iterator[Paragraph]:
    """Headings are told by their form, as plain text has no others."""
    heading = ""
    for page, lines in pages:
        paragraph: list[str] = []
        title: list[str] = []
        for before, line, after in zip(["", *lines], lines, [*lines[1:], ""], strict=False):
            if _is_heading(before, line, after):
                yield Paragraph(heading, page, join(paragraph))
                paragraph, title = [], [*title, line]
                continue
            heading, title = join(title) or heading, []
            if not line.strip() or _BULLET.match(line):
                yield Paragraph(heading, page, join(paragraph))
                paragraph = []
            paragraph.append(line)
        yield Paragraph(heading, page, join(paragraph))


def _is_heading(before: str, line: str, after: str) -> bool:
    """A short line of capitals, or one that begins anew and is clearly shorter than the line of text below it."""
    words = line.strip()
    if not 3 < len(words) <= LONGEST_HEADING or _BULLET.match(line) or not re.search(r"[^\W\d_]{3}", words):
        return False
    if words.isupper():
        return True
    if not words[0].isupper() or words[-1] in ".,;:!?-" or after.lstrip()[:1].islower():
        return False
    return before.rstrip()[-1:] in ("", ".", ":") and len(words) <= SHORTER * len(after.strip())


class _Html(HTMLParser):
    """Paragraphs, list items and cells, under the nearest heading; scripts, styles and menus are left out."""

    BREAKS = frozenset(["p", "li", "td", "th", "dd", "dt", "div", "br", "tr", "section", "article", "blockquote"])
    LEFT_OUT = frozenset(["script", "style", "nav", "header", "footer", "head", "template", "noscript"])

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Paragraph] = []
        self._heading = ""
        self._words: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self._hidden += tag in self.LEFT_OUT
        if tag in self.BREAKS or _titles(tag):
            self.end()

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in self.LEFT_OUT and self._hidden > 0
        if _titles(tag):
            self._heading, self._words = join(self._words), []
        elif tag in self.BREAKS:
            self.end()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._words.append(data)

    def end(self) -> None:
        self.found.append(Paragraph(self._heading, "", " ".join("".join(self._words).split())))
        self._words = []


def _titles(tag: str) -> bool:
    return len(tag) == 2 and tag[0] == "h" and tag[1].isdigit()
