"""What a feature offers to the rest of the house; bot/features.py lists all of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import Blueprint
from prometheus_client import Metric
from sqlalchemy.orm import Session

from bot.core.blocks import Block
from bot.core.db import Database
from bot.core.texts import Lang, Text
from bot.domain.companies.merging import Merge
from bot.domain.members import Role
from bot.domain.performance import Figures
from bot.slack.attaching import Attachable
from bot.slack.context import Parts
from bot.slack.listen import Listen
from knowledge.ask import AnswerSource


@dataclass(frozen=True)
class Person:
    """For whom a page is drawn."""

    parts: Parts
    id: str
    lang: Lang


Forget = Callable[[Session, str, datetime], int]
Export = Callable[[Session, str], Any]
Statistics = Callable[[Session, Person, datetime], list[str]]
Due = Callable[[Parts, Session, str, datetime], datetime | None]
"""Due work with the house's parts; otherwise as scheduler.due.Work."""


@dataclass(frozen=True)
class Feature:
    """All but `name` and `register` are contributions that other parts of the house collect.

    name: under which a person finds the feature's part of «Mine data».
    home: its part of a person's Home tab. menu: its lines in the command's menu; menu_for: those that only who has
    the role can use.
    buttons: what can be pressed in the menu and the Home tab, as label and action.
    nightly: what it forgets with time; asks: what it asks others at night, outside of any transaction.
    due: how its kinds of due work are carried out.
    follow: what it does when a person's wishes changed, or when they were deactivated or came back.
    knows: what it can answer to a question just now, beside the knowledge base; people see the zone's times.
    attach: what of it can be attached to an announcement.
    gauges: what stands just now, for /metrics; figures: what it counts of a day, for everybody.
    pages: what it shows in a browser, or none as it is set up. notice: a line above each page of this house.
    statistics: its lines in the staff's statistics since a time, as markup; none of them about few persons.
    merge: what of a company becomes another's, which is the same.
    forget: deletes, at a time, what it keeps about a person, says how many rows; export: gives it as plain JSON.
    """

    name: str
    register: Callable[[Listen], None] = lambda _listen: None
    home: Callable[[Session, Person], list[Block]] | None = None
    menu: tuple[Text, ...] = ()
    menu_for: Mapping[Role, tuple[Text, ...]] = field(default_factory=dict)
    buttons: tuple[tuple[Text, str], ...] = ()
    nightly: Callable[[Session, datetime], None] | None = None
    asks: Callable[[Parts], None] | None = None
    due: Mapping[str, Due] = field(default_factory=dict)
    follow: Callable[[Parts, Session, str, datetime], None] | None = None
    knows: Callable[[Database, ZoneInfo], AnswerSource] | None = None
    attach: Attachable | None = None
    gauges: Callable[[Session, datetime], Iterable[Metric]] | None = None
    figures: Figures | None = None
    pages: Callable[[Parts], Blueprint | None] | None = None
    notice: Text | None = None
    statistics: Statistics | None = None
    merge: Merge | None = None
    forget: Forget | None = None
    export: Export | None = None
