"""The bot with two more buttons: one is only claimed, one leaves a row and a message. Options as of `bot run`."""

import argparse
from dataclasses import asdict

from bot.app import build
from bot.commands import run
from bot.core import logs
from bot.core.blocks import Message
from bot.core.db import insert_once
from bot.core.settings import Settings
from bot.domain.questions import Question
from bot.slack.context import Ctx
from bot.slack.feature import Feature
from bot.slack.listen import Listen
from bot.slack.once import hashed
from scheduler.outbox import ANSWER, Outgoing, enqueue

ACCEPT, CLICK = "pressed.accept", "pressed.click"


def accept(ctx: Ctx) -> None:
    with ctx.once():
        pass


def _row(ctx: Ctx) -> Question:
    return Question(
        asker=ctx.person,
        channel=None,
        thread=None,
        words=ctx.value,
        follows=None,
        lang="nb",
        outcome="none",
        entries=[],
        asked_at=ctx.now,
    )


def click(ctx: Ctx) -> None:
    with ctx.once() as session:
        insert_once(session, _row(ctx))
        message = asdict(Message(ctx.value))
        enqueue(session, Outgoing(f"pressed:{hashed(ctx.keys[0])}", ctx.person, message, priority=ANSWER))


def register(listen: Listen) -> None:
    listen.action(ACCEPT, accept)
    listen.action(CLICK, click)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    run.add(parser)
    options = parser.parse_args()
    settings = Settings.read("slack_bot_token", "slack_signing_secret")
    logs.configure(settings.log_level)
    run.serve(build(settings, extra=[Feature("pressed", register)], role=options.role), socket=False)
