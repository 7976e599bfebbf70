"""Two companies become one: the premises of the one are the other's."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.domain.premises.rows import Premises


def merge(session: Session, gone: str, kept: str) -> None:
    session.execute(sa.update(Premises).where(Premises.company == gone).values(company=kept))
