"""Why a message did not reach its receiver, in words; Slack's codes are for whoever runs the bot."""

from bot.core.texts import Lang, Text

PERHAPS = "perhaps sent"  # how the reason of a parked row begins

MAYBE = Text(
    nb="den kom kanskje fram, men det kan jeg ikke se",
    nn="ho kom kanskje fram, men det kan eg ikkje sjå",
    en="it may have arrived, but I cannot see that",
)
OTHERWISE = Text(nb="Slack tok den ikke imot", nn="Slack tok ho ikkje imot", en="Slack did not take it")
HAS_LEFT = Text(
    nb="mottakeren er ikke lenger med i arbeidsområdet",
    nn="mottakaren er ikkje lenger med i arbeidsområdet",
    en="the receiver has left the workspace",
)
UNKNOWN = Text(nb="Slack finner ikke mottakeren", nn="Slack finn ikkje mottakaren", en="Slack cannot find the receiver")
SHUT = Text(
    nb="Slack lar meg ikke skrive til mottakeren",
    nn="Slack lèt meg ikkje skrive til mottakaren",
    en="Slack does not let me write to the receiver",
)
NO_MEMBER = Text(nb="jeg er ikke med i kanalen", nn="eg er ikkje med i kanalen", en="I am not a member of the channel")
ARCHIVED = Text(nb="kanalen er arkivert", nn="kanalen er arkivert", en="the channel is archived")
NO_PARENT = Text(
    nb="meldingen den hører til, kom ikke fram",
    nn="meldinga ho høyrer til, kom ikkje fram",
    en="the message that it belongs to was not delivered",
)
CONTENT = Text(
    nb="Slack godtok ikke innholdet", nn="Slack godtok ikkje innhaldet", en="Slack did not accept the content"
)

KNOWN = {
    "user_disabled": HAS_LEFT,
    "user_not_found": UNKNOWN,
    "users_not_found": UNKNOWN,
    "user_not_visible": UNKNOWN,
    "channel_not_found": UNKNOWN,
    "cannot_dm_bot": SHUT,
    "messages_tab_disabled": SHUT,
    "restricted_action": SHUT,
    "not_in_channel": NO_MEMBER,
    "is_archived": ARCHIVED,
    "parent_failed": NO_PARENT,
    "msg_too_long": CONTENT,
    "msg_blocks_too_long": CONTENT,
    "invalid_blocks": CONTENT,
}


def why(reason: str | None, lang: Lang) -> str:
    """`reason`: as it stands in the outbox's row."""
    if (reason or "").startswith(PERHAPS):
        return MAYBE[lang]
    return KNOWN.get(reason or "", OTHERWISE)[lang]
