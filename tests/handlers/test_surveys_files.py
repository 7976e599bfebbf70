"""The files of a survey hold what is shown of each question, carry out nothing, and explain themselves."""

import csv
import io
import re
import zipfile

from tests.handlers.forging import presses
from tests.handlers.surveying import answered
from tests.house import House
from tests.slacks import KARI
from tests.waiting import eventually

EVIL = "# =Del\n=HYPERLINK(1)? (0–10)\n@alle? (egne ord)"
WHY = "=cmd|' /C calc'!A{n}"
QUESTIONS = ["1. =HYPERLINK(1)?", "2. @alle?"]


def uploaded(house: House) -> list[bytes]:
    return [file.content for file in house.workspace.state.uploads.values() if file.content]


def exported(house: House, wave: str) -> tuple[list[list[str]], zipfile.ZipFile]:
    """The rows of the CSV, and the workbook; asked for by a member too, who gets none."""
    for form in ("csv", "xlsx"):
        presses(house, KARI, f"survey.{form}", wave)
        assert presses(house, house.staff.id, f"survey.{form}", wave).ok
    eventually(lambda: len(uploaded(house)) == 2)
    text, book = uploaded(house)
    assert [one for one in house.kari.said() if one.get("files")] == []
    return list(csv.reader(io.StringIO(text.decode("utf-8-sig")), delimiter=";")), zipfile.ZipFile(io.BytesIO(book))


def test_the_files_hold_figures_words_and_a_codebook_and_no_formula(house: House) -> None:
    wave = answered(house, typed=EVIL, why=WHY, people=(KARI,))
    table, book = exported(house, wave.id)
    assert table[:2] == [
        ["Tall"],
        "Spørsmål;Inndeling;Gruppe;Antall som svarte;Svaralternativ;Antall;Prosent;Trolig fra;Trolig til".split(";"),
    ]
    figures = [row for row in table[2 : table.index(["Svar"])] if row]
    assert [row[:6] for row in figures[5:11]] == [
        [QUESTIONS[0], "Alle", "Alle", "6", str(n), "1"] for n in range(5, 11)
    ]
    assert figures[-2][4:7] == ["Anbefaling", "", "0,0"]
    assert figures[-1] == [QUESTIONS[1], "Alle", "Alle", "6", "", "", "", "", ""]
    words = [row for row in table[table.index(["Svar"]) + 2 : table.index(["Kodebok"])] if row]
    assert words == [[QUESTIONS[1], "", "'" + WHY.format(n=n)] for n in range(6)]
    codebook = dict(row for row in table[table.index(["Kodebok"]) + 2 :] if row)
    options = " | ".join(map(str, range(11)))
    assert codebook[QUESTIONS[0]] == f"Anbefaling fra 0 til 10: {options}"
    assert codebook[QUESTIONS[1]] == "Egne ord"
    assert {"Antall som svarte", "Prosent", "Trolig fra", "Trolig til"} <= codebook.keys()
    begun = [cell for row in table for cell in row if cell[:1] in ("=", "+", "@", "-")]
    assert [cell for cell in begun if not re.fullmatch(r"-\d+,\d", cell)] == []  # a number stays one
    names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
    sheets = "".join(book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet"))
    assert (names, "<f>" in sheets) == (["Tall", "Svar", "Kodebok"], False)
    shared = book.read("xl/sharedStrings.xml").decode()
    assert WHY.format(n=3).replace("'", "&apos;") in shared.replace("'", "&apos;")


def test_the_files_of_a_round_with_too_few_answers_tell_how_many_and_nothing_else(house: House) -> None:
    wave = answered(house, why="hemmelig {n}", count=4)
    table, book = exported(house, wave.id)
    figures = [row for row in table[2 : table.index(["Kodebok"])] if row]
    assert [row[3:] for row in figures] == [["4", "", "", "", "", ""]] * 2
    assert "hemmelig" not in str(table) + book.read("xl/sharedStrings.xml").decode()
