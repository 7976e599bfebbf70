"""«Dette gjør vi»: what is done because of a round's answers. Those who answered are told once; a correction is read
where the results are, and is what those are told who have not been yet.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, insert_once
from bot.core.errors import UserError, short
from bot.core.texts import LANGUAGES, Lang, Text
from bot.domain import audit, members
from bot.domain.surveys.tables import Wave, find
from bot.domain.surveys.waves import ROUND
from scheduler import due

DOING = "doing"  # the round of messages that tells of it
LONGEST, LONGEST_ROLE = 2000, 100

OPEN = Text(
    nb="Runden er ikke stengt ennå. Skriv dette når svarene er inne.",
    nn="Runden er ikkje stengd enno. Skriv dette når svara er inne.",
    en="The round has not closed yet. Write this when the answers are in.",
)
EMPTY = Text(nb="Skriv teksten på bokmål.", nn="Skriv teksten på bokmål.", en="Write the text in bokmål.")
NO_ROLE = Text(
    nb="Skriv hvilken rolle som står bak, for eksempel næringssjefen.",
    nn="Skriv kva rolle som står bak, til dømes næringssjefen.",
    en="Write which role stands behind it, such as the head of business development.",
)


class Doing(Base):
    """`text`: by language; bokmål is always there. `role`: who says it. `changed_at`: of the last correction."""

    __tablename__ = "survey_doings"

    wave: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    text: Mapped[dict[str, Any]]
    role: Mapped[str] = mapped_column(sa.String(LONGEST_ROLE))
    by: Mapped[str | None] = mapped_column(sa.String(32))
    at: Mapped[datetime]
    changed_at: Mapped[datetime | None] = mapped_column(default=None)

    def said(self, lang: Lang) -> str:
        return str(self.text.get(lang) or self.text["nb"])


def faults(texts: Mapping[str, str], role: str) -> Iterator[UserError]:
    """All that cannot be taken, each with its field."""
    if not texts.get("nb", "").strip():
        yield UserError(EMPTY, field="text_nb")
    if not role.strip():
        yield UserError(NO_ROLE, field="role")
    typed = {f"text_{lang}": (texts.get(lang, ""), LONGEST) for lang in LANGUAGES} | {"role": (role, LONGEST_ROLE)}
    for field, (said, longest) in typed.items():
        try:
            short(said.strip(), field, longest)
        except UserError as fault:
            yield fault


def write(session: Session, wave_id: str, texts: Mapping[str, str], role: str, by: str, now: datetime) -> bool:
    """True where it is new, and those who answered will be told; else what stood there is corrected."""
    wave = closed(session, wave_id, by)
    for fault in faults(texts, role):
        raise fault
    text: dict[str, Any] = {lang: texts[lang].strip() for lang in LANGUAGES if texts.get(lang, "").strip()}
    new = insert_once(session, Doing(wave=wave.id, text=text, role=role.strip(), by=by, at=now))
    if new:
        due.schedule(session, ROUND, f"{wave.id}:{DOING}", now)
    else:
        values = {"text": text, "role": role.strip(), "by": by, "changed_at": now}
        session.execute(sa.update(Doing).where(Doing.wave == wave.id).values(values))
    audit.note(session, now, who=by, what="survey: what we do", about=wave.id)
    return new


def closed(session: Session, wave_id: str, by: str) -> Wave:
    """For organizers."""
    members.require(session, by, "organizer")
    wave = find(session, wave_id)
    if wave.closed_at is None:
        raise UserError(OPEN)
    return wave


def of(session: Session, wave_ids: list[str]) -> dict[str, Doing]:
    return {one.wave: one for one in session.scalars(sa.select(Doing).where(Doing.wave.in_(wave_ids)))}
