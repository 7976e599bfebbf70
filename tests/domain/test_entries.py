"""Versions of entries: who may change what, what holds now, undoing, and what newer files do to it."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from sqlalchemy.orm import Session

from bot.core.db import Database
from bot.core.errors import UserError
from bot.core.texts import same
from bot.domain import members
from bot.domain.entries import editing, versions
from bot.domain.entries.editing import Edit
from knowledge.entry import Entry, Valid, Verified
from tests.knowledge.entries import FJELLHAMAR, VISPERUD

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
FILES = {entry.id: entry for entry in (VISPERUD, FJELLHAMAR)}
NAME = VISPERUD.id
EDITOR, MEMBER, STAFF = "U0RED", "U0MEDLEM", "U0STAB"


@pytest.fixture
def peopled(database: Database) -> Database:
    with database.write() as session:
        members.find(session, EDITOR).role = "editor"
        members.find(session, STAFF).role = "staff"
        members.find(session, MEMBER)
    return database


def edit(seen: int = 0, by: str = EDITOR, name: str = NAME) -> Edit:
    return Edit(by, NOW, name, seen)


def worded(words: str) -> Entry:
    return VISPERUD.model_copy(update={"text": same(words)})


def said(session: Session, files: versions.Files = FILES) -> str | None:
    """What the entry says as things stand."""
    found = versions.combined(files, versions.newest(session)).get(NAME)
    return found.text.nb if found else None


def test_what_an_editor_saves_holds_and_undoing_brings_back_what_held_before(peopled: Database) -> None:
    with peopled.write() as session:
        first = editing.save(session, edit(), worded("Først."), FILES)
        second = editing.save(session, edit(first.id), worded("Så."), FILES)
        assert said(session) == "Så."
        third = editing.undo(session, edit(second.id), FILES)
        assert said(session) == "Først."
        editing.undo(session, edit(third.id), FILES)
        assert said(session) == "Så."
        told = [(row.who, row.at, row.act) for row in versions.history(session, NAME)]
    assert told == [(EDITOR, NOW, act) for act in ("undone", "undone", "corrected", "corrected")]


def test_undoing_the_first_change_leaves_it_to_the_files_again(peopled: Database) -> None:
    with peopled.write() as session:
        first = editing.save(session, edit(), worded("Først."), FILES)
        editing.undo(session, edit(first.id), FILES)
        assert said(session) == VISPERUD.text.nb
        assert versions.conflicts({NAME: worded("Nyere.")}, versions.newest(session)) == []


def test_what_is_retired_answers_nothing_until_that_is_undone(peopled: Database) -> None:
    with peopled.write() as session:
        gone = editing.retire(session, edit(), FILES)
        assert said(session) is None
        editing.undo(session, edit(gone.id), FILES)
        assert said(session) == VISPERUD.text.nb


def test_verifying_dates_it_and_moves_the_next_check(peopled: Database) -> None:
    asked = VISPERUD.model_copy(update={"responsible": "Planavdelingen", "next_check": date(2026, 1, 1)})
    with peopled.write() as session:
        editing.verify(session, edit(by=STAFF), asked, FILES)
        entry = versions.combined(FILES, versions.newest(session))[NAME]
    assert entry.verified == Verified(on=NOW.date(), by="Planavdelingen")
    assert entry.check_by == date(2027, 3, 10)


@pytest.mark.parametrize(
    ("dates", "why"),
    [
        ({"valid": Valid(until=date(2026, 3, 9))}, "Dette gjaldt til 9. mars 2026."),
        ({"deadline": date(2026, 3, 9)}, "Søknadsfristen gikk ut 9. mars 2026."),
    ],
)
def test_what_is_over_is_not_said_to_hold_still(peopled: Database, dates: dict[str, object], why: str) -> None:
    gone = VISPERUD.model_copy(update=dates)
    with peopled.write() as session, pytest.raises(UserError) as refused:
        editing.verify(session, edit(), gone, FILES)
    assert refused.value.say("nb").startswith(why)
    with peopled.write() as session:
        assert versions.history(session, NAME) == []
        editing.verify(session, edit(), gone.model_copy(update={"history": True}), FILES)


def test_what_ends_today_holds_still(peopled: Database) -> None:
    with peopled.write() as session:
        last = VISPERUD.model_copy(update={"deadline": NOW.date(), "valid": Valid(until=NOW.date())})
        assert editing.verify(session, edit(), last, FILES).act == "verified"


@pytest.mark.parametrize("by", [MEMBER, STAFF, "U0UKJENT"])
def test_only_editors_change_entries(peopled: Database, by: str) -> None:
    with peopled.write() as session:
        changes: list[Callable[[], object]] = [
            lambda: editing.save(session, edit(by=by), worded("Nei."), FILES),
            lambda: editing.retire(session, edit(by=by), FILES),
            lambda: editing.undo(session, edit(by=by), FILES),
            lambda: editing.settle(session, edit(by=by), FILES, ours=True),
        ]
        for change in changes:
            with pytest.raises(UserError) as refused:
                change()
            assert refused.value.words == members.NOT_ALLOWED
        assert versions.version(session) == 0


def test_who_saw_an_older_version_changes_nothing(peopled: Database) -> None:
    with peopled.write() as session:
        first = editing.save(session, edit(), worded("Først."), FILES)
        for seen in (0, first.id + 1):
            with pytest.raises(UserError, match="Somebody else has changed"):
                editing.save(session, edit(seen), worded("Så."), FILES)
        assert said(session) == "Først."


def test_newer_files_replace_only_what_nobody_edited_and_the_conflict_is_listed(peopled: Database) -> None:
    newer = {NAME: worded("Nyere."), FJELLHAMAR.id: FJELLHAMAR.model_copy(update={"text": same("Nytt.")})}
    with peopled.write() as session:
        row = editing.save(session, edit(), worded("Vårt."), FILES)
        newest = versions.newest(session)
        assert versions.conflicts(FILES, newest) == []
        assert versions.conflicts(newer, newest) == [NAME]
        assert [entry.text.nb for entry in versions.combined(newer, newest).values()] == ["Vårt.", "Nytt."]
        kept = editing.settle(session, edit(row.id), newer, ours=True)
        assert (said(session, newer), versions.conflicts(newer, versions.newest(session))) == ("Vårt.", [])
        editing.settle(session, edit(kept.id), newer, ours=False)
        assert (said(session, newer), versions.conflicts(newer, versions.newest(session))) == ("Nyere.", [])


def test_files_that_took_over_an_edit_are_no_conflict(peopled: Database) -> None:
    with peopled.write() as session:
        editing.save(session, edit(), worded("Vårt."), FILES)
        assert versions.conflicts({NAME: worded("Vårt.")}, versions.newest(session)) == []


def test_a_version_that_this_program_cannot_read_leaves_it_to_the_files(peopled: Database) -> None:
    with peopled.write() as session:
        row = editing.save(session, edit(), worded("Vårt."), FILES)
        row.content = {"id": NAME, "kind": "something of tomorrow"}
        session.flush()
        assert said(session) == VISPERUD.text.nb


def test_what_is_to_be_checked_comes_longest_overdue_first() -> None:
    soon = VISPERUD.model_copy(update={"next_check": date(2026, 3, 11)})
    late = FJELLHAMAR.model_copy(update={"verified": Verified(on=date(2025, 3, 10), by="A")})
    assert versions.due([soon, late, VISPERUD], NOW.date()) == [VISPERUD, late]


def test_an_editor_who_is_deleted_leaves_what_was_made_without_a_name(peopled: Database) -> None:
    with peopled.write() as session:
        editing.save(session, edit(), worded("Vårt."), FILES)
        assert [(one["entry"], one["act"]) for one in versions.export(session, EDITOR)] == [(NAME, "corrected")]
        assert (versions.forget(session, EDITOR), versions.forget(session, EDITOR)) == (1, 0)
        assert versions.export(session, EDITOR) == []
        session.expire_all()
        assert (said(session), versions.history(session, NAME)[0].who) == ("Vårt.", None)
