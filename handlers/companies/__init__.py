"""A member's company: found in the public register, described by those who speak for it, looked after by staff."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from sqlalchemy.orm import Session

from bot.core.blocks import Block
from bot.domain.companies import links, person, yearly
from bot.domain.companies.merging import Merge
from bot.register import feed
from bot.slack.context import Parts
from bot.slack.feature import Feature, Person
from bot.slack.listen import Listen
from handlers.companies import asking, desk, desk_words, finding, merging, own, views
from scheduler import outbox


def home(session: Session, who: Person) -> list[Block]:
    return views.home(who.lang, own.shown(session, who.id), can_find=who.parts.register.on)


def forget(session: Session, who: str, now: datetime) -> int:
    """A request to be contact person that has not left is not sent either."""
    return person.forget(session, who, now) + outbox.forget_all(session, own.asked_by(who))


def refresh(parts: Parts) -> None:
    """Nightly: companies follow the register. It waits a little where the register is busy, and stops with us."""
    feed.follow(replace(parts.register, waits=(0.5, 1.0, 2.0), patience=2.0), parts.database, parts.now)


def register(merges: Sequence[Merge], listen: Listen) -> None:
    merging.register(listen, merges)
    listen.action("companies.find", finding.find)
    listen.view("companies.search", finding.search)
    listen.view("companies.pick", finding.pick)
    listen.view("companies.link", finding.link)
    listen.action("companies.leave", finding.leave)
    listen.action("companies.edit", own.edit)
    listen.view("companies.save", own.save)
    listen.action("companies.confirm", own.confirm)
    listen.action("companies.ask", own.ask)
    listen.action("companies.approve", own.approve)
    listen.action("companies.resign", own.resign)
    listen.command(desk_words.WORD, desk.show)
    listen.action("companies.place", desk.open_place)
    listen.view("companies.place", desk.save_place)
    listen.action("companies.contact", desk.open_contact)
    listen.view("companies.contact", desk.save_contact)


def feature(merges: Sequence[Merge]) -> Feature:
    """`merges`: how what other features hold of a company becomes another's."""
    return Feature(
        "companies",
        partial(register, merges),
        home=home,
        asks=refresh,
        menu_for={"staff": (desk_words.LINE,)},
        due={links.CONFIRM: asking.plan, yearly.TELL: asking.tell},
        forget=forget,
        export=person.export,
    )
