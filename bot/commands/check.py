"""Verify a live set-up step by step: settings, database, knowledge, token, scopes, staff channel, register."""

import argparse
import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from bot import migrations
from bot.commands.counting import counted
from bot.core.db import Database
from bot.core.settings import Settings
from bot.register.client import RegisterError, connect
from bot.slack.web_api import Refused, SlackError, WebApi, remedy
from knowledge.library import SHIPPED, problems

MANIFEST = Path(__file__).parents[1] / "manifest.json"
Step = tuple[str, str | None]  # what is checked, and what to do where it is not right


def add(_parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(_options: argparse.Namespace) -> int:
    settings = Settings.read("slack_bot_token")
    faults = 0
    for name, what in steps(settings):
        faults += what is not None
        print(f"{'ok   ' if what is None else 'FAULT'} {name}" + (f"\n      {what}" if what else ""))
    return 1 if faults else 0


def steps(settings: Settings) -> Iterator[Step]:
    database = Database(settings.database_url)
    yield "database", migrations.missing(database)
    database.close()
    shipped = SHIPPED if settings.knowledge_shipped else None
    found = problems(settings.knowledge_dir, shipped, datetime.now(UTC).date())
    yield "knowledge", f"{counted(len(found), 'fault')}; type: python -m bot knowledge check" if found else None
    api = WebApi(settings.slack_api_url, settings.slack_bot_token.get_secret_value(), settings.delivery_timeout)
    yield from _slack(settings, api)
    api.close()
    yield "a way in from Slack", _way_in(settings)
    yield "the public register", _register(settings)


def _slack(settings: Settings, api: WebApi) -> Iterator[Step]:
    try:
        _, headers = api.call_with_headers("auth.test")
    except SlackError as error:
        yield "token", remedy(error)
        return
    yield "token", None
    granted = {scope.strip() for scope in headers.get("x-oauth-scopes", "").split(",")}
    lacking = sorted(set(json.loads(MANIFEST.read_text())["oauth_config"]["scopes"]["bot"]) - granted)
    yield "scopes", f"Missing: {', '.join(lacking)}. Add them and install the app again." if lacking else None
    yield "staff channel", _staff_channel(settings, api)


def _way_in(settings: Settings) -> str | None:
    """Of Socket Mode it can be tried whether its token opens."""
    token = settings.slack_app_token.get_secret_value()
    if not token:
        secret = settings.slack_signing_secret.get_secret_value()
        return None if secret else "Set SLACK_SIGNING_SECRET (HTTP) or SLACK_APP_TOKEN (Socket Mode)."
    with closing(WebApi(settings.slack_api_url, token, settings.delivery_timeout)) as api:
        try:
            api.call("apps.connections.open")
        except SlackError as error:
            return remedy(error, "SLACK_APP_TOKEN")
    return None


def _register(settings: Settings) -> str | None:
    """Whether it answers, and knows the municipality; switched off it is not asked."""
    if not settings.register_lookups:
        return None
    with closing(connect(settings.register_url, on=True)) as register:
        try:
            here = register.page("enheter", settings.municipality, 0).total
        except RegisterError as error:
            way = "Is the network there, and REGISTER_URL right? REGISTER_LOOKUPS=no does without it."
            return f"Enhetsregisteret cannot be asked ({error.reason}). {way}"
    return (
        None
        if here
        else f"Enhetsregisteret knows no company in municipality {settings.municipality}. Set MUNICIPALITY."
    )


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
