"""The knowledge base as it holds now: the files, and what editors and imports made of them."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Event, Thread
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot import migrations
from bot.core.db import Database
from bot.core.errors import UserError
from bot.core.settings import Settings
from bot.domain.entries import editing, versions
from bot.domain.entries.editing import Edit
from bot.domain.entries.writing import Wrong, answered
from bot.domain.questions.gaps import Filling
from knowledge.library import SHIPPED, Library, load

log = logging.getLogger("naeringsbot.library")


def files(settings: Settings) -> Library:
    """What the files alone say."""
    if settings.knowledge_dir is None and settings.knowledge_shipped:
        return _shipped()
    return load(settings.knowledge_dir, SHIPPED if settings.knowledge_shipped else None)


@cache
def _shipped() -> Library:
    """Our own files, which are part of the program, are read once."""
    return load()


def whole(settings: Settings) -> Library:
    """What holds now: the files, and the database where there is one."""
    url = sa.make_url(settings.database_url)
    if url.get_backend_name() == "sqlite" and not Path(str(url.database)).exists():
        return files(settings)
    database = Database(settings.database_url)
    try:
        live = LiveLibrary(settings, database)
        return live() if migrations.missing(database) else live.refresh()
    finally:
        database.close()


def publisher(live: "LiveLibrary", zone: ZoneInfo) -> Callable[[Session, str, Filling, datetime], str]:
    """What the staff answer to a gap becomes an entry; gives its id."""

    def publish(session: Session, by: str, filling: Filling, now: datetime) -> str:
        library, at = live(), now.astimezone(zone)
        try:
            entry = answered(filling.question, filling.answer, filling.asks, filling.topic, at.date(), library)
        except Wrong as wrong:
            field, refusal = next(iter(wrong.errors.items()))
            at_field = field if field.startswith("question") else "answer_nb"
            raise UserError(refusal.words, field=at_field, **refusal.values) from None
        editing.answer(session, Edit(by, at, entry.id, 0, staff=True), entry, library.files)
        return entry.id

    return publish


class LiveLibrary:
    """Call it for the library. Once started, a thread of its own looks each `clock_tick` seconds whether a version was
    added, and builds the new index while questions go on to be answered from the old one.
    """

    def __init__(self, settings: Settings, database: Database) -> None:
        self._database, self._every = database, settings.clock_tick
        self._library = files(settings)
        self._version = 0
        self._stop = Event()
        self._thread = Thread(target=self._watch, name="library", daemon=True)

    def __call__(self) -> Library:
        return self._library

    def start(self) -> None:
        self.refresh()
        self._thread.start()

    def stop(self) -> None:
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()

    def refresh(self) -> Library:
        """Build it anew where the counter has moved."""
        with self._database.read() as session:
            version = versions.version(session)
            if version == self._version:
                return self._library
            newest = versions.newest(session)
        before = self._library
        library = Library.of(versions.combined(before.files, newest).values(), before)
        for index in (library.index, library.passages):
            index.speller  # noqa: B018  built now, so that no question waits for it
        self._library, self._version = library, version
        return library

    def _watch(self) -> None:
        while not self._stop.wait(self._every):
            try:
                self.refresh()
            except sa.exc.DBAPIError as error:
                log.warning("the knowledge base could not be looked up (%s); it is tried again", type(error).__name__)
