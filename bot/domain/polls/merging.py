"""Two companies become one: what the one has answered, the other has."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain.answers import ballots
from bot.domain.answers.sealing import Keys
from bot.domain.companies.merging import GONE
from bot.domain.polls.tables import Poll

BOTH = Text(
    nb="Begge bedriftene har svart på «{title}», som fortsatt er åpen. Slå dem sammen når den er stengt.",
    nn="Begge bedriftene har svart på «{title}», som framleis er open. Slå dei saman når ho er stengd.",
    en="Both companies have answered “{title}”, which is still open. Merge them when it is closed.",
)
BOTH_PRIVATE = Text(
    nb="Begge bedriftene har svart på en måling som fortsatt er åpen. Slå dem sammen når den er stengt.",
    nn="Begge bedriftene har svart på ei måling som framleis er open. Slå dei saman når ho er stengd.",
    en="Both companies have answered a poll that is still open. Merge them when it is closed.",
)


def merge(keys: Keys, session: Session, gone: str, kept: str) -> None:
    """Nobody answers an open one meanwhile. Where both answered a closed one, its total stays as it was counted.

    Where that refuses it, staff who are not in a private channel do not learn what is asked there.
    """
    still_open = sa.select(Poll).where(Poll.by_company, Poll.closed_at.is_(None)).order_by(Poll.id)
    for poll in session.scalars(still_open.with_for_update()):
        if ballots.both_on_roll(session, poll.id, gone, kept):
            if poll.private:
                raise UserError(BOTH_PRIVATE, field=GONE)
            raise UserError(BOTH, field=GONE, title=poll.question["nb"])
        ballots.rename(session, poll.id, keys.ballot(poll, gone), keys.ballot(poll, kept))
    ballots.hand_over(session, sa.select(Poll.id), gone, kept)
