"""The staff merge requests, propose times and agree on one; the company picks one, or says that none fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.db import in_turn
from bot.core.errors import UserError, short
from bot.core.texts import Text
from bot.domain import audit, members
from bot.domain.visits.asking import company_of, mine
from bot.domain.visits.rows import AGREED, GONE, OPEN, Visit, VisitRequest, locked, whole, wholes
from scheduler import due

OVER = "visit.over"  # due work: the visit's time has passed
AGREEING = "visits"  # the queue of those who take a time
MINUTES = (30, 45, 60, 90, 120, 180)
MOST_SLOTS = 3
LONGEST_PLACE, LONGEST_ANSWER = 200, 500

NO_SLOT = Text(nb="Velg minst én tid.", nn="Vel minst éi tid.", en="Choose at least one time.")
PASSED = Text(nb="Den tiden er passert.", nn="Den tida er passert.", en="That time has passed.")
TWICE = Text(nb="Denne tiden står to ganger.", nn="Denne tida står to gonger.", en="This time is there twice.")
BUSY = Text(
    nb="Da er det allerede avtalt et besøk hos {names}.",
    nn="Då er det alt avtalt eit besøk hos {names}.",
    en="A visit has already been agreed for then: {names}.",
)
TAKEN = Text(
    nb="Den tiden er nettopp blitt opptatt. Velg en annen, eller si at ingen passer.",
    nn="Den tida er nett blitt oppteken. Vel ei anna, eller sei at ingen passar.",
    en="That time has just been taken. Choose another one, or say that none fits.",
)
OUTDATED = Text(
    nb="Dette forslaget gjelder ikke lenger. Skriv `/naering besøk` for å se hva som gjelder nå.",
    nn="Dette framlegget gjeld ikkje lenger. Skriv `/naering besøk` for å sjå kva som gjeld no.",
    en="This proposal no longer applies. Type `/naering visits` to see what applies now.",
)
NO_PLACE = Text(nb="Skriv hvor besøket er.", nn="Skriv kvar besøket er.", en="Write where the visit is.")
NO_REASON = Text(
    nb="Skriv hvorfor. Bedriften får se det.", nn="Skriv kvifor. Bedrifta får sjå det.", en="Write why. It is shown."
)
SAME = Text(nb="Velg et annet besøk.", nn="Vel eit anna besøk.", en="Choose another visit.")
CHOOSE_MINUTES = Text(nb="Velg hvor lenge.", nn="Vel kor lenge.", en="Choose how long.")


@dataclass(frozen=True)
class Agreement:
    """What the staff settle. `party`: who comes."""

    starts_at: datetime | None
    minutes: int
    place: str
    party: str = ""


def of_staff(session: Session, by: str, visit_id: str, *states: str) -> Visit:
    members.require(session, by, "staff")
    visit = locked(session, visit_id, *states)
    visit.by = by
    return visit


# --- merging ---


def merge(session: Session, by: str, visit_id: str, other_id: str, now: datetime) -> Visit:
    """Two requests that are met by one visit; each company's stays its own."""
    members.require(session, by, "staff")
    if visit_id == other_id:
        raise UserError(SAME, field="other")
    first, second = (locked(session, one, "asked") for one in sorted((visit_id, other_id)))
    kept, other = (first, second) if first.id == visit_id else (second, first)
    session.execute(sa.update(VisitRequest).where(VisitRequest.visit == other.id).values(visit=kept.id))
    session.delete(other)
    kept.changed_at, kept.by = now, by
    audit.note(session, now, who=by, what="visits merged", about=kept.id, detail=other.id)
    return kept


def split(session: Session, by: str, visit_id: str, now: datetime) -> int:
    """Each request is a visit of its own again; how many there are."""
    visit = of_staff(session, by, visit_id, "asked")
    requests = session.scalars(
        sa.select(VisitRequest).where(VisitRequest.visit == visit.id).order_by(VisitRequest.asked_at, VisitRequest.id)
    ).all()
    for request in requests[1:]:
        session.add(apart := Visit(at=now, changed_at=now, by=by))
        request.visit = apart.id
    audit.note(session, now, who=by, what="visits split", about=visit.id)
    return len(requests)


# --- proposing ---


def propose(
    session: Session, by: str, visit_id: str, starts: Sequence[datetime | None], minutes: int, now: datetime
) -> Visit:
    """One to three times; what was proposed before does not apply any more. Errors at `slot_1` and so on."""
    visit = of_staff(session, by, visit_id, *OPEN[:3])
    _check_minutes(minutes)
    if not any(starts):
        raise UserError(NO_SLOT, field="slot_1")
    for n, at in enumerate(starts, 1):
        if at and at in starts[: n - 1]:
            raise UserError(TWICE, field=f"slot_{n}")
        _check_free(session, visit, at, minutes, now, f"slot_{n}")
    visit.state, visit.minutes = "proposed", minutes
    visit.slots = [at.isoformat() for at in sorted(at for at in starts if at)]
    visit.starts_at = visit.ends_at = None
    visit.answer = visit.reason = ""
    _changed(visit, now)
    audit.note(session, now, who=by, what="visit proposed", about=visit.id, detail=f"{len(visit.slots)} times")
    return visit


