"""10,000 spoiled requests, signed and not, against the served bot: nothing breaks, nothing is traced, nothing grows."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import Figure
from tests.benchmarks.programs import BOT, KINDS, database, megabytes, running, settings
from tests.fuzz import BY_DESIGN, Letters, conversation
from tests.load import send_raw
from tests.slacks import KARI, NETWORK, said, slack
from tests.waiting import eventually

REQUESTS, WARMING, AT_ONCE = 10_000, 2_000, 16


def run() -> list[Figure]:
    return [figure for kind in KINDS for figure in _fuzz(kind)]


def _fuzz(kind: str) -> list[Figure]:
    with TemporaryDirectory() as folder, slack() as workspace, database(kind) as url:
        env, log = settings(workspace, url, LOG_LEVEL="INFO"), Path(folder) / "log"
        with running([*BOT, "run"], env, log) as process:
            workspace.connect(f"http://127.0.0.1:{env['PORT']}/slack/events")
            letters = Letters(conversation(workspace), workspace.app.signing_secret, random.Random(2026))
            statuses = _send(int(env["PORT"]), letters, WARMING)
            before = megabytes(process.pid)
            statuses += _send(int(env["PORT"]), letters, REQUESTS - WARMING)
            grown = megabytes(process.pid) - before
            root = workspace.say(KARI, NETWORK, "@Næringsbot Hvem har ansvar for regulering på Visperud?")["ts"]
            eventually(lambda: said(workspace, NETWORK, root), 60)
        traces = log.read_text().count("Traceback")
    broken = sum(count for status, count in statuses.items() if status and status >= 500 and status not in BY_DESIGN)
    return [
        Figure(f"{kind}: requests taken", statuses[200], "", REQUESTS / 10, "at least"),
        Figure(f"{kind}: requests refused, or closed without an answer", REQUESTS - statuses[200] - broken, ""),
        Figure(f"{kind}: answers of 500 and more that are not by design", broken, "", 0),
        Figure(f"{kind}: traces in the log", traces, "", 0),
        Figure(f"{kind}: memory grown after the first {WARMING}", grown, "MB", 15),
    ]


def _send(port: int, letters: Letters, count: int) -> Counter[int | None]:
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return Counter(pool.map(lambda letter: send_raw(port, letter), letters.write(count)))
