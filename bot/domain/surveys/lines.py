"""A survey as an organizer types it: parts, questions and options, a line each.

    # Part
    Question? (several, at most 3)
    - option
    - option

What stands in brackets tells the kind; without it one option is chosen. The two lines of a scale are its ends.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.errors import UserError
from bot.core.texts import Lang, Text
from bot.domain.answers.kinds import FIXED, WRITTEN, Kind

BRACKETS = re.compile(r"\s*\(([^()]*)\)$")
KINDS: Mapping[Kind, re.Pattern[str]] = {
    "several": re.compile(r"(?:flere|fleire|several)(?:, (?:høyst|høgst|at most) (\d{1,2}))?"),
    "scale": re.compile(r"1[–-]5"),
    "recommend": re.compile(r"0[–-]10"),
    "unsure": re.compile(r"ja/nei|yes/no"),
    "words": re.compile(r"egne ord|eigne ord|own words"),
}

NO_PART = Text(
    nb="Begynn med en del: en linje med # foran, som «# Om bedriften».",
    nn="Begynn med ein del: ei linje med # framfor, som «# Om bedrifta».",
    en="Begin with a part: a line with # before it, such as “# About the company”.",
)
NO_QUESTION = Text(
    nb="Linje {line}: over svaralternativet må det stå et spørsmål.",
    nn="Linje {line}: over svaralternativet må det stå eit spørsmål.",
    en="Line {line}: above the option there must be a question.",
)


@dataclass
class Line:
    """A question as it was read, in one language. `number`: its line, from 1. `asked`: empty before bare brackets."""

    number: int
    asked: str
    kind: Kind
    most: str
    options: list[str] = field(default_factory=list)

    def choices(self, lang: Lang) -> list[str]:
        """All that can be chosen."""
        if self.kind in WRITTEN:
            return self.options
        labels = [text[lang] for text in FIXED[self.kind]]
        if self.kind == "scale" and self.options:
            labels[0], labels[-1] = f"{labels[0]} – {self.options[0]}", f"{labels[-1]} – {self.options[1]}"
        return labels


@dataclass
class Heading:
    title: str
    lines: list[Line] = field(default_factory=list)


def read(typed: str) -> list[Heading]:
    """The parts; raises UserError where a line cannot stand where it is."""
    parts: list[Heading] = []
    for number, raw in enumerate(typed.splitlines(), 1):
        line = " ".join(raw.split())
        if line.startswith("#"):
            parts.append(Heading(line.lstrip("# ")))
        elif line and not parts:
            raise UserError(NO_PART)
        elif line.startswith(("- ", "– ", "• ")):
            if not parts[-1].lines:
                raise UserError(NO_QUESTION, line=number)
            parts[-1].lines[-1].options.append(line[2:])
        elif line:
            parts[-1].lines.append(_question(number, line))
    return parts


def _question(number: int, line: str) -> Line:
    found = BRACKETS.search(line)
    for kind, pattern in KINDS.items():
        if found and (told := pattern.fullmatch(found.group(1).strip().lower())):
            return Line(number, line[: found.start()], kind, (told.group(1) or "") if kind == "several" else "")
    return Line(number, line, "one", "")
