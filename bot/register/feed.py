"""Each night the units that we keep follow the register's changes, from where the last night stopped."""

import logging
from collections.abc import Sequence
from dataclasses import replace

from bot.core.clocks import Now
from bot.core.db import Database
from bot.domain.companies import progress, register
from bot.domain.companies.units import Unit
from bot.register.client import KINDS, Kind, Register, RegisterError, Unreadable
from bot.register.reading import Change

log = logging.getLogger("naeringsbot.register")


def follow(asked: Register, database: Database, now: Now) -> None:
    """Where the register does not answer, what was followed so far is kept, and the next night goes on from there."""
    if not asked.on:
        return
    for kind in KINDS:
        seen = changed = 0
        try:
            while (page := _page(asked, database, kind)) is not None:
                seen, changed = seen + len(page), changed + _take(asked, database, kind, page, now)
        except RegisterError as error:
            log.warning("the register's changes were followed in part (%s); the next night goes on", error.reason)
        if seen:
            log.info("%d changes in the register, %d of what we keep", seen, changed)


def _page(asked: Register, database: Database, kind: Kind) -> Sequence[Change] | None:
    """The next changes; none: there are no more, or nothing of this kind is kept."""
    with database.read() as session:
        since, position = progress.first_read(session, kind), progress.position(session, kind)
    if since is None:
        return None
    return asked.changes(kind, position, since) or None


def _take(asked: Register, database: Database, kind: Kind, page: Sequence[Change], now: Now) -> int:
    """The units are asked for first: no transaction waits for the register."""
    with database.read() as session:
        numbers = progress.kept(session, {change.number for change in page})
        before = {number: session.get_one(register.RegisterUnit, number).unit() for number in numbers}
    units = [unit for number in numbers if (unit := _looked_up(asked, kind, before[number]))]
    with database.write() as session:
        _, changed = register.take(session, units, now())
        progress.followed(session, kind, max(change.position for change in page))
    return changed


def _looked_up(asked: Register, kind: Kind, before: Unit) -> Unit | None:
    """What is not there any more was deleted; what may not be told of any more is gone, and known by its form alone.

    None where what is told of it cannot be read: that would not get better, and must not keep back all others.
    """
    try:
        unit = asked.unit(before.number, kind)
    except Unreadable:
        return None
    if unit is None:
        return replace(before, state="deleted")
    return before.gone() if unit.state == "gone" else unit
