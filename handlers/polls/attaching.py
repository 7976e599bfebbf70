"""A poll in an announcement, to be answered there. Only one that everybody may see."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.blocks import Message, context, cut, header, section
from bot.core.moments import Local
from bot.core.texts import Lang, Text, escape
from bot.domain.answers.asked import wording
from bot.domain.polls import person as people
from bot.domain.polls.tables import Poll
from bot.slack.attaching import Attachable
from bot.slack.results import words as result_words
from bot.slack.results.figures import joined, listed
from handlers.polls import views, words

NAME = Text(nb="Puls", nn="Puls", en="Poll")
TITLE = 150  # characters of a header


def offered(session: Session, person: str, lang: Lang, now: datetime) -> list[tuple[str, str]]:
    polls = (one.poll for one in people.open_polls(session, person, None, now))
    return [(poll.id, wording(poll, lang).question) for poll in polls if not poll.private]


def shown(session: Session, poll_id: str, lang: Lang, local: Local) -> Message | None:
    """Without the turnout, which would stay as it was."""
    poll = session.get(Poll, poll_id)
    if poll is None or poll.private:
        return None
    asked = wording(poll, lang)
    title = header(cut(asked.question, TITLE))
    if poll.closed_at:
        return Message(joined([escape(asked.question), words.SHUT[lang]]), [title, context(words.SHUT[lang])])
    how = views.HOW.get(poll.kind, words.CHOOSE)[lang]
    until = words.CLOSES(lang, when=local.moment(poll.closes_at, lang))
    secrecy = (result_words.NAMED if poll.named else result_words.ANONYMOUS)[lang]
    text = joined([escape(asked.question), *listed(asked), how, until, secrecy])
    return Message(text, [title, section(how), *views.choices(poll, asked, lang), context(f"{until}\n{secrecy}")])


POLL = Attachable(NAME, offered, shown)
