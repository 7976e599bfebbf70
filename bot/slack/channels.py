"""Whether the bot may post in a channel, asked of Slack before a form is taken."""

from dataclasses import dataclass

from bot.core.errors import UserError
from bot.core.texts import Text
from bot.slack.web_api import Refused, SlackError, WebApi

NOT_IN_CHANNEL = Text(
    nb="Jeg er ikke med i den kanalen. Skriv «/invite @Næringsbot» der, og prøv igjen.",
    nn="Eg er ikkje med i den kanalen. Skriv «/invite @Næringsbot» der, og prøv igjen.",
    en="I am not in that channel. Type “/invite @Næringsbot” there, and try again.",
)
NO_ANSWER = Text(
    nb="Slack svarte ikke da jeg spurte om kanalen. Prøv igjen.",
    nn="Slack svarte ikkje då eg spurde om kanalen. Prøv igjen.",
    en="Slack did not answer when I asked about the channel. Try again.",
)


@dataclass(frozen=True)
class Place:
    """`private` also where nobody knows. `refused`: why the bot cannot post there."""

    private: bool = True
    refused: UserError | None = None


def look(api: WebApi, channel: str) -> Place:
    """What is no channel is not looked at: the form's own rules say so."""
    if channel[:1] not in ("C", "G"):
        return Place()
    try:
        found = api.get("conversations.info", {"channel": channel})["channel"]
    except Refused:
        return Place(refused=UserError(NOT_IN_CHANNEL, field="channel"))
    except SlackError:
        return Place(refused=UserError(NO_ANSWER, field="channel"))
    refused = None if found.get("is_member") else UserError(NOT_IN_CHANNEL, field="channel")
    return Place(bool(found.get("is_private", True) or found.get("is_im")), refused)
