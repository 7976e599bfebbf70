"""A result as a file: one CSV, or an Excel workbook with a codebook. It holds what is shown, and nothing more."""

import base64
import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

import xlsxwriter

from bot.core.texts import Lang, Text
from bot.domain.answers.figures import share
from bot.domain.answers.kinds import chosen
from bot.domain.answers.protection import Group
from bot.domain.companies.rows import TRAITS, label
from bot.domain.polls.closing import Tally
from bot.domain.polls.results import summary
from bot.domain.polls.tables import Poll, Roll, wording
from handlers.polls import outcome_words, words

Cell = str | int | float
Table = list[list[Cell]]
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would carry out (OWASP, “CSV Injection”)


@dataclass(frozen=True)
class Exported:
    """`rolled`: who answered what in a named poll; `texts`: answers in words of an anonymous one."""

    poll: Poll
    tally: Tally
    groups: Mapping[str, list[Group]]
    rolled: list[Roll]
    companies: Mapping[str, str]
    texts: list[str]


def tables(exported: Exported, lang: Lang, areas: Mapping[str, Text]) -> dict[str, Table]:
    """Sheets by name: the figures, the answers where they may be told, and what each column means."""
    sheets = {outcome_words.FIGURES[lang]: _figures(exported, lang, areas)}
    answers = _answers(exported, lang)
    sheets |= {words.ANSWERS[lang]: answers} if len(answers) > 1 else {}
    return sheets | {outcome_words.CODEBOOK[lang]: _codebook(exported, lang)}


def _figures(exported: Exported, lang: Lang, areas: Mapping[str, Text]) -> Table:
    everybody = Group("", exported.tally.turnout, exported.tally.counts or ())
    rows = [outcome_words.COLUMNS[name][lang] for name in ("split", "group", "turnout", "option", "count", "percent")]
    table: Table = [[*rows, outcome_words.COLUMNS["low"][lang], outcome_words.COLUMNS["high"][lang]]]
    table += _group(exported.poll, outcome_words.ALL[lang], outcome_words.ALL[lang], everybody, lang)
    for trait, groups in exported.groups.items():
        for group in groups:
            name = label(trait, group.name, areas)[lang]
            table += _group(exported.poll, TRAITS[trait][lang], name, group, lang)
    return table


def _group(poll: Poll, split: str, name: str, group: Group, lang: Lang) -> Table:
    if not group.counts:
        return [[split, name, group.turnout, "", "", "", "", ""]]
    rows: Table = []
    for option, count in zip(wording(poll, lang).options, group.counts, strict=True):
        found = share(count, group.turnout)
        figures = [round(end or 0, 1) for end in (found.value, found.low, found.high)]
        rows.append([split, name, group.turnout, option, count, *figures])
    if (one := summary(poll, group.counts)) is not None:
        title = (outcome_words.SCORE_NAME if poll.kind == "recommend" else outcome_words.MEDIAN_NAME)[lang]
        ends: list[Cell] = ["" if end is None else round(end, 1) for end in (one.low, one.high)]
        rows.append([split, name, group.turnout, title, "", round(one.value, 1), *ends])
    return rows


def _answers(exported: Exported, lang: Lang) -> Table:
    poll, options = exported.poll, wording(exported.poll, lang).options
    table: Table = [[outcome_words.COLUMNS["who"][lang], outcome_words.COLUMNS["answer"][lang]]]
    for row in exported.rolled:
        said = row.words or ", ".join(options[n] for n in chosen(poll.kind, row.option or 0))
        table.append([exported.companies.get(row.person, row.person), said])
    return table + [["", text] for text in exported.texts]


def _codebook(exported: Exported, lang: Lang) -> Table:
    poll = exported.poll
    table: Table = [[outcome_words.COLUMNS["column"][lang], outcome_words.COLUMNS["meaning"][lang]]]
    table.append([outcome_words.QUESTION_ASKED[lang], wording(poll, lang).question])
    table.append([words.KIND[lang], words.KINDS[poll.kind][lang]])
    table.append([words.SECRECY[lang], (words.NAMED if poll.named else words.ANONYMOUS)[lang]])
    table += [[outcome_words.COLUMNS[name][lang], meaning[lang]] for name, meaning in outcome_words.MEANINGS.items()]
    return [*table, [outcome_words.PROTECTION[lang], outcome_words.HIDDEN(lang, enough=poll.enough)]]


def csv_file(sheets: Mapping[str, Table]) -> dict[str, str]:
    """The sheets below each other, as UTF-8 that Excel recognizes; semicolons, as Norwegian Excel expects them."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    for name, table in sheets.items():
        writer.writerows([[name], *([_harmless(cell) for cell in row] for row in table), []])
    return {"content": "\ufeff" + out.getvalue()}


def _harmless(cell: Cell) -> Cell:
    """Text that a spreadsheet would read as a formula gets an apostrophe before it; negative numbers stay numbers."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell


def xlsx_file(sheets: Mapping[str, Table]) -> dict[str, str]:
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
