"""Verify a live set-up step by step: settings, database, knowledge, token, scopes, the staff channel."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from bot import migrations
from bot.core.db import Database
from bot.core.settings import Settings
from bot.slack.web_api import MaybeDone, NotDone, Refused, SlackError, WebApi
from knowledge.library import problems

MANIFEST = Path(__file__).parents[1] / "manifest.json"
Step = tuple[str, str | None]  # what is checked, and what to do where it is not right


def add(_parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(_options: argparse.Namespace) -> int:
    settings = Settings.read("slack_bot_token")
    faults = 0
    for name, remedy in steps(settings):
        faults += remedy is not None
        print(f"{'ok   ' if remedy is None else 'FAULT'} {name}" + (f"\n      {remedy}" if remedy else ""))
    return 1 if faults else 0


def steps(settings: Settings) -> Iterator[Step]:
    database = Database(settings.database_url)
    yield "database", migrations.missing(database)
    database.close()
    found = problems(settings.knowledge_dir)
    yield "knowledge", f"{len(found)} problems; type: python -m bot knowledge check" if found else None
    api = WebApi(settings.slack_api_url, settings.slack_bot_token.get_secret_value(), settings.delivery_timeout)
    yield from _slack(settings, api)
    api.close()
    secret = settings.slack_signing_secret.get_secret_value() or settings.slack_app_token.get_secret_value()
    way = "Set SLACK_SIGNING_SECRET (HTTP) or SLACK_APP_TOKEN (Socket Mode)."
    yield "a way in from Slack", None if secret else way


def _slack(settings: Settings, api: WebApi) -> Iterator[Step]:
    try:
        _, headers = api.call_with_headers("auth.test")
    except (NotDone, MaybeDone) as error:
        yield "token", f"Slack could not be reached ({error.reason}). Is the network there, and SLACK_API_URL right?"
        return
    except SlackError as error:
        yield "token", f"Slack says {error.reason}. Copy the bot token (xoxb-…) from «OAuth & Permissions» once more."
        return
    yield "token", None
    granted = {scope.strip() for scope in headers.get("x-oauth-scopes", "").split(",")}
    lacking = sorted(set(json.loads(MANIFEST.read_text())["oauth_config"]["scopes"]["bot"]) - granted)
    yield "scopes", f"Missing: {', '.join(lacking)}. Add them and install the app again." if lacking else None
    yield "staff channel", _staff_channel(settings, api)


def _staff_channel(settings: Settings, api: WebApi) -> str | None:
    if settings.staff_channel is None:
        return "STAFF_CHANNEL is not set: questions cannot be sent to a person. Set it to the channel's id (C…)."
    try:
        channel = api.get("conversations.info", {"channel": settings.staff_channel})["channel"]
    except Refused as error:
        return f"Slack says {error.reason} about {settings.staff_channel}. Type /invite @Næringsbot in that channel."
    except SlackError as error:
        return f"Slack could not be asked about {settings.staff_channel}: {error.reason}. Try again."
    return None if channel.get("is_member") else "Type /invite @Næringsbot in the staff channel."
