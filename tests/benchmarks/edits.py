"""From the commit of an edit until another process answers with it, asked by the slash command, on both databases."""

import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.core.db import Database
from bot.core.texts import same
from bot.domain.entries import editing
from bot.migrations.upgrading import migrate
from bot.workspace import Workspace
from knowledge.entry import Entry
from knowledge.library import load
from tests import postgres
from tests.benchmarks import Figure
from tests.e2e.process import program
from tests.slacks import KARI, NETWORK, slack

EDITS = 20
TARGET = 2.0  # seconds
LOOK = 0.05  # seconds between two questions
QUESTION, NAME = "Hva er planene for Visperud?", "area.visperud"


def run() -> list[Figure]:
    return [figure for kind in ("sqlite", "postgresql") for figure in _measure(kind)]


def _measure(kind: str) -> list[Figure]:
    entry = load().entries[NAME]
    with (
        TemporaryDirectory() as folder,
        _database(kind, Path(folder)) as url,
        slack() as workspace,
        program(workspace, url, Path(folder)) as other,
    ):
        other.start()
        database = Database(url)
        took = [_edit(database, workspace, entry, f"Dette er endring nummer {number}.") for number in range(EDITS)]
        database.close()
    return [
        Figure(f"{kind}: an edit seen by another process, median", statistics.median(took), "s"),
        Figure(f"{kind}: the slowest of {EDITS}", max(took), "s", TARGET),
    ]


def _edit(database: Database, workspace: Workspace, entry: Entry, words: str) -> float:
    with database.write() as session:
        changes = {NAME: entry.model_copy(update={"text": same(words)})}
        editing.import_all(session, datetime.now(UTC), changes, {NAME: entry})
    began = time.perf_counter()
    while words not in _asked(workspace):
        time.sleep(LOOK)
    return time.perf_counter() - began


def _asked(workspace: Workspace) -> str:
    workspace.command(KARI, NETWORK, f"/naering {QUESTION}")
    posts = workspace.state.channels[NETWORK].seen_by(KARI)
    return str([post.body["text"] for post in posts if post.shown_to][-1])


@contextmanager
def _database(kind: str, folder: Path) -> Iterator[str]:
    if kind == "sqlite":
        url = f"sqlite:///{folder}/naeringsbot.db"
        migrate(url)
        yield url
        return
    with postgres.server() as server, postgres.database(server) as url:
        migrate(url)
        yield url
