"""Documents become passages with heading and page, and questions are answered with the one that fits."""

import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from knowledge.ask import answer
from knowledge.documents import Paragraph, Unreadable, join, read_document
from knowledge.library import Library
from knowledge.passages import passages
from knowledge.reading import Record
from knowledge.rules import LONGEST_PASSAGE, broken
from tests.knowledge import papers
from tests.knowledge.papers import PARTS

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("paper", [papers.md, papers.html])
def test_headings_and_paragraphs_are_read(paper: Callable[[Path], Path], tmp_path: Path) -> None:
    assert read_document(paper(tmp_path)) == [Paragraph(heading, "", text) for heading, text in PARTS]


def test_word_is_read_with_its_tables(tmp_path: Path) -> None:
    paragraphs = [Paragraph(heading, "", text) for heading, text in PARTS]
    assert read_document(papers.docx(tmp_path)) == [*paragraphs, Paragraph("Torget", "", "Boder · 12")]


def test_plain_text_is_whole_again_and_knows_its_pages(tmp_path: Path) -> None:
    assert read_document(papers.txt(tmp_path)) == [
        Paragraph("Havneplassen", "7", PARTS[0][1]),
        Paragraph("Torget", "8", PARTS[1][1]),
        Paragraph("Torget", "9", "• Ett punkt om vannet."),
        Paragraph("Torget", "9", "• Et annet punkt."),
    ]


def test_pages_that_are_not_all_numbered_are_not_told(tmp_path: Path) -> None:
    file = papers.txt(tmp_path)
    file.write_text(file.read_text().replace("8 | Eksempelplanen\n", "") + "12 | Eksempelplanen\n")
    assert {paragraph.page for paragraph in read_document(file)} == {""}


def test_pdf_knows_its_pages(tmp_path: Path) -> None:
    found = read_document(papers.pdf(tmp_path))
    assert [paragraph.page for paragraph in found] == ["1", "2"]
    assert "40 nye båtplasser i 2031" in found[0].text


RUNNING = [
    [
        "Eksempelplanen 2031",
        heading.upper(),
        f"{heading} får {number} nye båtplasser, og kaia skal",
        "bygges av lokale bed-",
        f"rifter som kjenner {heading}.",
        f"Side {page}",
    ]
    for page, (heading, number) in enumerate((("Havna", 40), ("Torget", 12), ("Elva", 7)), 1)
]


def test_lines_of_a_pdf_are_whole_again_without_what_runs_along_its_pages(tmp_path: Path) -> None:
    told = "får {} nye båtplasser, og kaia skal bygges av lokale bedrifter som kjenner {}."
    expected = [
        Paragraph("HAVNA", "1", f"Havna {told.format(40, 'Havna')}"),
        Paragraph("TORGET", "2", f"Torget {told.format(12, 'Torget')}"),
        Paragraph("ELVA", "3", f"Elva {told.format(7, 'Elva')}"),
    ]
    assert read_document(papers.pdf(tmp_path, RUNNING)) == expected
    (tmp_path / "plan.txt").write_text("\f".join("\n".join(page) for page in RUNNING))
    assert read_document(tmp_path / "plan.txt") == expected


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("plan.xyz", b"x", r"\.xyz is no kind of document that is read: \.md, "),
        ("plan.txt", b"\xff\xfe\x00", "not saved as UTF-8"),
        ("plan.md", b"  \n", "There is no text in it"),
        ("plan.pdf", b"nonsense", "no PDF that can be read"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Unreadable, match=words):
        read_document(tmp_path / name)


@pytest.mark.parametrize(("paper", "package"), [(papers.docx, "python-docx"), (papers.pdf, "pypdf")])
def test_a_package_that_is_not_installed_is_named(paper: Callable[[Path], Path], package: str, tmp_path: Path) -> None:
    program = (
        "import sys; sys.modules.update(docx=None, pypdf=None)\n"
        "from pathlib import Path; from knowledge.documents import Unreadable, read_document\n"
        "try: read_document(Path(sys.argv[1]))\n"
        "except Unreadable as error: print(error)"
    )
    command = [sys.executable, "-c", program, str(paper(tmp_path))]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    assert f"needs the package {package}, which is not installed." in said


def test_words_parted_at_the_end_of_a_line_are_whole_again() -> None:
    assert (
        join(["Ahus-", "området og forsknings-", "og bedrifts-", "Norge"])
        == "Ahus-området og forsknings- og bedrifts- Norge"
    )


def test_a_passage_is_short_keeps_its_id_and_breaks_no_rule() -> None:
    long = Paragraph("Lang", "3", " ".join(f"Setning nummer {n} står her." for n in range(60)) + "x" * 700)
    found = passages("Eksempelplanen", "2026", [long, Paragraph("Kort", "4", "Kort.")])
    assert max(len(each.text.nb) for each in found) <= LONGEST_PASSAGE
    assert " ".join(each.text.nb for each in found).replace(" ", "") == (long.text + "Kort.").replace(" ", "")
    again = passages("Eksempelplanen", "2026", [Paragraph("Ny", "1", "Nytt."), long, Paragraph("Kort", "5", "Kort.")])
    assert {each.id for each in found} < {each.id for each in again}
    assert broken([Record(each) for each in found], {each.id: each for each in found}) == []


@pytest.mark.parametrize(
    ("question", "heading"),
    [
        ("Hvor mange båtplasser kommer på Havneplassen?", "Havneplassen"),
        ("Kor blir torghandelen flytta?", "Torget"),
        ("Where does the torghandel move to?", "Torget"),
    ],
)
def test_a_question_is_answered_with_one_passage_and_its_place(tmp_path: Path, question: str, heading: str) -> None:
    library = Library.of(passages("Eksempelplanen", "2026", read_document(papers.txt(tmp_path))))
    found = answer(question, None, NOW, library)
    assert (found.outcome, [entry.title.nb for entry in found.entries]) == ("answered", [heading])
    assert [sentence.words.nb for sentence in found.sentences] == [found.entries[0].text.nb]


def test_a_follow_up_is_read_with_the_question_before(tmp_path: Path) -> None:
    library = Library.of(passages("Plan", "2030", read_document(papers.txt(tmp_path))))
    found = answer("Og når?", "Hva skal bygges på Havneplassen?", NOW, library)
    assert [each.title.nb for each in found.entries] == ["Havneplassen"]
    assert answer("Og når?", "Bor det pingviner i Sydney?", NOW, library).outcome == "refused"


@pytest.mark.parametrize(
    "question",
    ["Hvem er ordfører på Havneplassen?", "Hva koster en båtplass i 2045?", "Når går bussen til Oslo?"],
)
def test_what_the_document_does_not_tell_is_not_answered(tmp_path: Path, question: str) -> None:
    library = Library.of(passages("Eksempelplanen", "2026", read_document(papers.txt(tmp_path))))
    assert answer(question, None, NOW, library).outcome == "refused"
