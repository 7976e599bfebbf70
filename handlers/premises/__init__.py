"""Vacant premises: `/naering lokaler`."""

from bot.domain.premises import person
from bot.slack.feature import Feature
from bot.slack.listen import Listen
from handlers.premises import browsing, putting_out, telling, words


def register(listen: Listen) -> None:
    browsing.register(listen)
    putting_out.register(listen)


FEATURE = Feature(
    "premises",
    register,
    menu=(words.LINE,),
    due=telling.DUE,
    nightly=person.nightly,
    forget=person.forget,
    export=person.export,
)
