"""The real program: `python -m bot run` with the local workspace as its Slack."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from bot.workspace import Workspace
from tests import postgres
from tests.clock import NEVER_QUIET
from tests.slacks import STAFF
from tests.waiting import eventually

ROOT = Path(__file__).parents[2]


class Program:
    """Started, and ended as a test wants it. Its log goes to a file."""

    def __init__(self, workspace: Workspace, database_url: str, log: Path, **settings: str) -> None:
        self.workspace, self.log = workspace, log
        self.port = postgres.free_port()
        self._env = {
            "PATH": os.environ["PATH"],
            "SLACK_BOT_TOKEN": workspace.app.bot_token,
            "SLACK_SIGNING_SECRET": workspace.app.signing_secret,
            "SLACK_APP_TOKEN": workspace.app.app_token,
            "SLACK_API_URL": workspace.api_url,
            "DATABASE_URL": database_url,
            "STAFF_CHANNEL": STAFF,
            "PORT": str(self.port),
            "DELIVERY_LEASE": "1.5",
            "DELIVERY_TIMEOUT": "1",
            "DELIVERY_LOOKUPS": "0.1,3",
            **dict.fromkeys(("PACE_POSTS", "PACE_CHANNEL", "PACE_TIER_3", "PACE_TIER_4"), "0"),
            "LOG_LEVEL": "DEBUG",
            **NEVER_QUIET,
        } | settings
        self.process: subprocess.Popen[bytes] | None = None

    def start(self, *options: str) -> None:
        with self.log.open("ab") as log:
            command = [sys.executable, "-m", "bot", "run", *options]
            self.process = subprocess.Popen(command, cwd=ROOT, env=self._env, stdout=log, stderr=log)
        eventually(self._ready, within=90)  # a busy machine needs its time
        if "--socket" not in options and "worker" not in options:
            self.workspace.connect(f"{self.url}/slack/events")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def _ready(self) -> bool:
        assert self.process is not None
        assert self.process.poll() is None, self.log.read_text()
        try:
            return httpx.get(f"{self.url}/readyz").status_code == 200
        except httpx.HTTPError:
            return False

    def end(self, how: signal.Signals = signal.SIGTERM, within: float = 30.0) -> int:
        """The exit code."""
        assert self.process is not None
        self.process.send_signal(how)
        return self.process.wait(within)


@contextmanager
def program(workspace: Workspace, database_url: str, folder: Path, **settings: str) -> Iterator[Program]:
    running = Program(workspace, database_url, folder / "bot.log", **settings)
    try:
        yield running
    finally:
        if running.process and running.process.poll() is None:
            running.process.kill()
            running.process.wait()
