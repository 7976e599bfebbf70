"""A process of its own that is killed while it answers or closes."""

import os
import subprocess
import sys
from pathlib import Path

from bot.core.db import Database

ROOT = Path(__file__).parents[2]


def started(database: Database, what: str, about: str) -> subprocess.Popen[str]:
    address = database.url.render_as_string(hide_password=False)
    command = [sys.executable, "-m", "tests.domain.voter", address, what, about]
    env = {"PATH": os.environ["PATH"]}
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "begun\n"
    return process


def killed(process: subprocess.Popen[str]) -> list[str]:
    """What it still had said."""
    process.kill()
    return process.communicate()[0].splitlines()


def killed_after(process: subprocess.Popen[str], lines: int) -> set[int]:
    """The numbers that it had said."""
    assert process.stdout
    told = [process.stdout.readline() for _ in range(lines)] + killed(process)
    return {int(line) for line in told if line.strip().isdecimal()}
