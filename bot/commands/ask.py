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
from handlers.ask import smalltalk
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
        return _lines(sys.stdin.buffer, library, options.lang, settings.default_language)
    question = " ".join(options.question).strip()
    if not question:
        print('Write the question after the command: python -m bot ask "Hvem har regulering?"', file=sys.stderr)
        return 2
    given = answer(question, None, now(), library)
    lang = options.lang or given.spoken(settings.default_language)
    said = _said(question, given, lang)
    print(json.dumps(_result(given, said, lang), ensure_ascii=False) if options.json else said)
    if options.why:
        print(json.dumps(given.why, indent=2, ensure_ascii=False, default=str))
    return 0


def shown(given: Answer, lang: Lang) -> str:
    """The plain text as Slack shows it: links as their label, entities as characters."""
    return "\n".join(plain(line) for line in render(given, lang).text.splitlines())


def _said(question: str, given: Answer, lang: Lang) -> str:
    """A greeting is greeted, as in Slack."""
    small_talk = smalltalk.reply(question)
    return small_talk[lang] if small_talk else shown(given, lang)


def _lines(lines: Iterable[bytes], library: Library, chosen: Lang | None, default: Lang) -> int:
    """Goes on after a line that is none, which is named."""
    broken = 0
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            question_id, question, context = asked["id"], str(asked["question"]), str(asked.get("context") or "")
        except (ValueError, KeyError, TypeError, AttributeError):
            print(f'line {number}: not a JSON object with "id" and "question"; left out', file=sys.stderr)
            broken += 1
            continue
        given = answer(question, context, now(), library)
        lang = chosen or given.spoken(default)
        found = {"id": question_id} | _result(given, _said(question, given, lang), lang)
        print(json.dumps(found, ensure_ascii=False), flush=True)
    return 1 if broken else 0


def _result(given: Answer, said: str, lang: Lang) -> dict[str, Any]:
    return {
        "answered": given.outcome == "answered",
        "text": said,
        "lang": lang,
        "entries": [entry.id for entry in given.entries],
        "sources": [source.model_dump(exclude_none=True) for entry in given.entries for source in entry.source],
        "confidence": round(given.confidence, 3),
    }
