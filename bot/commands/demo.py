"""The bot in a small Slack of our own, with a made-up network: nothing else is needed."""

import argparse
import json
import logging
import shutil
import socket
import webbrowser
from pathlib import Path

import yaml
from pydantic import SecretStr

from bot.app import build
from bot.commands.demo_acts import play
from bot.commands.demo_clock import DemoClock
from bot.commands.run import serve
from bot.core import logs
from bot.core.errors import CannotRun
from bot.core.settings import Settings
from bot.migrations.upgrading import migrate
from bot.slack.people import sync_people
from bot.workspace import Workspace
from handlers import demo
from scheduler.quiet import Quiet

log = logging.getLogger("naeringsbot.demo")
HERE = Path(__file__).parents[1]
VAR = Path("var/demo")
PLAYED = VAR / "played"  # all that the made-up people had done before is there
STAFF_CHANNEL = "C0STAB"
PORT = 8080


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-browser", action="store_true", help="only print the address")
    parser.add_argument("--fresh", action="store_true", help="forget what was said before")
    parser.add_argument("--port", type=int, default=PORT, help=f"where the page is served (default {PORT}; 0: any)")


def run(options: argparse.Namespace) -> int:
    if options.fresh or not PLAYED.exists():  # also what was interrupted while it was played
        shutil.rmtree(VAR, ignore_errors=True)
    VAR.mkdir(parents=True, exist_ok=True)
    logs.configure("INFO")
    with open_workspace(VAR / "workspace.json") as workspace:
        workspace.open = False
        try:
            address = workspace.serve(options.port)
        except OSError as error:
            words = f"Port {options.port} cannot be used: {error.strerror}."
            raise CannotRun(f'{words} Try: make demo ARGS="--port 0"') from None
        own = _free_port()
        settings = settings_for(workspace, f"sqlite:///{VAR}/naeringsbot.db").model_copy(
            update={"port": own, "public_url": f"http://127.0.0.1:{own}"}
        )
        migrate(settings.database_url)

        quiet = Quiet.by(settings)
        clock = DemoClock(VAR / "clock.json", quiet)
        bot = build(settings, clock, [demo.feature(clock.move)], example=True)

        def ready(port: int) -> None:
            workspace.connect(f"http://127.0.0.1:{port}/slack/events")
            if not PLAYED.exists():
                sync_people(bot.parts)
                workspace.limits.lifted = True  # so many people would not press so much in a second
                play(workspace, clock, quiet)
                workspace.limits.lifted = False
                PLAYED.touch()
            workspace.open = True
            print(
                f"\nNæringsbot is at {address}\nHow fast it answers: {settings.public_url}/ytelse\n"
                f"Ctrl-C ends it. What is said stays in {VAR}/ (--fresh forgets it).\n",
                flush=True,
            )
            if not options.no_browser:
                webbrowser.open(address)

        serve(bot, socket=False, on_ready=ready)
    return 0


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def open_workspace(kept_in: Path | None) -> Workspace:
    """The local workspace with the sample network and our own manifest."""
    network = yaml.safe_load((HERE / "sample" / "network.yaml").read_text())
    manifest = json.loads((HERE / "manifest.json").read_text())
    return Workspace(network, manifest, kept_in=kept_in)


def settings_for(workspace: Workspace, database_url: str) -> Settings:
    """Nothing of the environment's settings reaches the demonstration."""
    return Settings(
        _env_file=None,
        slack_bot_token=SecretStr(workspace.app.bot_token),
        slack_signing_secret=SecretStr(workspace.app.signing_secret),
        slack_api_url=workspace.api_url,
        database_url=database_url,
        staff_channel=STAFF_CHANNEL,
        register_lookups=False,  # nothing leaves this machine
        host="127.0.0.1",
        port=0,
    )