def pick(session: Session, person: str, visit_id: str, version: int, n: int, now: datetime) -> tuple[Visit, bool]:
    """The company takes the nth time; True where it is news. Two visits never get the same time."""
    in_turn(session, AGREEING)
    visit = _theirs(session, person, visit_id)
    begins = visit.begins()
    if visit.version != version or visit.state not in ("proposed", "picked") or not 0 <= n < len(begins):
        raise UserError(OUTDATED)
    if visit.state == "picked":
        if visit.starts_at == begins[n]:
            return visit, False
        raise UserError(OUTDATED)
    try:
        _check_free(session, visit, begins[n], visit.minutes, now)
    except UserError as refused:
        raise UserError(PASSED if refused.words == PASSED else TAKEN) from None
    visit.state, visit.changed_at = "picked", now
    visit.starts_at, visit.ends_at = begins[n], begins[n] + timedelta(minutes=visit.minutes)
    return visit, True


def none_fits(session: Session, person: str, visit_id: str, version: int, words: str, now: datetime) -> Visit:
    """Back to the queue, with the company's words on what would fit."""
    visit = _theirs(session, person, visit_id)
    if visit.version != version or visit.state != "proposed":
        raise UserError(OUTDATED)
    visit.answer = short(words.strip(), "answer", LONGEST_ANSWER)
    visit.state, visit.changed_at = "asked", now
    return visit


def _theirs(session: Session, person: str, visit_id: str) -> Visit:
    """Refused where the person's company does not ask for this visit; without telling whether there is one."""
    company = company_of(session, person)
    visit = locked(session, visit_id)
    if session.scalar(mine(visit, company)) is None:
        raise UserError(GONE)
    return visit


# --- agreeing ---


def agree(session: Session, by: str, visit_id: str, on: Agreement, now: datetime) -> tuple[Visit, str]:
    """Confirm the picked time, or settle another one, or move or change what was confirmed.

    What that is: confirmed, moved, changed, or the same.
    """
    in_turn(session, AGREEING)
    visit = of_staff(session, by, visit_id, *OPEN)
    _check_minutes(on.minutes)
    if on.starts_at is None:
        raise UserError(NO_SLOT, field="slot")
    place = short(" ".join(on.place.split()), "place", LONGEST_PLACE)
    party = short(" ".join(on.party.split()), "party", LONGEST_PLACE)
    if not place:
        raise UserError(NO_PLACE, field="place")
    ends = on.starts_at + timedelta(minutes=on.minutes)
    before = (visit.starts_at, visit.ends_at, visit.place, visit.party)
    if visit.state == "confirmed" and before == (on.starts_at, ends, place, party):
        return visit, "same"
    _check_free(session, visit, on.starts_at, on.minutes, now, "slot")
    what = "confirmed" if visit.state != "confirmed" else "changed" if before[0] == on.starts_at else "moved"
    visit.state, visit.starts_at, visit.ends_at, visit.minutes = "confirmed", on.starts_at, ends, on.minutes
    visit.place, visit.party, visit.slots = place, party, []
    visit.answer = visit.reason = ""
    _changed(visit, now)
    due.schedule(session, OVER, visit.id, ends)
    audit.note(session, now, who=by, what=f"visit {what}", about=visit.id)
    return visit, what


def call_off(session: Session, by: str, visit_id: str, words: str, now: datetime, *, keep: bool) -> Visit:
    """The visit does not take place. `keep`: the company waits in the queue again, where it was."""
    visit = of_staff(session, by, visit_id, *OPEN)
    visit.reason = short(words.strip(), "reason", LONGEST_ANSWER)
    if not visit.reason:
        raise UserError(NO_REASON, field="reason")
    if visit.state != "confirmed":  # what was, stays, so that it can be taken out of calendars
        visit.starts_at = visit.ends_at = None
    visit.state, visit.slots = "asked" if keep else "off", []
    _changed(visit, now)
    if not keep:
        session.execute(sa.update(VisitRequest).where(VisitRequest.visit == visit.id).values(open=None))
    due.cancel(session, OVER, visit.id)
    audit.note(session, now, who=by, what="visit put off" if keep else "visit called off", about=visit.id)
    return visit


def _changed(visit: Visit, now: datetime) -> None:
    visit.version += 1
    visit.changed_at = now


def _check_minutes(minutes: int) -> None:
    if minutes not in MINUTES:
        raise UserError(CHOOSE_MINUTES, field="minutes")


def _check_free(
    session: Session, visit: Visit, at: datetime | None, minutes: int, now: datetime, field: str | None = None
) -> None:
    """Nobody of those who come may be at another company then."""
    if at is None:
        return
    if at <= now:
        raise UserError(PASSED, field=field)
    wanted = whole(session, visit.id).whom
    overlapping = (Visit.starts_at < at + timedelta(minutes=minutes), Visit.ends_at > at)
    for other in wholes(session, Visit.id != visit.id, Visit.state.in_(AGREED), *overlapping):
        if "both" in (wanted, other.whom) or wanted == other.whom:
            raise UserError(BUSY, field=field, names=other.names)
