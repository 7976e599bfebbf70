"""Bring the database to the schema of this version."""

import argparse

from bot.core.settings import Settings
from bot.migrations.upgrading import migrate


def add(_parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(_options: argparse.Namespace) -> int:
    before, after = migrate(Settings.read().database_url)
    if before == after:
        print(f"The database has schema {after} already; there was nothing to do.")
    elif before is None:
        print(f"The database was made, with schema {after}.")
    else:
        print(f"The database was brought from schema {before} to {after}; all that it held is kept.")
    return 0
