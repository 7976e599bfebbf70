"""Asking and being answered."""

from bot.domain import questions
from bot.slack.feature import Feature
from bot.slack.listen import Listen
from handlers.ask.asking import about_message, pressed, share, typed
from handlers.ask.rating import explain, helpful, unhelpful
from handlers.ask.statistics import statistics


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


FEATURE = Feature(
    "questions",
    register,
    nightly=questions.forget_names,
    figures=questions.figures,
    forget=questions.delete_all,
    export=questions.export,
    statistics=statistics,
)
