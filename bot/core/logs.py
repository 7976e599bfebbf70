"""One line per thing that happened; never message text, tokens or ballots."""

import logging
import sys
import time

TALKATIVE = ("slack_sdk", "httpx", "httpcore", "alembic")


def configure(level: str) -> None:
    """Log to standard error in UTC."""
    handler = logging.StreamHandler(sys.stderr)
    form = logging.Formatter("%(asctime)sZ %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S")
    form.converter = time.gmtime
    handler.setFormatter(form)
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    logging.getLogger("apscheduler").setLevel(logging.ERROR)  # that a tick is left out while one runs is no news
