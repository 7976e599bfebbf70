"""The README's commands for backup and restore, as they stand there, bring back what was there."""

import os
import re
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import sqlalchemy as sa
from alembic import command

from bot.core.db import Database
from bot.domain.members import Member
from bot.migrations import missing
from bot.migrations.upgrading import config, migrate
from tests import postgres

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text()
CRASH = """
import os
from bot.core.db import Database
from bot.domain.members import Member
with Database("sqlite:///var/naeringsbot.db").write() as session:
    session.add(Member(id="U0LATER"))
os._exit(1)
"""


def type_in(folder: Path, lines: list[str], **env: str) -> None:
    """The lines, in a folder of an operator."""
    path = f"{Path(sys.executable).parent}:{postgres.tools()}:{os.environ['PATH']}"
    given = {"PATH": path, "PYTHONPATH": str(ROOT), **env}
    subprocess.run(["bash", "-ec", "\n".join(lines)], cwd=folder, env=given, check=True)


def shown(*beginnings: str) -> list[str]:
    """The README's lines of code that begin so, in its order."""
    return [line for line in README.splitlines() if line.startswith(beginnings)]


def write(url: str, member: str) -> None:
    with closing(Database(url)) as database, database.write() as session:
        session.add(Member(id=member, language="nn"))


def members(url: str) -> list[tuple[str, str | None]]:
    with closing(Database(url)) as database, database.read() as session:
        assert missing(database) is None
        return [(row.id, row.language) for row in session.scalars(sa.select(Member).order_by(Member.id))]


def test_sqlite_is_back_as_it_was_also_after_a_crash(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/var/naeringsbot.db"
    migrate(url)
    write(url, "U0KARI")
    backup, *restore = shown("python -m bot backup", "rm -f var/", "cp naeringsbot-")
    type_in(tmp_path, [backup])

    crashed = subprocess.run([sys.executable, "-c", CRASH], cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, check=False)
    assert crashed.returncode == 1
    assert (tmp_path / "var" / "naeringsbot.db-wal").stat().st_size
    type_in(tmp_path, restore)
    assert members(url) == [("U0KARI", "nn")]


def test_postgresql_is_back_as_it_was(migrated_postgres: str, tmp_path: Path) -> None:
    with postgres.database(migrated_postgres) as url:
        migrate(url)
        write(url, "U0KARI")
        backup, *restore = shown("pg_dump", "psql", "pg_restore")
        type_in(tmp_path, [backup], DATABASE_URL=url)

        write(url, "U0LATER")
        with closing(Database(url)) as database, database.write() as session:
            session.execute(sa.update(Member).values(language="en"))
        type_in(tmp_path, restore, DATABASE_URL=url)
        assert members(url) == [("U0KARI", "nn")]


def test_postgresql_s_backup_of_an_older_version_can_be_upgraded_again(migrated_postgres: str, tmp_path: Path) -> None:
    with postgres.database(migrated_postgres) as url:
        with closing(Database(url)) as database, database.engine.begin() as connection:
            command.upgrade(config(connection), "0008")
        backup, *restore = shown("pg_dump", "psql", "pg_restore")
        type_in(tmp_path, [backup], DATABASE_URL=url)

        migrate(url)
        write(url, "U0LATER")
        type_in(tmp_path, restore, DATABASE_URL=url)
        migrate(url)
        assert members(url) == []


def test_each_way_of_restoring_is_shown_once() -> None:
    assert len(shown("python -m bot backup", "rm -f var/", "cp naeringsbot-", "pg_dump", "psql", "pg_restore")) == 6
    assert re.search(r"^#+ .*[Rr]estore", README, re.MULTILINE)
