"""What a feature lets others attach to their messages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from bot.core.blocks import Message
from bot.core.texts import Lang, Text

if TYPE_CHECKING:
    from bot.slack.context import Parts

Offered = Callable[[Session, str, Lang, datetime], list[tuple[str, str]]]
Shown = Callable[["Parts", Session, str, Lang, datetime], Message | None]


@dataclass(frozen=True)
class Attachable:
    """`name`: one of them. `offered`: what a person can attach now, as id and label; `shown`: how it is shown, with
    what can be pressed, or none where it is no longer there.
    """

    name: Text
    offered: Offered
    shown: Shown


Attachments = Mapping[str, Attachable]  # by the feature's name
