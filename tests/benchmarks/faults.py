"""Mail through a Slack that fails in many ways, with postmen that are killed: nothing lost, nothing twice.

SQLite and PostgreSQL, one process and three. The waits are scaled down: a lease of 2.5 s for 30, a call of 1 s for 8,
looks after 0.3, 1 and 2.5 s for 5, 30 and 120; Slack's slowness is scaled with them.
Then once more without the look-up.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.core.db import Database
from bot.migrations.upgrading import migrate
from tests import postgres
from tests.benchmarks import Figure
from tests.postmen.trial import CONTROL, Report, Size, try_out

WORKERS = (1, 3)


def run() -> list[Figure]:
    figures: list[Figure] = []
    reports = []
    for kind in ("SQLite", "PostgreSQL"):
        for workers in WORKERS:
            with a_database(kind) as database:
                reports.append(try_out(database, Size(), workers))
            figures += _of_one(f"{kind}, {workers}", reports[-1])
    with a_database("SQLite") as database:
        control = try_out(database, CONTROL, 1, "--blind")
    return [
        *figures,
        *_of_all(reports),
        Figure("without the look-up: doubled", len(control.verdict.doubled), "", 1, "at least"),
    ]


def _of_one(name: str, report: Report) -> Iterator[Figure]:
    verdict = report.verdict
    yield Figure(f"{name}: lost", len(verdict.lost), "", 0)
    yield Figure(f"{name}: doubled", len(verdict.doubled), "", 0)
    yield Figure(f"{name}: out of order, or not the newest", verdict.disordered + verdict.stale, "", 0)
    yield Figure(f"{name}: parked, or not settled", len(verdict.parked) + len(verdict.open), "", 0)
    yield Figure(f"{name}: faults", report.came.total(), "")
    yield Figure(f"{name}: time", report.seconds, "s")


def _of_all(reports: list[Report]) -> Iterator[Figure]:
    came = sum((report.came for report in reports), Counter[str]())
    yield Figure("faults", came.total(), "", 10_000, "at least")
    yield Figure("kinds of fault", len(came), "", 8, "at least")
    yield Figure("of the rarest kind", min(came.values()), "", 100, "at least")
    yield Figure("killed processes", sum(report.kills for report in reports), "")
    yield Figure(
        "of them just between claim, call and mark", sum(report.held for report in reports), "", 40, "at least"
    )
    yield Figure("messages, changes, Home tabs and files", sum(report.mail for report in reports), "")


@contextmanager
def a_database(kind: str) -> Iterator[Database]:
    """New, with the schema in it."""
    with _address(kind) as url:
        migrate(url)
        database = Database(url)
        try:
            yield database
        finally:
            database.close()


@contextmanager
def _address(kind: str) -> Iterator[str]:
    if kind == "SQLite":
        with TemporaryDirectory() as folder:
            yield f"sqlite:///{Path(folder)}/naeringsbot.db"
    else:
        with postgres.server() as server, postgres.database(server) as url:
            yield url
