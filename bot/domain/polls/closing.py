"""What a poll shows while it is open, and closing it: the numbers are kept, the way back to persons is destroyed."""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.domain import audit, members
from bot.domain.answers import ballots
from bot.domain.answers.asked import Tally
from bot.domain.answers.ballots import Ballot, Roll
from bot.domain.answers.kinds import count
from bot.domain.answers.sealing import Keys
from bot.domain.companies import rows as companies
from bot.domain.polls.tables import Poll, find, take


def tally(session: Session, poll: Poll) -> Tally:
    """All that may be shown just now."""
    if poll.closed_at:
        return Tally(poll.turnout or 0, tuple(poll.counts) if poll.counts else None)
    if poll.named and poll.kind != "words":
        query = sa.select(Roll.option, sa.func.count()).where(Roll.poll_id == poll.id).group_by(Roll.option)
        cast = [option or 0 for option, times in session.execute(query) for _ in range(times)]
        return Tally(len(cast), count(poll.kind, len(poll.options["nb"]), cast))
    on_roll = sa.select(sa.func.count()).select_from(Roll).where(Roll.poll_id == poll.id)
    return Tally(session.scalar(on_roll) or 0, None)


def close(session: Session, keys: Keys, poll_id: str, now: datetime) -> Poll | None:
    """Close the poll; None where that was done before. Nothing of what is written now is written again."""
    poll = take(session, poll_id)
    if poll.closed_at:
        return None
    cast = _cast(session, poll)
    enough = poll.named or len(cast) >= poll.enough
    if enough and poll.kind != "words":
        poll.counts = list(count(poll.kind, len(poll.options["nb"]), (each.option or 0 for each in cast)))
        poll.groups = _groups(session, keys, poll, cast)
    poll.closed_at, poll.key, poll.turnout = now, None, len(cast)
    if not poll.named:
        kept = [one for one in cast if isinstance(one, Ballot)] if enough else []
        ballots.unlink(session, poll.id, {poll.id: kept})
    return poll


def _cast(session: Session, poll: Poll) -> Sequence[Roll | Ballot]:
    if poll.named:
        return session.scalars(sa.select(Roll).where(Roll.poll_id == poll.id)).all()
    return ballots.cast(session, poll.id)


def close_by(session: Session, keys: Keys, poll_id: str, by: str, now: datetime) -> Poll | None:
    """An organizer closes it before its time."""
    members.require(session, by, "organizer")
    poll = close(session, keys, poll_id, now)
    if poll:
        audit.note(session, now, who=by, what="poll closed", about=poll_id)
    return poll


def _groups(session: Session, keys: Keys, poll: Poll, cast: Sequence[Roll | Ballot]) -> dict[str, object]:
    found = {(each.person if isinstance(each, Roll) else each.key): each.option or 0 for each in cast}
    people = ballots.on_roll(session, poll.id)

    def key_of(who: str) -> str | None:
        return who if poll.named else keys.ballot(poll, who)

    return ballots.groups(session, poll, found, key_of, people, by_company=poll.by_company)


def answers(session: Session, poll_id: str, by: str) -> tuple[Poll, list[Roll], dict[str, str]]:
    """Who answered what in a named poll, for organizers; with the names of the companies, where they answer."""
    members.require(session, by, "organizer")
    poll = find(session, poll_id)
    query = sa.select(Roll).where(Roll.poll_id == poll.id, Roll.option.is_not(None)).order_by(Roll.person)
    rolled = list(session.scalars(query)) if poll.named else []
    return poll, rolled, companies.names(session, [row.person for row in rolled]) if poll.by_company else {}
