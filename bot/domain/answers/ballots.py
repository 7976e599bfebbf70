"""Who has answered (the roll) and what was answered (the ballots), apart; put, moved, and at closing written anew."""

import secrets
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, Session, mapped_column

from bot.core.db import Base, changed, insert_once, leave_no_log
from bot.domain.answers.asked import Asked, Given
from bot.domain.answers.kinds import chosen
from bot.domain.answers.protection import breakdown
from bot.domain.companies import rows as companies


class Roll(Base):
    """Who has answered a poll or a survey: a person, or a company. `option` and `words` only in a named poll."""

    __tablename__ = "poll_roll"

    poll_id: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    person: Mapped[str] = mapped_column(sa.String(32), primary_key=True, index=True)
    option: Mapped[int | None] = mapped_column(default=None)
    words: Mapped[str | None] = mapped_column(sa.Text, default=None)


class Ballot(Base):
    """One answer to an anonymous question: no person, no time. SQLite keeps the rows by key, not in order of arrival.

    `poll_id`: of the poll, or of the question of a survey.
    """

    __tablename__ = "poll_ballots"
    __table_args__ = {"sqlite_with_rowid": False}  # noqa: RUF012  SQLAlchemy reads it so

    poll_id: Mapped[str] = mapped_column(sa.String(16), primary_key=True)
    key: Mapped[str] = mapped_column(sa.String(64), primary_key=True)
    option: Mapped[int]
    words: Mapped[str | None] = mapped_column(sa.Text, default=None)


def put_named(session: Session, poll_id: str, who: str, given: Given) -> bool:
    """True where the vote is new or moved. Whoever presses two buttons at once: the later one finds the vote there."""
    mine = {"of": poll_id, "whose": who, "chosen": given.option, "said": given.words}
    new = Roll(poll_id=poll_id, person=who, option=given.option, words=given.words)
    return _moved(session, MOVE_NAMED, mine) or insert_once(session, new) or _moved(session, MOVE_NAMED, mine)


def put_secret(session: Session, poll_id: str, key: str, given: Given) -> Literal["new", "moved", ""]:
    """Write the ballot under this key, or move it; empty where it was so before."""
    mine = {"of": poll_id, "whose": key, "chosen": given.option, "said": given.words}
    if _moved(session, MOVE_SECRET, mine):
        return "moved"
    if insert_once(session, Ballot(poll_id=poll_id, key=key, option=given.option, words=given.words)):
        return "new"
    return "moved" if _moved(session, MOVE_SECRET, mine) else ""


def _moving(kind: type[Roll] | type[Ballot], whose: str) -> sa.Update:
    table: Any = kind.__table__
    mine = (table.c.poll_id == sa.bindparam("of"), table.c[whose] == sa.bindparam("whose"))
    chosen, said = sa.bindparam("chosen", type_=sa.Integer), sa.bindparam("said", type_=sa.Text)

    other = (table.c.option != chosen) | (table.c.words != said)
    return sa.update(table).where(*mine, other).values(option=chosen, words=said)


# Every vote asks for one of these, so they are built once and go past the object layer.
MOVE_NAMED = _moving(Roll, "person")
MOVE_SECRET = _moving(Ballot, "key")


def _moved(session: Session, move: sa.Update, mine: dict[str, Any]) -> bool:
    return changed(session.connection().execute(move, mine)) > 0


def on_roll(session: Session, poll_id: str) -> list[str]:
    return list(session.scalars(sa.select(Roll.person).where(Roll.poll_id == poll_id)))


def both_on_roll(session: Session, poll_id: str, one: str, other: str) -> bool:
    query = sa.select(sa.func.count()).where(Roll.poll_id == poll_id, Roll.person.in_([one, other]))
    return session.scalar(query) == 2


def rename(session: Session, poll_id: str, before: str | None, after: str | None) -> None:
    """The ballot under one key stands under another one; without keys nothing can be found."""
    if before and after:
        moved = sa.update(Ballot).where(Ballot.poll_id == poll_id, Ballot.key == before).values(key=after)
        session.execute(moved.execution_options(synchronize_session=False))


def hand_over(session: Session, polls: sa.Select[tuple[str]], gone: str, kept: str) -> None:
    """On these rolls one company stands for the other, once."""
    mine = (Roll.poll_id.in_(polls), Roll.person == gone)
    also = sa.select(Roll.poll_id).where(Roll.person == kept)
    session.execute(sa.delete(Roll).where(*mine, Roll.poll_id.in_(also)))
    session.execute(sa.update(Roll).where(*mine).values(person=kept))


def cast(session: Session, poll_id: str) -> Sequence[Ballot]:
    return session.scalars(sa.select(Ballot).where(Ballot.poll_id == poll_id)).all()


def groups(
    session: Session,
    asked: Asked,
    found: Mapping[str, int],
    key_of: Callable[[str], str | None],
    people: Iterable[str],
    *,
    by_company: bool,
) -> dict[str, object]:
    """By branch, area and size, those that may be shown: this once it can be known who answered what.

    `found`: what was answered, by the key that `key_of` gives for one of the `people`.
    """
    theirs = {who: found.get(key_of(who) or "") for who in people}
    answers = {who: chosen(asked.kind, option) for who, option in theirs.items() if option is not None}
    traits = companies.traits(session, answers, by_company=by_company)
    shown = breakdown(answers, len(asked.options["nb"]), traits, asked.enough)
    return {trait: [asdict(group) for group in groups] for trait, groups in shown.items()}


def unlink(session: Session, poll_id: str, kept: Mapping[str, Sequence[Ballot]]) -> None:
    """Write roll and ballots anew, in random order and the ballots with random keys, so that one transaction wrote them
    all and none tells when it came. `kept`: the ballots of each question that stay; those so few that they give
    somebody away, or that were not sent, are not among them.
    """
    ballots = [
        {"poll_id": question, "key": secrets.token_hex(32), "option": one.option, "words": one.words}
        for question, ones in kept.items()
        for one in ones
    ]
    rolled = [{"poll_id": poll_id, "person": person} for person in on_roll(session, poll_id)]
    _rewrite(session, Ballot, tuple(kept), ballots)
    _rewrite(session, Roll, (poll_id,), rolled)
    leave_no_log(session)


def _rewrite(session: Session, table: type[Ballot] | type[Roll], of: Sequence[str], rows: list[dict[str, Any]]) -> None:
    gone = sa.delete(table).where(table.poll_id.in_(of))
    session.execute(gone.execution_options(synchronize_session=False))
    secrets.SystemRandom().shuffle(rows)
    if rows:
        session.execute(sa.insert(table), rows)
