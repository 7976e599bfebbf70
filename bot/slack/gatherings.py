"""What people can be invited to, which events offer to other features."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from bot.core.blocks import Message
from bot.core.moments import Local
from bot.core.texts import Lang


@dataclass(frozen=True)
class Gatherings:
    """`coming`: id and title of each, the next first. `invite`: lets the person come, and gives when and where with
    buttons to answer, to be told them; none where it is over, called off, or too late to sign up.
    """

    coming: Callable[[Session, Lang, Local], list[tuple[str, str]]]
    invite: Callable[[Session, str, str, Lang, Local], Message | None]
