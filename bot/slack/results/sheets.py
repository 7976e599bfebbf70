"""A result as a file: one CSV, or an Excel workbook with a codebook. It holds what is shown, and nothing more."""

import base64
import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from bot.core.texts import Lang, Text
from bot.domain.answers.asked import Asked, Tally, summary, wording
from bot.domain.answers.ballots import Roll
from bot.domain.answers.figures import share
from bot.domain.answers.kinds import chosen
from bot.domain.answers.protection import Group
from bot.domain.companies.rows import TRAITS, label
from bot.slack.results import words

Cell = str | int | float
Table = list[list[Cell]]
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would carry out (OWASP, “CSV Injection”)


@dataclass(frozen=True)
class Exported:
    """`rolled`: who answered what in a named poll, `called`: what they are called; `texts`: answers in words of an
    anonymous one.
    """

    asked: Asked
    tally: Tally
    groups: Mapping[str, list[Group]]
    rolled: list[Roll]
    called: Mapping[str, str]
    texts: list[str]


def tables(exported: Exported, lang: Lang, areas: Mapping[str, Text]) -> dict[str, Table]:
    """Sheets by name: the figures, the answers where they may be told, and what each column means."""
    sheets = {words.FIGURES[lang]: _figures(exported, lang, areas)}
    answers = _answers(exported, lang)
    sheets |= {words.ANSWERS[lang]: answers} if len(answers) > 1 else {}
    return sheets | {words.CODEBOOK[lang]: _codebook(exported, lang)}


def _figures(exported: Exported, lang: Lang, areas: Mapping[str, Text]) -> Table:
    everybody = Group("", exported.tally.turnout, exported.tally.counts or ())
    rows = [words.COLUMNS[name][lang] for name in ("split", "group", "turnout", "option", "count", "percent")]
    table: Table = [[*rows, words.COLUMNS["low"][lang], words.COLUMNS["high"][lang]]]
    table += _group(exported.asked, words.ALL[lang], words.ALL[lang], everybody, lang)
    for trait, groups in exported.groups.items():
        for group in groups:
            name = label(trait, group.name, areas)[lang]
            table += _group(exported.asked, TRAITS[trait][lang], name, group, lang)
    return table


def _group(asked: Asked, split: str, name: str, group: Group, lang: Lang) -> Table:
    if not group.counts:
        return [[split, name, group.turnout, "", "", "", "", ""]]
    rows: Table = []
    for option, count in zip(wording(asked, lang).options, group.counts, strict=True):
        found = share(count, group.turnout)
        figures = [round(end or 0, 1) for end in (found.value, found.low, found.high)]
        rows.append([split, name, group.turnout, option, count, *figures])
    if (one := summary(asked, group.counts)) is not None:
        title = (words.SCORE_NAME if asked.kind == "recommend" else words.MEDIAN_NAME)[lang]
        ends: list[Cell] = ["" if end is None else round(end, 1) for end in (one.low, one.high)]
        rows.append([split, name, group.turnout, title, "", round(one.value, 1), *ends])
    return rows


def _answers(exported: Exported, lang: Lang) -> Table:
    asked, options = exported.asked, wording(exported.asked, lang).options
    table: Table = [[words.COLUMNS["who"][lang], words.COLUMNS["answer"][lang]]]
    for row in exported.rolled:
        said = row.words or ", ".join(options[n] for n in chosen(asked.kind, row.option or 0))
        table.append([exported.called.get(row.person, row.person), said])
    return table + [["", text] for text in exported.texts]


def _codebook(exported: Exported, lang: Lang) -> Table:
    asked = exported.asked
    table: Table = [[words.COLUMNS["column"][lang], words.COLUMNS["meaning"][lang]]]
    table.append([words.QUESTION_ASKED[lang], wording(asked, lang).question])
    table.append([words.KIND[lang], words.KINDS[asked.kind][lang]])
    return table + _explained(asked, lang)


def _explained(asked: Asked, lang: Lang) -> Table:
    """What holds for all questions that were asked together."""
    secrecy: list[Cell] = [words.SECRECY[lang], (words.NAMED if asked.named else words.ANONYMOUS)[lang]]
    columns: Table = [[words.COLUMNS[name][lang], meaning[lang]] for name, meaning in words.MEANINGS.items()]
    return [secrecy, *columns, [words.PROTECTION[lang], words.HIDDEN(lang, enough=asked.enough)]]


def together(several: Sequence[Exported], lang: Lang, areas: Mapping[str, Text]) -> dict[str, Table]:
    """The same sheets for several questions, each row with its question; the codebook lists their options."""
    names = [f"{n}. {wording(one.asked, lang).question}" for n, one in enumerate(several, 1)]
    sheets: dict[str, Table] = {}
    for title, table_of in ((words.FIGURES[lang], partial(_figures, areas=areas)), (words.ANSWERS[lang], _answers)):
        found = [table_of(one, lang) for one in several]
        head: list[Cell] = [words.QUESTION_ASKED[lang], *found[0][0]]
        rows: Table = [[name, *row] for name, table in zip(names, found, strict=True) for row in table[1:]]
        sheets |= {title: [head, *rows]} if rows else {}
    codebook: Table = [[words.COLUMNS["column"][lang], words.COLUMNS["meaning"][lang]]]
    codebook += [[name, _options(one.asked, lang)] for name, one in zip(names, several, strict=True)]
    return sheets | {words.CODEBOOK[lang]: codebook + _explained(several[0].asked, lang)}


def _options(asked: Asked, lang: Lang) -> str:
    """«Ett av flere svar: a | b»."""
    options = " | ".join(wording(asked, lang).options)
    return f"{words.KINDS[asked.kind][lang]}: {options}" if options else words.KINDS[asked.kind][lang]


def csv_file(sheets: Mapping[str, Table]) -> dict[str, str]:
    """The sheets below each other, as UTF-8 that Excel recognizes; semicolons and decimal commas, as Norwegian Excel
    expects them: it would read 20.7 as a day in July.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    for name, table in sheets.items():
        writer.writerows([[name], *([_harmless(cell) for cell in row] for row in table), []])
    return {"content": "\ufeff" + out.getvalue()}


def _harmless(cell: Cell) -> Cell:
    """Text that a spreadsheet would read as a formula gets an apostrophe before it; negative numbers stay numbers."""
    if isinstance(cell, float):
        return str(cell).replace(".", ",")
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def xlsx_file(sheets: Mapping[str, Table]) -> dict[str, str]:
    import xlsxwriter  # noqa: PLC0415  (much to load, and seldom needed)

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for name, table in sheets.items():
            sheet = book.add_worksheet(name)
            for n, row in enumerate(table):
                for m, cell in enumerate(row):
                    if isinstance(cell, str):
                        sheet.write_string(n, m, cell)  # never read as a formula or a link
                    else:
                        sheet.write_number(n, m, cell)
            sheet.autofit()
    return {"base64": base64.b64encode(out.getvalue()).decode()}
