"""What is kept about a person: shown, given as a file, deleted on request."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, actions, button, confirm, modal, section
from bot.core.texts import Lang
from bot.slack.context import Ctx
from bot.slack.feature import Export, Feature, Forget, Person
from bot.slack.files import METHOD
from bot.slack.listen import Listen
from bot.slack.once import hashed
from bot.slack.reply import Reply
from bot.slack.words import CLOSE
from handlers.privacy import words
from scheduler.outbox import Outgoing, enqueue


def feature(forgetters: Sequence[Forget], exporters: Mapping[str, Export]) -> Feature:
    """How each feature deletes what it keeps about a person, and how it gives it, by the feature's name."""

    def delete(ctx: Ctx) -> Reply:
        lang = ctx.lang  # it is forgotten with the rest
        with ctx.once() as session:
            count = sum(forget(session, ctx.person, ctx.now) for forget in forgetters)
        return _said(ctx, words.DELETED[lang] if count else words.NONE[lang], lang)

    def export(ctx: Ctx) -> Reply:
        with ctx.once() as session:
            kept = {name: give(session, ctx.person) for name, give in exporters.items()}
            enqueue(session, Outgoing(f"privacy:{hashed(ctx.keys[0])}", ctx.person, _file(kept, ctx.lang), METHOD))
        return _said(ctx, words.EXPORTED[ctx.lang], ctx.lang)

    def register(listen: Listen) -> None:
        listen.command(words.WORD, show)
        listen.action("privacy.show", show)
        listen.action("privacy.export", export)
        listen.action("privacy.delete", delete)

    return Feature("privacy", register, home=home, menu=(words.LINE,))


def show(ctx: Ctx) -> Reply:
    if ctx.kind == "command":
        return Reply(private=Message(words.KEPT[ctx.lang], _blocks(ctx.lang)))
    return Reply(open=modal("notice", words.TITLE[ctx.lang], _blocks(ctx.lang), close=CLOSE[ctx.lang]))


def home(_session: Session, person: Person) -> list[Block]:
    return [actions(button(words.TITLE[person.lang], "privacy.show"))]


def _said(ctx: Ctx, said: str, lang: Lang) -> Reply:
    if ctx.view_id:
        return Reply(update=modal("notice", words.TITLE[lang], [section(said)], close=CLOSE[lang]))
    return Reply(private=Message(said))


def _file(kept: dict[str, Any], lang: Lang) -> dict[str, Any]:
    content = json.dumps(kept, ensure_ascii=False, indent=2, default=str)
    title = words.EXPORT[lang]
    return {"filename": "mine-data.json", "title": title, "text": words.FILE[lang], "content": content}


def _blocks(lang: Lang) -> list[Block]:
    sure = confirm(words.DELETE[lang], words.SURE[lang], words.YES[lang], words.NO[lang])
    delete = button(words.DELETE[lang], "privacy.delete", style="danger") | {"confirm": sure}
    return [section(words.KEPT[lang]), actions(button(words.EXPORT[lang], "privacy.export"), delete)]
