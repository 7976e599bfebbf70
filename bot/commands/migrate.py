"""Bring the database to the schema of this version."""

import argparse

from bot.core.settings import Settings
from bot.migrations import migrate


def add(_parser: argparse.ArgumentParser) -> None:
    """No options."""


def run(_options: argparse.Namespace) -> int:
    migrate(Settings.read().database_url)
    print("The database is up to date.")
    return 0
