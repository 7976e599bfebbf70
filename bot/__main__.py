"""The commands: python -m bot COMMAND --help tells more about each."""

import argparse
import os
import sys

from sqlalchemy.exc import DBAPIError

from bot.commands import ask, backup, check, companies, demo, knowledge, migrate, outbox, premises, reminders, run
from bot.core.errors import CannotRun
from bot.core.settings import SettingsError
from knowledge.library import KnowledgeError

COMMANDS = {
    "demo": demo,
    "run": run,
    "ask": ask,
    "knowledge": knowledge,
    "migrate": migrate,
    "check": check,
    "backup": backup,
    "outbox": outbox,
    "reminders": reminders,
    "companies": companies,
    "premises": premises,
}


def main(arguments: list[str]) -> int:
    """Returns the exit code: 0 done, 1 not done, 2 wrongly asked for or wrongly set."""
    parser = argparse.ArgumentParser(prog="python -m bot", description="Næringsbot")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, module in COMMANDS.items():
        about = (module.__doc__ or "").splitlines()[0]
        module.add(commands.add_parser(name, help=about, description=about))
    options = parser.parse_args(arguments)
    try:
        return int(COMMANDS[options.command].run(options))
    except SettingsError as error:
        print(f"These settings need mending (environment or .env):\n{error}", file=sys.stderr)
        return 2
    except KnowledgeError as error:
        print(f"The knowledge base needs mending:\n{error}", file=sys.stderr)
        return 2
    except CannotRun as error:
        print(error, file=sys.stderr)
    except DBAPIError as error:
        print(
            f"The database cannot be reached: {error.orig}\nIs DATABASE_URL right, and is it running?", file=sys.stderr
        )
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever read has enough
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
