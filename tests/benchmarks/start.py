"""How long the bot takes until it is ready, and how much memory it then holds."""

import os
import statistics
import subprocess
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import Figure
from tests.benchmarks.programs import BOT, ROOT, megabytes, ready
from tests.postgres import free_port


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
        while not ready(env["PORT"]):
            if process.poll() is not None or time.perf_counter() - began > 30:
                raise RuntimeError("the bot did not become ready")
            time.sleep(0.01)
        return time.perf_counter() - began, megabytes(process.pid)
    finally:
        process.terminate()
        process.wait(15)
