"""The knowledge base as editors and imports leave it: every version of an entry, with who, when and what.

The files are the beginning. The newest version of an entry stands in place of what the files say; nothing is ever
overwritten, so that undoing is a version of its own. The newest version's number tells replicas that something changed.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import Any, Literal

import sqlalchemy as sa
from pydantic import ValidationError
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, changed
from knowledge.entry import Entry

Act = Literal["added", "corrected", "verified", "retired", "undone", "imported", "settled"]
State = Literal["ours", "retired", "files"]
Files = Mapping[str, Entry]


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


def edited(session: Session) -> set[str]:
    """What people changed last, not an import."""
    return {name for name, row in newest(session).items() if row.act != "imported" and row.state != "files"}


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


def due(entries: Iterable[Entry], today: date) -> list[Entry]:
    """What is to be looked at again, the longest overdue first; passages are renewed with their document."""
    late = [(each.check_by, each.id, each) for each in entries if each.kind != "passage" and each.check_by <= today]
    return [entry for _, _, entry in sorted(late, key=lambda each: each[:2])]


def forget(session: Session, person: str) -> int:
    """Their versions stay, without their name."""
    return changed(session.execute(sa.update(EntryVersion).where(EntryVersion.who == person).values(who=None)))


def export(session: Session, person: str) -> list[dict[str, object]]:
    rows = session.scalars(sa.select(EntryVersion).where(EntryVersion.who == person).order_by(EntryVersion.id))
    return [{"entry": row.entry, "at": row.at, "act": row.act} for row in rows]
