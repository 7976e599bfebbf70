"""Two companies become one: the visits of the one are the other's."""

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain.companies.merging import GONE
from bot.domain.visits.rows import Visit, VisitRequest

BOTH = Text(
    nb="Begge bedriftene ber om besøk nå. Slå ønskene sammen til ett besøk, eller avslutt det "
    "ene, under «/naering besøk» først.",
    nn="Begge bedriftene ber om besøk no. Slå ønska saman til eitt besøk, eller avslutt det "
    "eine, under «/naering besøk» først.",
    en="Both companies ask for a visit now. Merge the requests into one visit, or close one of "
    "them, under “/naering visits” first.",
)


def merge(session: Session, gone: str, kept: str) -> None:
    """Of two requests that one visit meets one is left; refused where two visits are asked for."""
    mine = sa.select(VisitRequest).where(VisitRequest.company.in_([gone, kept]))
    visits = mine.with_only_columns(VisitRequest.visit)
    session.execute(sa.select(Visit.id).where(Visit.id.in_(visits)).order_by(Visit.id).with_for_update())
    found = session.scalars(mine.order_by(VisitRequest.asked_at, VisitRequest.id).with_for_update()).all()
    if len({one.visit for one in found if one.open}) > 1:
        raise UserError(BOTH, field=GONE)
    own = {one.visit: one for one in found if one.company == kept}
    for theirs in (one for one in found if one.company == gone):
        if theirs.visit in own:
            _fold(theirs, own[theirs.visit])
            session.delete(theirs)
            continue
        theirs.company, theirs.open = kept, kept if theirs.open else None


def _fold(theirs: VisitRequest, own: VisitRequest) -> None:
    """Nothing of either is lost, so the words may become longer than a company may write."""
    first, second = sorted((theirs, own), key=lambda one: one.asked_at)
    own.wishes, own.suits = (_both(getattr(first, name), getattr(second, name)) for name in ("wishes", "suits"))
    own.whom = own.whom if own.whom == theirs.whom else "both"
    own.asked_at, own.person = first.asked_at, second.person or first.person
    own.area, own.size = own.area or theirs.area, own.size or theirs.size


def _both(first: str, second: str) -> str:
    return first if second in first else f"{first}\n{second}".strip()
