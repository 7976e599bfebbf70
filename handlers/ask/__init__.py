"""Asking and being answered."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.domain import questions
from bot.slack.feature import Feature
from bot.slack.listen import Listen
from handlers.ask.asking import about_message, pressed, share, typed
from handlers.ask.rating import explain, helpful, unhelpful
from handlers.ask.statistics import statistics
from scheduler import outbox


def register(listen: Listen) -> None:
    listen.event("message", typed)
    listen.event("app_mention", typed, public=True)
    listen.anything_else(typed)
    listen.shortcut("ask.message", about_message)
    listen.action("ask.again", pressed, public=True)
    listen.action("ask.helpful", helpful, public=True)
    listen.action("ask.unhelpful", unhelpful, public=True)
    listen.view("ask.explain", explain)
    listen.action("ask.share", share)


def forget(session: Session, person: str, now: datetime) -> int:
    """The questions, and what has not left of their answers."""
    for question in questions.of(session, person):
        outbox.forget_all(session, f"ask:{question.id}:")
        if question.channel and question.channel.startswith("D"):
            outbox.forget(session, question.channel, now)
    return questions.delete_all(session, person)


FEATURE = Feature(
    "questions",
    register,
    nightly=questions.forget_names,
    figures=questions.figures,
    forget=forget,
    export=questions.export,
    statistics=statistics,
)
