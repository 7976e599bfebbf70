"""An answer as people read it."""

from bot.core.texts import Lang
from bot.domain.answers.kinds import chosen
from bot.domain.polls.tables import Poll, wording
from bot.domain.polls.voting import Given


def said(poll: Poll, given: Given, lang: Lang) -> str:
    """The words that were written, or the options that were chosen."""
    options = wording(poll, lang).options
    return given.words or ", ".join(options[n] for n in chosen(poll.kind, given.option) if n < len(options))
