"""Two companies become one: what the one was asked and has answered, the other was and has."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain.answers import ballots
from bot.domain.answers.ballots import Ballot
from bot.domain.answers.sealing import Keys
from bot.domain.companies.merging import GONE
from bot.domain.surveys.agreeing import Agreement
from bot.domain.surveys.answering import key
from bot.domain.surveys.ready import Ready
from bot.domain.surveys.repeating import Repeat
from bot.domain.surveys.selecting import Picked
from bot.domain.surveys.tables import Invitation, Wave

BOTH = Text(
    nb="Begge bedriftene har svart på «{title}», som fortsatt er åpen. Slå dem sammen når den er stengt.",
    nn="Begge bedriftene har svart på «{title}», som framleis er open. Slå dei saman når ho er stengd.",
    en="Both companies have answered “{title}”, which is still open. Merge them when it is closed.",
)


def merge(keys: Keys, session: Session, gone: str, kept: str) -> None:
    """Nobody answers an open round meanwhile; what is not sent is the person's who filled it in.

    A closed round that asked both has asked two, as its turnout tells.
    """
    still_open = sa.select(Wave).where(Wave.closed_at.is_(None)).order_by(Wave.id).with_for_update()
    for wave in session.scalars(still_open):
        if ballots.both_on_roll(session, wave.id, gone, kept):
            raise UserError(BOTH, field=GONE, title=wave.named("nb"))
        for one in wave.questions():
            ballots.rename(session, one.id, key(keys, wave, gone, one), key(keys, wave, kept, one))
        sent = sa.update(Ballot).where(Ballot.poll_id == wave.id, Ballot.words == gone)
        session.execute(sent.values(words=kept))
        _ask_once(session, wave, gone, kept)
    ballots.hand_over(session, sa.select(Wave.id), gone, kept)
    also = sa.select(Invitation.wave).where(Invitation.company == kept)
    theirs = sa.update(Invitation).where(Invitation.company == gone, Invitation.wave.not_in(also))
    session.execute(theirs.values(company=kept))
    for table in (Agreement, Picked):
        session.execute(sa.update(table).where(table.company == gone).values(company=kept))
    for row in (*session.scalars(sa.select(Repeat)), *session.scalars(sa.select(Ready))):
        row.companies = list(dict.fromkeys(kept if one == gone else one for one in row.companies))


def _ask_once(session: Session, wave: Wave, gone: str, kept: str) -> None:
    """Where an open round asks both, it asks the one, told when the first of them was."""
    theirs, own = (session.get(Invitation, (wave.id, one), with_for_update=True) for one in (gone, kept))
    if theirs and own:
        own.told_at = min((at for at in (theirs.told_at, own.told_at) if at), default=None)
        session.delete(theirs)
