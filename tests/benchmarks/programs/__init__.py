"""The programs that a benchmark starts, each until it is ready, and what they are told."""

import os
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from tempfile import TemporaryDirectory

import sqlalchemy as sa

from bot.core.db import Database
from bot.migrations.upgrading import migrate
from bot.workspace import Workspace
from scheduler.outbox import OutgoingRow
from tests import postgres
from tests.clock import NEVER_QUIET
from tests.slacks import STAFF, STAFF_MEMBER
from tests.waiting import eventually

ROOT = Path(__file__).parents[3]
BOT = [sys.executable, "-m", "bot"]
KINDS = ("SQLite", "PostgreSQL")
PROCESSORS = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []  # only Linux tells
TASKSET = shutil.which("taskset")


@contextmanager
def database(kind: str) -> Iterator[str]:
    """The address of a migrated, empty one; PostgreSQL is that of the tests, which does not wait for the disk."""
    if kind == "PostgreSQL":
        with postgres.server() as server, postgres.database(server) as url:
            migrate(url)
            yield url
        return
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/naeringsbot.db"
        migrate(url)
        yield url


def settings(slack: Workspace, database_url: str, **more: str) -> dict[str, str]:
    """The environment of one process, with a port of its own. Pacing is lifted: its limits are measured elsewhere.

    It is never quiet time, so that the figures are the same at night.
    """
    return {
        "PATH": os.environ["PATH"],
        "PORT": str(postgres.free_port()),
        "DATABASE_URL": database_url,
        "SLACK_API_URL": slack.api_url,
        "SLACK_BOT_TOKEN": slack.app.bot_token,
        "SLACK_SIGNING_SECRET": slack.app.signing_secret,
        "STAFF_CHANNEL": STAFF,
        "ADMINS": STAFF_MEMBER,
        "BALLOT_SECRET": "benchmark",
        "LOG_LEVEL": "ERROR",
        **NEVER_QUIET,
        **dict.fromkeys(("PACE_POSTS", "PACE_POSTS_MOST", "PACE_CHANNEL", "PACE_TIER_3", "PACE_TIER_4"), "0"),
    } | more


@contextmanager
def here() -> Iterator[None]:
    """This process, and the threads that it starts, keep to the first processor, for what is run `apart`."""
    if len(PROCESSORS) > 1:
        os.sched_setaffinity(0, PROCESSORS[:1])
    try:
        yield
    finally:
        if len(PROCESSORS) > 1:
            os.sched_setaffinity(0, PROCESSORS)


def apart(command: list[str]) -> list[str]:
    """The same on the second processor, where there is one and a way to say so."""
    return [str(TASKSET), "--cpu-list", str(PROCESSORS[1]), *command] if len(PROCESSORS) > 1 and TASKSET else command


@contextmanager
def running(command: list[str], env: dict[str, str], log: Path | None = None) -> Iterator[subprocess.Popen[bytes]]:
    """What it says goes to the `log`, else to where this program's does."""
    with log.open("ab") if log else nullcontext() as out:
        process = subprocess.Popen(command, env=env, cwd=ROOT, stderr=out)
    try:
        eventually(lambda: ready(env["PORT"]), 90)  # a busy machine needs its time
        yield process
    finally:
        process.terminate()
        try:
            process.wait(30)
        except subprocess.TimeoutExpired:
            process.kill()


def kill(looked: Database, program: "subprocess.Popen[bytes]") -> set[str]:
    """The keys of what it had claimed."""
    program.kill()
    program.wait()
    owner = f"{socket.gethostname()[:32]}:{program.pid}:"
    with looked.read() as session:
        return set(session.scalars(sa.select(OutgoingRow.key).where(OutgoingRow.lease_owner.startswith(owner))))


def ready(port: str) -> bool:
    try:
        return bool(urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=1).status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def megabytes(pid: int) -> float:
    """Resident memory."""
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], check=True, capture_output=True, text=True).stdout
    return int(told) / 1024
