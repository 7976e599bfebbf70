"""Every link between the project's own documents leads somewhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("*.md", "bot/**/*.md", "handlers/**/*.md", "knowledge/**/*.md", "scheduler/**/*.md", "tests/**/*.md")
DOCUMENTS = sorted(file for pattern in OURS for file in ROOT.glob(pattern))
FENCED = re.compile(r"^```.*?^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)|(?:src|href)=\"([^\"]+)\"")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda file: str(file.relative_to(ROOT)))
def test_links_lead_somewhere(document: Path) -> None:
    text = FENCED.sub("", document.read_text())
    targets = [one or other for one, other in LINK.findall(text)]
    assert [target for target in targets if not _exists(target, document)] == []


def _exists(target: str, document: Path) -> bool:
    if re.match(r"[a-z]+:", target):
        return True
    path, _, anchor = target.partition("#")
    file = document.parent / path if path else document
    return file.exists() and (not anchor or anchor in _anchors(file.read_text()))


def _anchors(text: str) -> set[str]:
    """As GitHub makes them from headings."""
    headings = re.findall(r"^#+ (.+)$", FENCED.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
