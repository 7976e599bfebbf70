"""Vacant premises: `/naering lokaler`."""

from collections.abc import Callable

from bot.domain.premises import merging, person
from bot.slack.feature import Feature
from bot.slack.listen import Listen
from handlers.premises import browsing, knows, putting_out, telling, words
from knowledge.library import Library


def register(listen: Listen) -> None:
    browsing.register(listen)
    putting_out.register(listen)


def feature(library: Callable[[], Library]) -> Feature:
    """`library`: the knowledge base as it holds now."""
    return Feature(
        "premises",
        register,
        menu=(words.LINE,),
        due=telling.DUE,
        nightly=person.nightly,
        knows=knows.source(library),
        merge=merging.merge,
        forget=person.forget,
        export=person.export,
    )
