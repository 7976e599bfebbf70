"""The README knows every setting and every command."""

import re
from pathlib import Path

import pytest

from bot.__main__ import COMMANDS
from bot.core.settings import Settings

README = (Path(__file__).parents[1] / "README.md").read_text()


@pytest.mark.parametrize("name", Settings.model_fields)
def test_each_setting_stands_in_the_table(name: str) -> None:
    assert re.search(rf"^\|.*`{name.upper()}`", README, re.MULTILINE)


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - {"demo"}))
def test_each_command_is_shown(name: str) -> None:
    assert f"python -m bot {name}" in README


def test_no_setting_is_named_that_does_not_exist() -> None:
    named = set(re.findall(r"^\| `([A-Z0-9_]+)`(?:, `([A-Z0-9_]+)`)? \|", README, re.MULTILINE))
    assert {one.lower() for pair in named for one in pair if one} == set(Settings.model_fields)
