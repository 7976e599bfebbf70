"""`python -m bot knowledge`: what is wrong, by file and line; the schema."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bot.__main__ import main


def test_the_shipped_knowledge_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    assert (main(["knowledge", "check"]), capsys.readouterr().out) == (0, "The knowledge base is sound.\n")


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
