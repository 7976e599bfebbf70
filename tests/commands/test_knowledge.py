"""`python -m bot knowledge`: what is wrong, by file and line; the schema."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bot.__main__ import main
from tests.slacks import slack

SOUND = """
- id: contact.kommunen
  kind: contact
  title: {nb: Havna, nn: Hamna, en: The harbour}
  text: {nb: Havna hjelper., nn: Hamna hjelper., en: The harbour helps.}
  question: {nb: Hvem hjelper?, nn: Kven hjelper?, en: Who helps?}
  contact: {role: {nb: Havna, nn: Hamna, en: The harbour}, url: "ADDRESS"}
  source: [{document: Planen, section: Om, position: 1. avsnitt, as_of: '2026', url: "ADDRESS"}]
"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of entries, and no others."""
    monkeypatch.setenv("KNOWLEDGE_SHIPPED", "no")
    (tmp_path / "own.yaml").write_text(SOUND.replace("ADDRESS", "https://example.org"))
    return tmp_path


def test_what_is_sound_is_said_to_be(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (main(["knowledge", "check", str(own)]), capsys.readouterr().out) == (0, "The knowledge base is sound.\n")


def test_addresses_that_lead_nowhere_are_named(own: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with slack() as workspace:
        (own / "own.yaml").write_text(SOUND.replace("ADDRESS", workspace.address))
        assert main(["knowledge", "check", str(own), "--links"]) == 0
        (own / "own.yaml").write_text(SOUND.replace("ADDRESS", f"{workspace.address}/nowhere"))
        capsys.readouterr()
        assert main(["knowledge", "check", str(own), "--links"]) == 1
        assert (
            f"own.yaml:8: contact.kommunen: source: {workspace.address}/nowhere answers 404." in capsys.readouterr().out
        )
    assert main(["knowledge", "check", str(own), "--links"]) == 1
    assert "cannot be reached (ConnectError)" in capsys.readouterr().out


def test_a_problem_is_named_by_file_and_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "own.yaml").write_text("- id: nothing\n  kind: area\n")
    assert main(["knowledge", "check", str(tmp_path)]) == 1
    assert capsys.readouterr().out.startswith(f"{tmp_path}/own.yaml:1: ")


def test_a_folder_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert (main(["knowledge", "check", "/nowhere"]), capsys.readouterr().err) == (2, "There is no folder /nowhere.\n")


def test_a_broken_knowledge_base_stops_the_other_commands_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "own.yaml").write_text("- id: nothing\n")
    monkeypatch.setenv("KNOWLEDGE_DIR", str(tmp_path))
    assert main(["ask", "Visperud?"]) == 2
    assert capsys.readouterr().err.startswith("The knowledge base needs mending:\n")


def test_the_schema_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["knowledge", "schema"]) == 0
    Draft202012Validator.check_schema(json.loads(capsys.readouterr().out))
