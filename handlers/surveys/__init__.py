"""Surveys: `/naering undersøkelse`, answered part by part; written, begun, followed and read by organizers."""

from bot.domain.surveys import asking, person, waves
from bot.slack.feature import Feature
from bot.slack.listen import Listen
from handlers.surveys import answering, desk, doing, outcomes, telling, words
from handlers.surveys.outcomes import closed

__all__ = ["FEATURE", "closed"]


def register(listen: Listen) -> None:
    listen.command(words.WORD, answering.listing)
    listen.action("survey.answer", answering.answer)
    listen.view("survey.fill", answering.fill)
    listen.action("survey.back", answering.back)
    listen.action("survey.later", answering.later)
    listen.action("survey.write", desk.write)
    listen.action("survey.2018", desk.from_2018)
    listen.view("survey.save", desk.save)
    listen.action("survey.begin", desk.begin)
    listen.view("survey.begin", desk.start)
    listen.action("survey.close", desk.close)
    listen.action("survey.results", outcomes.listing)
    listen.action("survey.result", outcomes.show)
    listen.action("survey.csv", outcomes.as_csv)
    listen.action("survey.xlsx", outcomes.as_xlsx)
    listen.action("survey.doing", doing.write)
    listen.view("survey.doing", doing.save)


FEATURE = Feature(
    "surveys",
    register,
    menu=(words.LINE,),
    due={waves.ROUND: telling.plan, asking.TELL: telling.tell, waves.CLOSE: telling.close},
    nightly=person.forget_rolls,
    forget=person.forget,
    export=person.export,
)
