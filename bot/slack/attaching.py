"""What a feature lets others attach to their messages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.blocks import Message
from bot.core.moments import Local
from bot.core.texts import Lang, Text

Offered = Callable[[Session, str, Lang, datetime], list[tuple[str, str]]]
Shown = Callable[[Session, str, Lang, Local], Message | None]


@dataclass(frozen=True)
class Attachable:
    """`name`: one of them. `offered`: what a person can attach now, as id and label; `shown`: how it is shown, with
    what can be pressed, or none where it is no longer there.
    """

    name: Text
    offered: Offered
    shown: Shown


Attachments = Mapping[str, Attachable]  # by the feature's name
