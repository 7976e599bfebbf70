"""What all tests share: a migrated, empty database of either kind, a clock, and an environment without settings."""

import gc
import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

from bot.core.db import Database
from bot.core.settings import Settings
from bot.migrations.upgrading import migrate
from tests import postgres
from tests.clock import Clock

hypothesis.settings.register_profile("same every time", derandomize=True, database=None, deadline=None)
hypothesis.settings.load_profile("same every time")


def pytest_configure() -> None:
    """No setting of the person who runs the tests may reach them, nor their `.env`."""
    for name in Settings.model_fields:
        os.environ.pop(name.upper(), None)
    Settings.model_config["env_file"] = None


@pytest.fixture(autouse=True, scope="module")
def _nothing_to_look_through_again() -> Iterator[None]:
    """What tests leave in memory is not gone through at each collection, which would halt a whole house for seconds."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _same_dice() -> None:
    random.seed(0)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sqlite") / "migrated.db"
    migrate(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def migrated_postgres() -> Iterator[str]:
    with postgres.server() as server, postgres.database(server) as url:
        migrate(url)
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Either kind in turn; one kind only: `@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)`."""
    if request.param == "postgresql":
        url: str = request.getfixturevalue("migrated_postgres")
        postgres.empty(url)
        return url
    file = tmp_path / "naeringsbot.db"
    shutil.copy(request.getfixturevalue("migrated_sqlite"), file)
    return f"sqlite:///{file}"


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()
