"""The demonstration as people start it, in a folder of its own."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.waiting import eventually

ROOT = Path(__file__).parents[1]


class Demo:
    """`python -m bot demo`; its log goes to a file."""

    def __init__(self, folder: Path) -> None:
        self.kept = folder / "var/demo"
        self._folder = folder
        self._log = folder / "demo.log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Without waiting until it is ready."""
        command = [sys.executable, "-m", "bot", "demo", "--no-browser", "--port", "0"]
        env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT)}
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(command, cwd=self._folder, env=env, stdout=log, stderr=log)

    @property
    def said(self) -> str:
        return self._log.read_text()

    def address(self) -> str:
        """Of the page, when all is ready for a visitor."""
        found = eventually(lambda: re.search(r"Næringsbot is at (\S+)", self.said), 90)
        assert found
        return found[1]

    def end(self, how: signal.Signals = signal.SIGTERM) -> int:
        """The exit code."""
        assert self._process is not None
        self._process.send_signal(how)
        return self._process.wait(30)

    def close(self) -> None:
        if self._process and self._process.poll() is None:
            self.end(signal.SIGKILL)


@contextmanager
def demonstration(folder: Path) -> Iterator[Demo]:
    demo = Demo(folder)
    try:
        yield demo
    finally:
        demo.close()
