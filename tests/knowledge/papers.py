"""A small made-up plan in every form that is read."""

from collections.abc import Sequence
from pathlib import Path

PARTS = (
    ("Havneplassen", "Havneplassen får 40 nye båtplasser i 2031. Kaia skal bygges av lokale bedrifter."),
    ("Torget", "Torghandelen flyttes til Eksempelgata, og det blir 12 faste boder."),
)


def txt(folder: Path) -> Path:
    """Lines are broken as on paper; pages end with their number."""
    pages = [
        "\nHavneplassen\nHavneplassen får 40 nye båtplasser i 2031. Kaia skal bygges av lokale bed-\nrifter.\n",
        "\nTorget\nTorghandelen flyttes til Eksempelgata, og det blir 12 faste\nboder.\n",
        "\n• Ett punkt om vannet.\n• Et annet punkt.\n",
    ]
    return _write(folder / "plan.txt", "".join(f"{page}{n} | Eksempelplanen\n" for n, page in enumerate(pages, 7)))


def md(folder: Path) -> Path:
    return _write(folder / "plan.md", "\n".join(f"# {heading}\n\n{text}\n" for heading, text in PARTS))


def html(folder: Path) -> Path:
    body = "".join(f"<h2>{heading}</h2><div><p>{text}</p></div>" for heading, text in PARTS)
    hidden = "<head><title>T</title><style>p {}</style></head><nav><a>Meny</a></nav><script>x()</script>"
    return _write(folder / "plan.html", f"<html>{hidden}<body>{body}</body></html>")


def docx(folder: Path) -> Path:
    from docx import Document  # noqa: PLC0415  an extra, as in the program

    paper = Document()
    for heading, text in PARTS:
        paper.add_heading(heading, 1)
        paper.add_paragraph(text)
    table = paper.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Boder", "12"
    paper.save(str(folder / "plan.docx"))
    return folder / "plan.docx"


def pdf(folder: Path, pages: Sequence[Sequence[str]] = ()) -> Path:
    """Pages of lines, else one page for each part; written by hand; æ, ø and å in the way of PDF's standard fonts."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    kids = []
    for lines in pages or [_lines(heading, text) for heading, text in PARTS]:
        drawn = (
            b"BT /F1 12 Tf 50 700 Td 14 TL "
            + b" ".join(b"(" + line.encode("cp1252") + b") Tj T*" for line in lines)
            + b" ET"
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn))
        content = len(objects)
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % content
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    out, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%sendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    (folder / "plan.pdf").write_bytes(out + end % (size, table, size, len(out)))
    return folder / "plan.pdf"


def _lines(heading: str, text: str) -> tuple[str, str, str]:
    first, _, second = text.partition(", " if ", " in text else ". ")
    return heading, first, second


def _write(file: Path, words: str) -> Path:
    file.write_text(words, encoding="utf-8")
    return file
