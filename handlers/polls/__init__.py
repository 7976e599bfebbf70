"""Pulse polls: `/naering puls`, the wall with its buttons, and the result."""

from collections.abc import Sequence
from functools import partial

from bot.core.settings import Settings
from bot.domain.answers.sealing import Keys
from bot.domain.polls import merging, numbers, person, voting
from bot.slack.feature import Feature
from bot.slack.listen import Listen
from bot.slack.results.closed import Results
from handlers.polls import answering, attaching, organizing, outcome_words, outcomes, repeating, wall, words


def register(others: Sequence[Results], listen: Listen) -> None:
    listen.command(words.WORD, answering.listing)
    listen.action("poll.list", answering.turn)
    listen.action("poll.vote", answering.vote, public=True)
    listen.action("poll.mine", answering.mine, public=True)
    listen.action("poll.answer", answering.answer)
    listen.view("poll.give", answering.give)
    listen.action("poll.new", organizing.new)
    listen.action("poll.kind", organizing.choose)
    listen.action("poll.preview", organizing.preview)
    listen.view("poll.make", organizing.make)
    listen.action("poll.post", organizing.post_again)
    listen.action("poll.close", organizing.close_now)
    listen.action("poll.who", organizing.who)
    listen.command(outcome_words.RESULT_WORD, partial(outcomes.listing, others))
    listen.action("poll.results", partial(outcomes.turn, others))
    listen.action("poll.result", outcomes.show)
    repeating.register(listen)
    listen.action("poll.csv", outcomes.as_csv)
    listen.action("poll.xlsx", outcomes.as_xlsx)


def feature(settings: Settings, others: Sequence[Results]) -> Feature:
    """`others`: whose results stand in the list too."""
    keys = Keys(settings)
    return Feature(
        "polls",
        partial(register, others),
        menu=(words.LINE, outcome_words.RESULT_LINE),
        due={
            wall.POST: wall.post,
            voting.REDRAW: wall.redraw,
            wall.CLOSE: wall.close,
            wall.RESULT: wall.post_result,
            **repeating.DUE,
        },
        attach=attaching.POLL,
        nightly=person.forget_rolls,
        follow=lambda _parts, session, who, now: person.leave(keys, session, who, now),
        gauges=numbers.gauges,
        figures=numbers.figures,
        merge=partial(merging.merge, keys),
        forget=partial(person.forget, keys),
        export=partial(person.export, keys),
    )
