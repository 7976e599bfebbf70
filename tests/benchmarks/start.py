"""How long the bot takes until it is ready, and how much memory it then holds."""

import os
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import Figure
from tests.postgres import free_port

ROOT = Path(__file__).parents[2]
BOT = [sys.executable, "-m", "bot"]


def run() -> list[Figure]:
    with TemporaryDirectory() as folder:
        env = _env(Path(folder))
        subprocess.run([*BOT, "migrate"], env=env, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
        starts = [_start(env) for _ in range(3)]
    return [
        Figure("until ready", statistics.median(seconds for seconds, _ in starts), "s", 3),
        Figure("resident memory", max(megabytes for _, megabytes in starts), "MB", 150),
    ]


def _env(folder: Path) -> dict[str, str]:
    """Slack is not reachable there: a bot must be ready to work without it."""
    return {
        "PATH": os.environ["PATH"],
        "PORT": str(free_port()),
        "DATABASE_URL": f"sqlite:///{folder}/naeringsbot.db",
        "SLACK_API_URL": f"http://127.0.0.1:{free_port()}/api/",
        "SLACK_BOT_TOKEN": "xoxb-benchmark",
        "SLACK_SIGNING_SECRET": "benchmark",
        "ADMINS": "U0BENCHMARK",
        "LOG_LEVEL": "ERROR",
    }


def _start(env: dict[str, str]) -> tuple[float, float]:
    began = time.perf_counter()
    process = subprocess.Popen([*BOT, "run"], env=env, cwd=ROOT)
    try:
        while not _ready(env["PORT"]):
            if process.poll() is not None or time.perf_counter() - began > 30:
                raise RuntimeError("the bot did not become ready")
            time.sleep(0.01)
        return time.perf_counter() - began, _megabytes(process.pid)
    finally:
        process.terminate()
        process.wait(15)


def _ready(port: str) -> bool:
    try:
        return bool(urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=1).status == 200)
    except (urllib.error.URLError, ConnectionError, TimeoutError):
        return False


def _megabytes(pid: int) -> float:
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], check=True, capture_output=True, text=True).stdout
    return int(told) / 1024
