"""`python -m bot ask`: the words that Slack would show, on the command line."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from bot.__main__ import main

VISPERUD = "Hvem har ansvar for regulering på Visperud?"
FACT = "Reguleringsavdelingen har ansvaret for regulering i Lørenskog kommune."


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A folder with one entry of our own."""
    (tmp_path / "own.yaml").write_text(
        "- id: plan.havn\n  kind: plan\n  title: {nb: Havna, nn: Hamna, en: The harbour}\n"
        "  text: {nb: Havna bygges ut., nn: Hamna blir bygd ut., en: The harbour grows.}\n"
        "  question: {nb: Hva skjer med havna?, nn: Kva skjer med hamna?, en: What happens to the harbour?}\n"
        "  source: [{document: Planen, section: Om, position: s. 1, as_of: '2026'}]\n"
    )
    return tmp_path


@pytest.fixture
def lines(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    """Lines in, (exit code, objects out, words of error)."""

    def lines(*given: object, options: tuple[str, ...] = ()) -> tuple[int, list[dict[str, Any]], str]:
        text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in given)
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf-8", "surrogateescape"))))
        code = main(["ask", "--jsonl", *options])
        out, err = capsys.readouterr()
        return code, [json.loads(line) for line in out.splitlines()], err

    return lines


def test_an_answer_is_plain_words(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", *VISPERUD.split()]) == 0
    said = capsys.readouterr().out
    assert said.startswith(FACT)
    assert "Kontakt: Reguleringsavdelingen i Lørenskog kommune · " in said
    assert not {"<", ">", "|"} & set(said)


@pytest.mark.parametrize(("lang", "word"), [("nb", "Kilder:"), ("nn", "Kjelder:"), ("en", "Sources:")])
def test_it_can_be_asked_in_one_language_and_answered_in_another(
    lang: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", "--lang", lang, VISPERUD]) == 0
    assert word in capsys.readouterr().out


def test_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--json", VISPERUD]) == 0
    given = json.loads(capsys.readouterr().out)
    assert set(given) == {"answered", "text", "lang", "entries", "sources", "confidence"}
    assert (given["answered"], given["lang"]) == (True, "nb")
    assert given["text"].startswith(FACT)
    assert {"document", "as_of"} <= set(given["sources"][0])


def test_why_shows_the_stages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "--why", VISPERUD]) == 0
    why = json.loads("{" + capsys.readouterr().out.partition("\n{")[2])
    assert {"language", "words", "ranked", "decided"} <= set(why)


def test_without_a_question_it_says_how(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask"]) == 2
    assert "python -m bot ask" in capsys.readouterr().err


def test_lines_are_answered_in_their_order(lines: Any) -> None:
    code, given, _ = lines({"id": 7, "question": VISPERUD}, "", {"id": "b", "question": "Bor det pingviner i Sydney?"})
    assert (code, [(one["id"], one["answered"]) for one in given]) == (0, [(7, True), ("b", False)])
    assert all(one["text"] for one in given)


def test_a_line_is_understood_by_the_one_before(lines: Any) -> None:
    alone, after = lines(
        {"id": 1, "question": "Og hva er telefonnummeret?"},
        {"id": 2, "question": "Og hva er telefonnummeret?", "context": VISPERUD},
    )[1]
    assert alone["entries"] != after["entries"]


def test_a_question_without_its_language_is_answered_in_the_set_one(
    lines: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEFAULT_LANGUAGE", "nn")
    assert lines({"id": 1, "question": "Visperud"})[1][0]["lang"] == "nn"
    assert lines({"id": 1, "question": "Visperud"}, options=("--lang", "en"))[1][0]["lang"] == "en"


@pytest.mark.parametrize(
    "bad", ["{", "[]", "null", '{"id": 1}', '{"question": "a"}', '"words"', "{}", '{"id": 1, "question": "\udce5"}']
)
def test_a_line_that_is_no_question_is_named_and_the_others_are_answered(lines: Any, bad: str) -> None:
    code, given, err = lines({"id": 1, "question": VISPERUD}, bad, {"id": 3, "question": "hei"})
    assert (code, [one["id"] for one in given]) == (1, [1, 3])
    assert err == 'line 2: not a JSON object with "id" and "question"; left out\n'


@pytest.mark.parametrize("asked", [None, 5, ["a"], {}])
def test_odd_values_do_not_end_in_a_trace(lines: Any, asked: object) -> None:
    code, given, _ = lines({"id": None, "question": asked, "context": asked})
    assert code in (0, 1)
    assert len(given) == (1 if code == 0 else 0)


@pytest.mark.parametrize("shipped", ["yes", "no"])
def test_a_greeting_is_greeted_whatever_is_known(
    shipped: str, own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KNOWLEDGE_SHIPPED", shipped)
    monkeypatch.setenv("KNOWLEDGE_DIR", str(own))
    assert main(["ask", "hei"]) == 0
    assert capsys.readouterr().out.startswith("Hei! Jeg er en bot, ikke et menneske. Spør meg om ")


def test_what_own_content_does_not_know_names_no_contact_of_ours(
    own: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KNOWLEDGE_SHIPPED", "no")
    monkeypatch.setenv("KNOWLEDGE_DIR", str(own))
    assert main(["ask", "Bor det pingviner i Sydney?"]) == 0
    assert "kommune.no" not in capsys.readouterr().out
