"""Surveys: `/naering undersøkelse`, answered part by part; written, begun, followed and read by organizers."""

from datetime import datetime
from functools import partial

from sqlalchemy.orm import Session

from bot.core.settings import Settings
from bot.domain.answers.sealing import Keys
from bot.domain.surveys import asking, merging, person, waves
from bot.domain.surveys.repeating import REPEAT
from bot.domain.surveys.selecting import ASK, MEET
from bot.slack.feature import Feature
from bot.slack.gatherings import Gatherings
from bot.slack.listen import Listen
from handlers.surveys import (
    agreeing,
    answering,
    desk,
    doing,
    outcomes,
    preview,
    repeating,
    rounds,
    selecting,
    telling,
    words,
)


def register(gatherings: Gatherings, listen: Listen) -> None:
    listen.command(words.WORD, answering.listing)
    listen.action("survey.answer", answering.answer)
    listen.view("survey.fill", answering.fill)
    listen.action("survey.back", answering.back)
    listen.action("survey.later", answering.later)
    listen.action("survey.write", desk.write)
    listen.action("survey.2018", desk.from_2018)
    listen.view("survey.save", desk.save)
    listen.action("survey.preview", preview.show)
    listen.view("survey.preview", preview.done)
    listen.action("survey.turn", preview.turn)
    listen.action("survey.speak", preview.speak)
    listen.action("survey.list", answering.turn)
    listen.action("survey.begin", rounds.begin)
    listen.action("survey.open", rounds.look_over)
    listen.view("survey.begin", rounds.start)
    listen.action("survey.close", rounds.close)
    listen.action("survey.repeat", repeating.ask)
    listen.view("survey.repeat", repeating.save)
    listen.action("survey.stop", repeating.stop)
    listen.action("survey.drop", repeating.drop)
    listen.action("survey.results", outcomes.listing)
    listen.action("survey.result", outcomes.show)
    listen.action("survey.csv", outcomes.as_csv)
    listen.action("survey.xlsx", outcomes.as_xlsx)
    listen.action("survey.doing", doing.write)
    listen.view("survey.doing", doing.save)
    listen.action("survey.agree", agreeing.agree)
    listen.action("survey.withdraw", agreeing.withdraw)
    listen.action("survey.select", selecting.ask)
    listen.view("survey.draw", partial(selecting.draw, gatherings))
    listen.view("survey.meet", partial(selecting.meet, gatherings))


def feature(settings: Settings, gatherings: Gatherings) -> Feature:
    """`gatherings`: what those who agreed to be contacted can be invited to."""
    keys = Keys(settings)
    return Feature(
        "surveys",
        partial(register, gatherings),
        menu=(words.LINE,),
        due={
            waves.ROUND: telling.plan,
            asking.TELL: telling.tell,
            waves.CLOSE: telling.close,
            REPEAT: repeating.come,
            MEET: selecting.plan,
            ASK: partial(selecting.tell, gatherings),
        },
        nightly=person.forget_rolls,
        merge=partial(merging.merge, keys),
        forget=partial(forget, keys),
        export=partial(person.export, keys),
    )


def forget(keys: Keys, session: Session, who: str, now: datetime) -> int:
    """Before it is forgotten who invited, their name is taken from what has not left yet."""
    selecting.unsign(session, who)
    return person.forget(keys, session, who, now)
