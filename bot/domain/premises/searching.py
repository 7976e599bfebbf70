"""Looking for premises: by kind, area, size, price and day; a search can be kept, to hear of what is new."""

from dataclasses import dataclass
from datetime import date, datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, insert_once, new_id
from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain.premises.rows import CAPS, KINDS, SHOWN, Premises

MOST = 10  # searches that a person keeps
LONGEST = 150  # characters of a search as `written`: Slack's limit for the value of a choice

TOO_MANY = Text(
    nb="Du har alt {most} lagrede søk. Stopp et av dem først.",
    nn="Du har alt {most} lagra søk. Stopp eitt av dei først.",
    en="You already have {most} saved searches. Stop one of them first.",
)
NO_SEARCH = Text(
    nb="Dette søket er alt stoppet.", nn="Dette søket er alt stoppa.", en="This search has already been stopped."
)


@dataclass(frozen=True)
class Search:
    """What somebody looks for; what is empty may be anything.

    `size`: square metres that must be had. `price`: a word of CAPS, that or lower (what tells none is found too).
    `by`: the day when it must be free.
    """

    kind: str = ""
    area: str = ""
    size: int | None = None
    price: str = ""
    by: date | None = None

    @property
    def written(self) -> str:
        """As one word, for `read`."""
        return "|".join(
            [self.kind, self.area, str(self.size or ""), self.price, self.by.isoformat() if self.by else ""]
        )


def read(written: str) -> Search:
    """A search as it was `written`; whatever does not fit is left out."""
    kind, area, size, price, by = [*written[:LONGEST].split("|"), "", "", "", "", ""][:5]
    return Search(
        kind if kind in KINDS else "",
        area,
        int(size) if size.isascii() and size.isdigit() and len(size) <= 7 else None,
        price if price in CAPS else "",
        _day(by),
    )


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        return None


class SavedSearch(Base):
    """`wanted`: a search as it was `written`."""

    __tablename__ = "premises_searches"

    person: Mapped[str] = mapped_column(sa.String(32), index=True)
    wanted: Mapped[str] = mapped_column(sa.String(LONGEST))
    made_at: Mapped[datetime]
    id: Mapped[str] = mapped_column(sa.String(16), primary_key=True, default_factory=new_id)


class Told(Base):
    """Whom these premises are no news to any more."""

    __tablename__ = "premises_told"

    person: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    premises: Mapped[str] = mapped_column(sa.String(16), primary_key=True, index=True)


def found(session: Session, search: Search, now: datetime) -> list[Premises]:
    """What stands in the list and fits, the newest first."""
    shown = sa.select(Premises).where(Premises.state == SHOWN, Premises.until > now)
    newest = session.scalars(shown.order_by(Premises.made_at.desc(), Premises.id))
    return [premises for premises in newest if fits(premises, search, now)]


def fits(premises: Premises, search: Search, now: datetime) -> bool:
    """What is not in the list fits nobody."""
    return premises.is_shown(now) and all(
        (
            search.kind in ("", premises.kind),
            search.area in ("", premises.area),
            search.size is None or premises.most >= search.size,
            not search.price or premises.price in ("", *_up_to(search.price)),
            search.by is None or premises.free_from is None or premises.free_from <= search.by,
        )
    )


def _up_to(price: str) -> tuple[str, ...]:
    return CAPS[: CAPS.index(price) + 1]


# --- searches that are kept ---


def kept(session: Session, person: str) -> list[SavedSearch]:
    mine = sa.select(SavedSearch).where(SavedSearch.person == person)
    return list(session.scalars(mine.order_by(SavedSearch.made_at, SavedSearch.id)))


def keep(session: Session, person: str, search: Search, now: datetime) -> SavedSearch:
    """From now on the person hears of what is new; what they can see already is no news. The same again is one."""
    mine = kept(session, person)
    if same := next((one for one in mine if one.wanted == search.written), None):
        return same
    if len(mine) >= MOST:
        raise UserError(TOO_MANY, most=MOST)
    saved = SavedSearch(person=person, wanted=search.written, made_at=now)
    session.add(saved)
    for premises in found(session, search, now):
        insert_once(session, Told(person=person, premises=premises.id))
    return saved


def stop(session: Session, person: str, search_id: str) -> Search:
    """One's own alone can be stopped."""
    saved = session.get(SavedSearch, search_id, with_for_update=True)
    if saved is None or saved.person != person:
        raise UserError(NO_SEARCH)
    session.delete(saved)
    return read(saved.wanted)
