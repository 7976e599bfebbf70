"""What editors and imports do to entries: each is one more version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.core.db import in_turn
from bot.core.errors import UserError
from bot.core.moments import dated
from bot.core.texts import Text
from bot.domain import members
from bot.domain.entries.versions import Act, EntryVersion, Files, State, fingerprint, held, history, newest
from knowledge.entry import Entry, Verified

TURN = "entries"  # versions get their numbers in the order in which they are committed

CHANGED = Text(
    nb="Noen andre har endret oppføringen i mellomtiden. Ingenting er lagret; åpne den på nytt.",
    nn="Nokon andre har endra oppføringa i mellomtida. Ingenting er lagra; opne ho på nytt.",
    en="Somebody else has changed the entry in the meantime. Nothing was saved; open it again.",
)
GONE = Text(
    nb="Denne oppføringen finnes ikke lenger.",
    nn="Denne oppføringa finst ikkje lenger.",
    en="This entry is no longer here.",
)
NO_LONGER = Text(
    nb="Dette gjaldt til {day}. Rett «Gjelder til og med», eller trekk oppføringen tilbake.",
    nn="Dette galdt til {day}. Rett «Gjeld til og med», eller trekk oppføringa tilbake.",
    en="This applied until {day}. Correct “Valid until”, or retire the entry.",
)
TOO_LATE = Text(
    nb="Søknadsfristen gikk ut {day}. Rett «Søknadsfrist», eller trekk oppføringen tilbake.",
    nn="Søknadsfristen gjekk ut {day}. Rett «Søknadsfrist», eller trekk oppføringa tilbake.",
    en="The deadline passed on {day}. Correct “Deadline”, or retire the entry.",
)


@dataclass(frozen=True)
class Edit:
    """Who changes what, when (its date is the local one).

    `seen`: the number of the version that they looked at, 0 for the files' own. `staff`: in the staff's own channel,
    where everybody may say that an entry still holds, and answer what had no answer.
    """

    by: str | None
    at: datetime
    entry: str
    seen: int
    staff: bool = False


def save(session: Session, edit: Edit, entry: Entry, files: Files) -> EntryVersion:
    """An editor adds or corrects; refused where somebody else was faster."""
    _check(session, edit)
    act: Act = "corrected" if edit.seen or edit.entry in files else "added"
    return _write(session, edit, act, "ours", entry, files)


def answer(session: Session, edit: Edit, entry: Entry, files: Files) -> EntryVersion:
    """The staff answer what nobody had an answer for."""
    _check(session, edit, "editor", "staff")
    return _write(session, edit, "added", "ours", entry, files)


def verify(session: Session, edit: Edit, entry: Entry, files: Files) -> EntryVersion:
    """It was looked at and still holds: its next check is a year away. Refused where a date of it has passed."""
    _check(session, edit, "editor", "staff")
    if over := passed(entry, edit.at.date()):
        raise UserError(over)
    checked = Verified(on=edit.at.date(), by=entry.responsible or "editor")
    return _write(
        session, edit, "verified", "ours", entry.model_copy(update={"verified": checked, "next_check": None}), files
    )


def passed(entry: Entry, today: date) -> Text | None:
    """Why it cannot hold unchanged; what is told as history may."""
    if entry.history:
        return None
    if entry.valid.until and entry.valid.until < today:
        return dated(NO_LONGER, entry.valid.until)
    return dated(TOO_LATE, entry.deadline) if entry.deadline and entry.deadline < today else None


def retire(session: Session, edit: Edit, files: Files) -> EntryVersion:
    _check(session, edit)
    return _write(session, edit, "retired", "retired", None, files)


def undo(session: Session, edit: Edit, files: Files) -> EntryVersion:
    """Take back the version that was seen: what held before it holds again."""
    _check(session, edit)
    before = history(session, edit.entry, 2)[1:]
    if not edit.seen:
        raise UserError(GONE)
    state: State = before[0].state if before else "files"  # type: ignore[assignment]
    return _write(session, edit, "undone", state, held(before[0]) if before else None, files)


def settle(session: Session, edit: Edit, files: Files, *, ours: bool) -> EntryVersion:
    """A conflict is decided: what was made here holds on, or what the files say now."""
    _check(session, edit)
    row = newest(session, edit.entry).get(edit.entry)
    if row is None:
        raise UserError(GONE)
    state: State = row.state if ours else "files"  # type: ignore[assignment]
    return _write(session, edit, "settled", state, held(row) if ours else None, files)


def import_all(session: Session, at: datetime, changes: Mapping[str, Entry | None], files: Files) -> None:
    """What an import brings; none: it takes the entry away."""
    in_turn(session, TURN)
    for name, entry in changes.items():
        edit = Edit(None, at, name, 0)
        _write(session, edit, "imported", "ours" if entry else "retired", entry, files)


def _check(session: Session, edit: Edit, *roles: members.Role) -> None:
    allowed = bool(roles) and edit.staff
    if not allowed and not any(members.may(session, edit.by or "", role) for role in roles or ("editor",)):
        raise UserError(members.NOT_ALLOWED)
    in_turn(session, TURN)
    row = newest(session, edit.entry).get(edit.entry)
    if (row.id if row else 0) != edit.seen:
        raise UserError(CHANGED)


def _write(session: Session, edit: Edit, act: Act, state: State, entry: Entry | None, files: Files) -> EntryVersion:
    row = EntryVersion(
        entry=edit.entry,
        at=edit.at,
        who=edit.by,
        act=act,
        state=state,
        content=entry.model_dump(mode="json", exclude_defaults=True) if entry else None,
        basis=fingerprint(files.get(edit.entry)),
    )
    session.add(row)
    session.flush()
    return row
