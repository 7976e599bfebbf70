"""Plain APScheduler with its job store in a database, as one would set it up first: for comparison alone.

Settings as for the bot; it runs until it is ended. `fill` puts one job for each person into the store.
"""

import os
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from threading import Event

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from slack_sdk import WebClient


def remind(person: str) -> None:
    client = WebClient(os.environ["SLACK_BOT_TOKEN"], base_url=os.environ["SLACK_API_URL"])
    client.chat_postMessage(channel=person, text="Hei")


def fill(url: str, jobs: Mapping[str, datetime]) -> None:
    scheduler = _scheduler(url)
    scheduler.start(paused=True)
    for person, at in jobs.items():
        scheduler.add_job(remind, "date", run_date=at, args=[person])
    scheduler.shutdown()


def _scheduler(url: str) -> BackgroundScheduler:
    return BackgroundScheduler(jobstores={"default": SQLAlchemyJobStore(url=url)}, timezone=UTC)


if __name__ == "__main__":
    _scheduler(os.environ["DATABASE_URL"]).start()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    Event().wait()
