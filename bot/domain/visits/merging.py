"""Two companies become one: the visits of the one are the other's."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain.companies.merging import GONE
from bot.domain.visits.rows import VisitRequest

BOTH = Text(
    nb="Begge bedriftene ber om besøk nå. Avslutt det ene ønsket under `/naering besøk` først.",
    nn="Begge bedriftene ber om besøk no. Avslutt det eine ønsket under `/naering besøk` først.",
    en="Both companies ask for a visit now. Close one of the requests under `/naering visits` first.",
)


def merge(session: Session, gone: str, kept: str) -> None:
    now_open = sa.select(VisitRequest.open).where(VisitRequest.open.in_([gone, kept]))
    if len(session.scalars(now_open).all()) == 2:
        raise UserError(BOTH, field=GONE)
    for column in (VisitRequest.open, VisitRequest.company):
        session.execute(sa.update(VisitRequest).where(column == gone).values({column.key: kept}))
