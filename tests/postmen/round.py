"""The processes of one trial: started, held where it is asked for, killed, and started again."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

from bot.workspace import Workspace

ROOT = Path(__file__).parents[2]
LIFTED = dict.fromkeys(("PACE_POSTS", "PACE_CHANNEL", "PACE_TIER_3", "PACE_TIER_4"), "0")


class Postman:
    """One process."""

    def __init__(self, env: dict[str, str], *options: str) -> None:
        command = [sys.executable, "-m", "tests.postmen", *options]
        pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
        self._process = subprocess.Popen(command, cwd=ROOT, env=env, text=True, **pipes)  # type: ignore[call-overload]
        self.name = f"postman:{self._process.pid}"
        self.ready, self.held = Event(), Event()
        self._listener = Thread(target=self._listen, daemon=True)
        self._listener.start()

    def _listen(self) -> None:
        for line in self._process.stdout:
            (self.held if line == "held\n" else self.ready).set()

    def hold(self, point: str, times: int) -> None:
        self._process.stdin.write(f"{point} {times}\n")
        self._process.stdin.flush()

    def kill(self) -> None:
        """As power failure does: nothing is finished."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        self._process.stdin.close()
        self._process.stdout.close()


class Round:
    """So many postmen at work on one database. Use `working`."""

    def __init__(self, env: dict[str, str], number: int, *options: str) -> None:
        self._env, self._options = env, options
        self.postmen = [self._new() for _ in range(number)]
        self.kills = 0

    def _new(self) -> Postman:
        return Postman(self._env, *self._options)

    def kill(self, n: int, *, replace: bool = True) -> None:
        self.postmen[n].kill()
        self.kills += 1
        if replace:
            self.postmen[n] = self._new()

    def kill_at(self, n: int, point: str, times: int, within: float) -> bool:
        """Kill one when it has come to a point, or where it stands then; whether it came there in time."""
        postman = self.postmen[n]
        postman.ready.wait(60)
        postman.hold(point, times)
        held = postman.held.wait(within)
        self.kill(n)
        return held

    def end(self) -> None:
        for postman in self.postmen:
            postman.kill()


@contextmanager
def working(workspace: Workspace, database_url: str, number: int, *options: str, **settings: str) -> Iterator[Round]:
    env = {
        "PATH": os.environ["PATH"],
        "SLACK_BOT_TOKEN": workspace.app.bot_token,
        "SLACK_API_URL": workspace.api_url,
        "DATABASE_URL": database_url,
        "LOG_LEVEL": "ERROR",
    }
    round_ = Round(env | settings, number, *options)
    try:
        yield round_
    finally:
        round_.end()
