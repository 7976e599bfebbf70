"""Ask on the command line and get the answer that Slack would show."""

import argparse
import json
import sys
from collections.abc import Iterable
from typing import Any

from bot.core.clocks import now
from bot.core.settings import Settings
from bot.core.texts import LANGUAGES, Lang
from bot.library import whole
from bot.slack.markup import words as plain
from handlers.ask.render import render
from knowledge.answers import Answer
from knowledge.ask import answer
from knowledge.library import Library


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", nargs="*", help="the question")
    parser.add_argument("--lang", choices=LANGUAGES, help="answer in this language (default: the question's)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument("--why", action="store_true", help="show what each stage found")
    parser.add_argument("--jsonl", action="store_true", help='read {"id", "question", "context"?} lines from stdin')


def run(options: argparse.Namespace) -> int:
    settings = Settings.read()
    library = whole(settings)
    if options.jsonl:
        return _lines(sys.stdin, library, options.lang, settings.default_language)
    question = " ".join(options.question).strip()
    if not question:
        print('Write the question after the command: python -m bot ask "Hvem har regulering?"', file=sys.stderr)
        return 2
    given = answer(question, None, now(), library)
    lang = options.lang or given.spoken(settings.default_language)
    print(json.dumps(_result(given, lang), ensure_ascii=False) if options.json else shown(given, lang))
    if options.why:
        print(json.dumps(given.why, indent=2, ensure_ascii=False, default=str))
    return 0


def shown(given: Answer, lang: Lang) -> str:
    """The plain text as Slack shows it: links as their label, entities as characters."""
    return "\n".join(plain(line) for line in render(given, lang).text.splitlines())


def _lines(lines: Iterable[str], library: Library, chosen: Lang | None, default: Lang) -> int:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            question_id, question, context = asked["id"], str(asked["question"]), str(asked.get("context") or "")
        except (ValueError, KeyError, TypeError, AttributeError):
            print(f'line {number}: not a JSON object with "id" and "question"', file=sys.stderr)
            return 2
        given = answer(question, context, now(), library)
        print(json.dumps({"id": question_id} | _result(given, chosen or given.spoken(default)), ensure_ascii=False))
    return 0


def _result(given: Answer, lang: Lang) -> dict[str, Any]:
    return {
        "answered": given.outcome == "answered",
        "text": shown(given, lang),
        "lang": lang,
        "entries": [entry.id for entry in given.entries],
        "sources": [source.model_dump(exclude_none=True) for entry in given.entries for source in entry.source],
        "confidence": round(given.confidence, 3),
    }
