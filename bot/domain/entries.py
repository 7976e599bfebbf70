"""The knowledge base as editors and imports leave it: every version of an entry, with who, when and what.

The files are the beginning. The newest version of an entry stands in place of what the files say; nothing is ever
overwritten, so that undoing is a version of its own. The newest version's number tells replicas that something changed.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Literal

import sqlalchemy as sa
from pydantic import ValidationError
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, changed, in_turn
from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain import members
from knowledge.entry import Entry, Verified

Act = Literal["added", "corrected", "verified", "retired", "undone", "imported", "settled"]
State = Literal["ours", "retired", "files"]
Files = Mapping[str, Entry]
TURN = 7_232_020  # versions get their numbers in the order in which they are committed

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


class EntryVersion(Base):
    """`state`: `ours`, what `content` holds; `retired`, no answer uses the entry; `files`, the files decide again.

    `who`: none for an import, and for an editor who was deleted. `basis`: the fingerprint of what the files said then.
    """

    __tablename__ = "entry_versions"
    __table_args__ = (sa.Index("ix_entry_versions_entry", "entry", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True, init=False)
    entry: Mapped[str] = mapped_column(sa.String(120))
    at: Mapped[datetime]
    who: Mapped[str | None] = mapped_column(sa.String(32), index=True)
    act: Mapped[str] = mapped_column(sa.String(16))
    state: Mapped[str] = mapped_column(sa.String(8))
    content: Mapped[dict[str, Any] | None]
    basis: Mapped[str] = mapped_column(sa.String(16))


@dataclass(frozen=True)
class Edit:
    """Who changes what, when. `seen`: the number of the version that they looked at, 0 for the files' own."""

    by: str | None
    at: datetime
    entry: str
    seen: int


def version(session: Session) -> int:
    """The counter that moves with every change."""
    return session.scalar(sa.select(sa.func.max(EntryVersion.id))) or 0


def newest(session: Session, *names: str) -> dict[str, EntryVersion]:
    """The newest version of each of these entries; of all that were ever changed, where none is named."""
    last = sa.select(sa.func.max(EntryVersion.id)).group_by(EntryVersion.entry)
    last = last.where(EntryVersion.entry.in_(names)) if names else last
    rows = session.scalars(sa.select(EntryVersion).where(EntryVersion.id.in_(last)).order_by(EntryVersion.id))
    return {row.entry: row for row in rows}


def history(session: Session, entry: str, most: int = 10) -> list[EntryVersion]:
    """The newest first."""
    query = sa.select(EntryVersion).where(EntryVersion.entry == entry).order_by(EntryVersion.id.desc())
    return list(session.scalars(query.limit(most)))


def combined(files: Files, versions: Mapping[str, EntryVersion]) -> dict[str, Entry]:
    """All entries as they hold now."""
    entries = dict(files)
    for name, row in versions.items():
        if row.state == "retired":
            entries.pop(name, None)
        elif entry := held(row):
            entries[name] = entry
    return entries


def held(row: EntryVersion) -> Entry | None:
    """The entry of a version; none where it holds none, or one that an older program wrote and this cannot read."""
    try:
        return Entry.model_validate(row.content) if row.state == "ours" else None
    except ValidationError:
        return None


def conflicts(files: Files, versions: Mapping[str, EntryVersion]) -> list[str]:
    """Entries that were edited here, while newer files say something else; what was made here holds until settled."""
    return sorted(name for name, row in versions.items() if row.state != "files" and _overtaken(files.get(name), row))


def _overtaken(in_files: Entry | None, row: EntryVersion) -> bool:
    return in_files is not None and fingerprint(in_files) != row.basis and in_files != held(row)


def fingerprint(entry: Entry | None) -> str:
    """The same for the same content; empty where there is none."""
    if entry is None:
        return ""
    return sha256(json.dumps(entry.model_dump(mode="json"), sort_keys=True).encode()).hexdigest()[:16]


def save(session: Session, edit: Edit, entry: Entry, files: Files) -> EntryVersion:
    """An editor adds or corrects; refused where somebody else was faster."""
    _check(session, edit)
    act: Act = "corrected" if edit.seen or edit.entry in files else "added"
    return _write(session, edit, act, "ours", entry, files)


def verify(session: Session, edit: Edit, entry: Entry, files: Files, today: date) -> EntryVersion:
    """It was looked at and still holds: its next check is a year away."""
    _check(session, edit, "editor", "staff")
    checked = Verified(on=today, by=entry.responsible or "editor")
    return _write(
        session, edit, "verified", "ours", entry.model_copy(update={"verified": checked, "next_check": None}), files
    )


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
        _write(session, edit, "imported" if entry else "retired", "ours" if entry else "retired", entry, files)


def _check(session: Session, edit: Edit, *roles: members.Role) -> None:
    if not any(members.may(session, edit.by or "", role) for role in roles or ("editor",)):
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


def due(entries: Iterable[Entry], today: date) -> list[Entry]:
    """What is to be looked at again, the longest overdue first."""
    late = [(entry.check_by, entry.id, entry) for entry in entries if entry.check_by <= today]
    return [entry for _, _, entry in sorted(late, key=lambda each: each[:2])]


def forget(session: Session, person: str) -> int:
    """Their versions stay, without their name."""
    return changed(session.execute(sa.update(EntryVersion).where(EntryVersion.who == person).values(who=None)))


def export(session: Session, person: str) -> list[dict[str, object]]:
    rows = session.scalars(sa.select(EntryVersion).where(EntryVersion.who == person).order_by(EntryVersion.id))
    return [{"entry": row.entry, "at": row.at, "act": row.act} for row in rows]
