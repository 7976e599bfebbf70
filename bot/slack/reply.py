"""What a handler hands back; `listen` turns it into Slack's acknowledgement after the commit."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.blocks import Block, Message, View
from bot.core.errors import UserError
from bot.core.texts import Lang


@dataclass(frozen=True)
class Reply:
    """At most one of these, save that words may go with `close`; none: the request is simply acknowledged.

    private: words that only the person sees; `instead`: in the place of those where the button was pressed.
    open, push, update: a modal to open, to lay over the open one, to put in its place.
    errors: a sentence for each field of a modal that cannot be taken.
    close: close all modals.
    options: the choices of a menu.
    """

    private: Message | None = None
    instead: bool = False
    open: View | None = None
    push: View | None = None
    update: View | None = None
    errors: dict[str, str] = field(default_factory=dict)
    close: bool = False
    options: list[Block] | None = None

    @classmethod
    def refused(cls, faults: Sequence[UserError], lang: Lang) -> "Reply":
        """All that is wrong in a modal; of one field, the first."""
        return cls(errors={str(fault.field): fault.say(lang) for fault in reversed(faults)})
