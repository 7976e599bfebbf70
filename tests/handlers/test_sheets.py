"""A result as a file holds what is shown, carries out nothing, and explains its columns."""

import base64
import csv
import io
import re
import zipfile
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.core.moments import Local
from bot.core.texts import LANGUAGES, Text, same
from bot.domain.answers.asked import Point, Tally
from bot.domain.answers.ballots import Roll
from bot.domain.answers.protection import Group
from bot.domain.polls.tables import Poll
from bot.slack.paging import page
from bot.slack.results import sheets
from bot.slack.results.closed import Closed
from bot.slack.results.sheets import Exported
from bot.workspace.block_kit import faults
from handlers.polls import outcome_views
from handlers.polls.outcome_views import Told
from tests.clock import Clock

AT = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
AREAS: dict[str, Text] = {"area.visperud": same("Visperud")}
LOCAL = Local(AT, ZoneInfo("Europe/Oslo"))


def poll(kind: str = "one", options: tuple[str, ...] = ("=HYPERLINK(1)", "b"), **fields: object) -> Poll:
    given: dict[str, object] = {"named": False, "counts": [4, 3], "turnout": 7, "closed_at": AT, "kind": kind}
    return Poll(
        question={"nb": "+Hva?"},
        options={"nb": list(options)},
        channel="C0NETTVERK",
        private=False,
        made_by=None,
        made_at=AT,
        closes_at=AT,
        **given | fields,  # type: ignore[arg-type]
    )


def exported(**more: object) -> Exported:
    groups = {"branch": [Group("it", 5, (3, 2))], "area": [Group("area.visperud", 6, (4, 2))]}
    given: dict[str, object] = {"rolled": [], "called": {}, "texts": []}
    return Exported(poll(), Tally(7, (4, 3)), groups, **given | more)  # type: ignore[arg-type]


def test_figures_stand_by_group_and_formulas_are_harmless() -> None:
    content = sheets.csv_file(sheets.tables(exported(), "nb", AREAS))["content"]
    table = list(csv.reader(io.StringIO(content.removeprefix("\ufeff")), delimiter=";"))
    assert table[:3] == [
        ["Tall"],
        ["Inndeling", "Gruppe", "Antall som svarte", "Svaralternativ", "Antall", "Prosent", "Trolig fra", "Trolig til"],
        ["Alle", "Alle", "7", "'=HYPERLINK(1)", "4", "57,1", "25,0", "84,2"],
    ]
    assert [row[:5] for row in table[4:6]] == [
        ["Bransje", "IT og kommunikasjon", "5", "'=HYPERLINK(1)", "3"],
        ["Bransje", "IT og kommunikasjon", "5", "b", "2"],
    ]
    assert ["Spørsmål", "'+Hva?"] in table
    assert [cell for row in table for cell in row if cell[:1] in ("=", "+", "@", "-")] == []


def test_the_workbook_has_sheets_and_no_formula() -> None:
    tables = sheets.tables(exported(texts=["@alle: bedre buss"]), "nb", AREAS)
    book = zipfile.ZipFile(io.BytesIO(base64.b64decode(sheets.xlsx_file(tables)["base64"])))
    names = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
    written = "".join(book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet"))
    assert (names, "<f>" in written) == (["Tall", "Svar", "Kodebok"], False)
    assert "@alle: bedre buss" in book.read("xl/sharedStrings.xml").decode()


def test_answers_with_names_are_told_only_where_they_were_given_with_names() -> None:
    assert list(sheets.tables(exported(), "nb", AREAS)) == ["Tall", "Kodebok"]
    named = exported(rolled=[Roll(poll_id="p", person="U0KARI", option=1)], called={"U0KARI": "Eksempel AS"})
    assert sheets.tables(named, "nb", AREAS)["Svar"] == [["Hvem", "Svar"], ["Eksempel AS", "b"]]


def test_a_result_with_all_that_it_can_have_fits_slack_in_each_language() -> None:
    options = tuple(f"{n}" + "<&*_`" * 14 for n in range(10))
    counts = tuple(range(10))
    groups = {"branch": [Group("trade", 45, counts)] * 14, "size": [Group("100+", 45, counts), Group("", 45, counts)]}
    trend = [Point(AT, 45, counts)] * 12
    told = Told(poll(options=options, counts=list(counts)), Tally(45, counts), groups, trend, ["æ" * 1000] * 25)
    for lang in LANGUAGES:
        message = outcome_views.detail(told, lang, LOCAL, AREAS, organizer=True)
        assert faults("message", message.blocks) == []
        assert "<&" not in message.text
    line = Closed(AT, "+Hva? <&", 45, "poll.result", "1", "*Dette gjør vi:* mer")
    listed = outcome_views.listing(page([line] * 30, "10", 10), "nb", LOCAL)
    assert (faults("message", listed.blocks), Clock()() == AT) == ([], True)
