"""The files around the code keep what they promise: pinned packages, a container that can be built, no stray hosts."""

import json
import re
import tomllib
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-test.lock")
REQUIREMENT = re.compile(
    r"^([a-z0-9-]+)==\S+(?: ;[^\\]*)? \\\n(?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", re.MULTILINE
)


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_a_version_and_hashes_and_no_host(name: str) -> None:
    rest = REQUIREMENT.sub("", (ROOT / name).read_text())
    notes = re.compile(r" +# +(via )?([\w.-]+|-c requirements\.lock|naeringsbot \(pyproject\.toml(:test)?\))?")
    assert [line for line in rest.splitlines() if not notes.fullmatch(line)] == []


def test_both_locks_agree() -> None:
    running, testing = (dict(re.findall(r"^(\S+)==(\S+)", (ROOT / name).read_text(), re.MULTILINE)) for name in LOCKS)
    assert {name: testing[name] for name in running.keys() & testing} == {
        name: running[name] for name in running.keys() & testing
    }


def test_locks_hold_all_that_the_project_names() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    wanted = (project["project"]["dependencies"], project["dependency-groups"]["test"])
    for lock, names in zip(LOCKS, wanted, strict=True):
        pinned = set(REQUIREMENT.findall((ROOT / lock).read_text()))
        assert {re.split(r"[^\w-]", name)[0].lower() for name in names} - pinned == set()


def test_docker_copies_what_exists_and_is_not_ignored() -> None:
    copied = [source for line in _docker("COPY") if not line.startswith("--from") for source in line.split()[:-1]]
    allowed = [line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")]
    assert sorted(copied) == sorted(allowed)
    assert [path for path in copied if not (ROOT / path).exists()] == []


def test_docker_copies_every_package_that_the_bot_is_made_of() -> None:
    packages = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["root_packages"]
    assert set(packages) <= {line.split()[0] for line in _docker("COPY")}


def test_docker_commands_exist() -> None:
    (command,) = _docker("CMD")
    python, option, module, word = json.loads(command)
    assert (python, option, module) == ("python", "-m", "bot")
    assert find_spec(f"bot.commands.{word}")


def test_docker_asks_for_health_with_a_sound_program() -> None:
    (healthcheck,) = _docker("HEALTHCHECK")
    python, option, program = json.loads(healthcheck.partition("CMD ")[2])
    assert (python, option) == ("python", "-c")
    compile(program, "HEALTHCHECK", "exec")


@pytest.mark.parametrize("file", sorted(ROOT.glob("bot/migrations/versions/*.py")), ids=lambda file: file.stem)
def test_migration_imports_nothing_of_ours(file: Path) -> None:
    imported = re.findall(r"^\s*(?:from|import) (\w+)", file.read_text(), re.MULTILINE)
    assert set(imported) & {"bot", "handlers", "knowledge", "scheduler"} == set()


def _docker(word: str) -> list[str]:
    return re.findall(rf"^{word} (.+)$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)
