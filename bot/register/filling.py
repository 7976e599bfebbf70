"""Reading a whole municipality, page by page: what was read is kept, and a run that was broken off goes on."""

from dataclasses import dataclass, replace

from bot.core.clocks import Now
from bot.core.db import Database
from bot.domain.companies import progress, register
from bot.domain.companies.progress import Window
from bot.register.client import KINDS, PAGE, SHOWN, Kind, Register


@dataclass(frozen=True)
class Progress:
    """After a page: `read` units of `total` in its window, `done` of all; `new` and `changed` of those on the page."""

    kind: Kind
    read: int
    total: int
    done: int
    new: int
    changed: int


def begin(database: Database, municipality: str) -> int:
    """Begin, or go on; how many units were read before."""
    with database.write() as session:
        progress.begin(session, municipality, KINDS)
        row = progress.fill(session, municipality)
        return row.done if row else 0


def step(asked: Register, database: Database, municipality: str, now: Now) -> Progress | None:
    """One page; none: it is finished. Raises a RegisterError, and is then tried again from there."""
    with database.read() as session:
        row = progress.fill(session, municipality)
    if row is None:
        return None
    window, *others = (Window.read(one) for one in row.left)
    kind: Kind = next(one for one in KINDS if one == window.kind)
    page = asked.page(kind, municipality, window.page, window.since, window.until)
    if page.total > SHOWN and window.page == 0 and len(halves := window.halves(now().date())) > 1:
        with database.write() as session:
            progress.go_on(session, municipality, [*halves, *others], 0)
        return Progress(kind, 0, page.total, row.done, 0, 0)
    read = window.page * PAGE + len(page.units)
    rest = [] if page.last or (window.page + 2) * PAGE > SHOWN else [replace(window, page=window.page + 1)]
    with database.write() as session:
        new, changed = register.take(session, page.units, now())
        progress.go_on(session, municipality, [*rest, *others], len(page.units))
    return Progress(kind, read, page.total, row.done + len(page.units), new, changed)
