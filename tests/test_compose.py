"""compose.yaml fits the program: its commands, options and settings exist, and what each part waits for does too."""

import argparse
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.__main__ import COMMANDS
from bot.core.settings import Settings

ROOT = Path(__file__).parents[1]
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "compose.yaml").read_text())
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = [name for name, service in SERVICES.items() if "build" in service]


@pytest.mark.parametrize("name", OURS)
def test_its_commands_are_the_program_s(name: str) -> None:
    python, option, module, command, *options = SERVICES[name]["command"]
    assert (python, option, module) == ("python", "-m", "bot")
    parser = argparse.ArgumentParser(exit_on_error=False)
    COMMANDS[command].add(parser)
    parser.parse_args(options)


@pytest.mark.parametrize("name", OURS)
def test_its_variables_are_settings_that_are_sound(name: str) -> None:
    given = {key.lower(): value for key, value in SERVICES[name]["environment"].items()}
    assert given.keys() <= Settings.model_fields.keys()
    Settings.read(**{key: re.sub(r"\$\{\w+:\?[^}]*\}", "secret", value) for key, value in given.items()})


def test_what_it_waits_for_exists_and_can_be_waited_for() -> None:
    needed = {
        (other, how["condition"]) for one in SERVICES.values() for other, how in one.get("depends_on", {}).items()
    }
    assert needed == {("postgres", "service_healthy"), ("migrate", "service_completed_successfully")}
    assert "healthcheck" in SERVICES["postgres"]
    assert SERVICES["migrate"]["restart"] == "no"


def test_there_are_two_of_each_part_and_a_port_for_each_that_listens() -> None:
    assert [SERVICES[name]["deploy"]["replicas"] for name in ("web", "worker")] == [2, 2]
    (port,) = SERVICES["web"]["ports"]
    address, outside, inside = port.split(":")
    first, last = map(int, outside.split("-"))
    assert (address, last - first + 1) == ("127.0.0.1", 2)
    assert inside == SERVICES["web"]["environment"]["PORT"]


def test_volumes_and_files_that_it_names_exist() -> None:
    used = {volume.split(":")[0] for service in SERVICES.values() for volume in service.get("volumes", ())}
    assert used == COMPOSE["volumes"].keys()
    assert (ROOT / "Dockerfile").exists()


def test_the_readme_s_commands_for_it_name_what_is_there() -> None:
    readme = (ROOT / "README.md").read_text()
    inside = re.findall(r"^docker compose exec (?:-T )?(\w+) (\w+)(.*)$", readme, re.MULTILINE)
    user = SERVICES["postgres"]["environment"]["POSTGRES_USER"]
    assert {(service, program) for service, program, _ in inside} == {
        ("web", "python"),
        *(("postgres", program) for program in ("pg_dump", "psql", "pg_restore")),
    }
    named = {name for _, program, rest in inside if program != "python" for name in re.findall(r"name=(\w+)", rest)}
    assert named == {user}
    stopped = re.findall(r"^docker compose stop (.*)$", readme, re.MULTILINE)
    assert [line.split() for line in stopped] == [["web", "worker"]]


def test_what_has_to_be_set_is_told_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text()
    needed = set(re.findall(r"\$\{(\w+):\?", (ROOT / "compose.yaml").read_text()))
    assert [name for name in sorted(needed) if f"`{name}" not in readme and f"{name}=" not in readme] == []
