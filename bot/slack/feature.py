"""What a feature offers to the rest of the house; bot/app.py lists all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.blocks import Block
from bot.core.texts import Lang
from bot.slack.listen import Listen


@dataclass(frozen=True)
class Person:
    """For whom a page is drawn."""

    id: str
    lang: Lang


@dataclass(frozen=True)
class Feature:
    """`home`: its part of a person's Home tab. `nightly`: what it forgets with time. `forget`: deletes what it keeps
    about a person, and says how many rows that were.
    """

    register: Callable[[Listen], None] = lambda _listen: None
    home: Callable[[Session, Person], list[Block]] | None = None
    nightly: Callable[[Session, datetime], None] | None = None
    forget: Callable[[Session, str], int] | None = None
