"""The library of a running bot follows what is changed in the database, also by others."""

from datetime import UTC, datetime
from pathlib import Path

from bot.core.db import Database
from bot.core.settings import Settings
from bot.core.texts import same
from bot.domain.entries import editing
from bot.library import LiveLibrary, whole
from knowledge.ask import answer
from tests.waiting import eventually

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
NAME = "area.visperud"


def settings(url: str) -> Settings:
    return Settings(database_url=url, clock_tick=0.05)


def change(database: Database, live: LiveLibrary, words: str) -> None:
    before = live().files
    entry = before[NAME].model_copy(update={"text": same(words)})
    with database.write() as session:
        editing.import_all(session, NOW, {NAME: entry}, before)


def test_a_change_is_seen_by_who_did_not_make_it(database: Database, database_url: str) -> None:
    live = LiveLibrary(settings(database_url), database)
    change(database, live, "Før start.")
    live.start()
    try:
        assert live().entries[NAME].text.nb == "Før start."
        before = live()
        change(database, live, "Etter start.")
        eventually(lambda: live() is not before)
        assert live().entries[NAME].text.nb == "Etter start."
        assert live().files[NAME].text.nb != "Etter start."
    finally:
        live.stop()


def test_without_a_database_the_files_speak(tmp_path: Path) -> None:
    file = tmp_path / "folder" / "none.db"
    assert NAME in whole(settings(f"sqlite:///{file}")).entries
    assert not file.parent.exists()


def test_the_shipped_entries_can_be_left_out(database_url: str) -> None:
    empty = whole(Settings(database_url=database_url, knowledge_shipped=False))
    assert dict(empty.entries) == {}
    assert answer("Hva er planene for Visperud?", None, NOW, empty).outcome == "refused"
