"""Whom an announcement is for: the rule, the one query, what is kept with a name, and who is fixed when it is sent."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain.audit import AuditRow
from bot.domain.broadcasts import approving, person, segments, sending, writing
from bot.domain.broadcasts.segments import TRAITS, Segment, audience, checked, holds
from bot.domain.broadcasts.tables import Broadcast, BroadcastReceiver
from bot.domain.companies.facts import CompanyFact
from bot.domain.companies.rows import Company
from bot.domain.members import Member
from scheduler.quiet import Quiet

NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
QUIET = Quiet(ZoneInfo("Europe/Oslo"))
AREAS = ("area.metro", "area.visperud")
ORGANIZER = "U0ORG"


def people(session: Session) -> None:
    """Two companies with somebody each, of which the first agreed to be chosen by its interests; one who works nowhere,
    an organizer, one who left, and a guest.
    """
    shop = Company(name="EKSEMPEL Butikk", branch="trade", area="area.metro", size="1-4")
    works = Company(name="EKSEMPEL Verk", branch="industry", area="area.visperud", size="20-99")
    session.add_all([shop, works])
    session.flush()
    told = [(shop, ["green"], True), (works, ["funding"], False)]
    given: dict[str, Any] = {"source": "company", "told_by": None, "told_at": NOW}
    for company, interests, consent in told:
        session.add(CompanyFact(company=company.id, name="interests", value=interests, **given))
        session.add(CompanyFact(company=company.id, name="consent", value=consent, **given))
    session.add_all(
        [
            Member(id="U0BUTIKK", standing="full", company_id=shop.id, language="nn", areas=["area.metro"]),
            Member(id="U0VERK", standing="full", company_id=works.id, areas=["area.metro", "area.visperud"]),
            Member(id="U0ALENE", standing="full", language="en"),
            Member(id=ORGANIZER, standing="full", role="organizer"),
            Member(id="U0BORTE", standing="full", company_id=shop.id, active=False),
            Member(id="U0GJEST", standing="guest", company_id=shop.id),
        ]
    )


@pytest.mark.parametrize(
    ("chosen", "expected", "left"),
    [
        ({}, ["U0ALENE", "U0BUTIKK", ORGANIZER, "U0VERK"], 1),
        ({"branch": ["trade"]}, ["U0BUTIKK"], 1),
        ({"area": ["area.metro", "area.visperud"]}, ["U0BUTIKK", "U0VERK"], 1),
        ({"area": ["area.metro", "area.visperud"], "size": ["20-99"]}, ["U0VERK"], 0),
        ({"interest": ["area.metro"]}, ["U0BUTIKK", "U0VERK"], 0),
        ({"interest": ["green"]}, ["U0BUTIKK"], 1),
        ({"interest": ["green", "area.visperud"]}, ["U0BUTIKK", "U0VERK"], 1),
        ({"interest": ["funding"]}, [], 0),
        ({"interest": ["area.metro"], "language": ["nn"]}, ["U0BUTIKK"], 0),
        ({"role": ["organizer"]}, [ORGANIZER], 0),
        ({"language": ["nb"]}, [ORGANIZER, "U0VERK"], 1),
        ({"branch": ["trade"], "role": ["organizer"]}, [], 0),
        ({"branch": []}, ["U0ALENE", "U0BUTIKK", ORGANIZER, "U0VERK"], 1),
    ],
)
def test_any_of_a_trait_and_each_trait(
    database: Database, chosen: dict[str, Sequence[str]], expected: list[str], left: int
) -> None:
    with database.write() as session:
        people(session)
        found = audience(session, chosen, "nb")
    assert (found.people, found.left) == (sorted(expected), left)


WORDS = st.sets(st.sampled_from("abc"), max_size=3)
CHOSEN = st.dictionaries(st.sampled_from(TRAITS), WORDS.map(sorted))
SOMEBODY = st.fixed_dictionaries(dict.fromkeys(TRAITS, WORDS))


@given(CHOSEN, CHOSEN, SOMEBODY)
def test_who_fits_more_conditions_fits_each_of_them(
    one: dict[str, list[str]], other: dict[str, list[str]], somebody: dict[str, set[str]]
) -> None:
    apart = {trait: wanted for trait, wanted in other.items() if trait not in one}
    assert holds(one | apart, somebody) == (holds(one, somebody) and holds(apart, somebody))


@given(CHOSEN, st.sampled_from(TRAITS), st.sampled_from("abc"), SOMEBODY)
def test_one_more_choice_in_a_field_that_is_not_empty_lets_nobody_out(
    chosen: dict[str, list[str]], trait: str, more: str, somebody: dict[str, set[str]]
) -> None:
    if chosen.get(trait) and holds(chosen, somebody):
        assert holds(chosen | {trait: [*chosen[trait], more]}, somebody)


@pytest.mark.parametrize(
    ("chosen", "field"),
    [
        ({"branch": ["trade", "everything"]}, "branch"),
        ({"area": ["area.gone"]}, "area"),
        ({"language": ["de"]}, "language"),
        ({"role": [""]}, "role"),
        ({"person": ["U0VERK"]}, "person"),
    ],
)
def test_what_is_unknown_is_refused_and_never_left_out(chosen: dict[str, list[str]], field: str) -> None:
    with pytest.raises(UserError) as refused:
        checked(chosen, AREAS)
    assert (refused.value.words, refused.value.field) == (segments.UNKNOWN, field)


def test_what_is_known_is_kept_in_order_once() -> None:
    given = {"size": ["20-99", "1-4", "1-4"], "branch": []}
    assert checked(given, AREAS) == {"size": ["1-4", "20-99"]}


def test_a_segment_is_kept_reused_and_deleted_and_the_log_tells(database: Database) -> None:
    with database.write() as session:
        people(session)
        segments.save(session, "  Handel   på Metro ", {"branch": ["trade"]}, ORGANIZER, NOW)
    with database.read() as session:
        (kept,) = segments.saved(session)
        assert (kept.name, kept.chosen, kept.by) == ("Handel på Metro", {"branch": ["trade"]}, ORGANIZER)
    with database.write() as session:
        segments.delete(session, kept.id, ORGANIZER, NOW)
    with database.read() as session:
        assert segments.saved(session) == []
        assert list(session.scalars(sa.select(AuditRow.what))) == ["segment saved", "segment deleted"]


@pytest.mark.parametrize(
    ("name", "chosen", "refusal"),
    [("Handel", {"branch": ["it"]}, segments.TAKEN), ("Alle", {}, segments.EVERYBODY)],
)
def test_a_name_is_given_once_and_never_to_everybody(
    database: Database, name: str, chosen: dict[str, list[str]], refusal: object
) -> None:
    with database.write() as session:
        people(session)
        segments.save(session, "Handel", {"branch": ["trade"]}, ORGANIZER, NOW)
    with pytest.raises(UserError) as refused, database.write() as session:
        segments.save(session, name, chosen, ORGANIZER, NOW)
    assert (refused.value.words, refused.value.field) == (refusal, "name")


def test_who_is_no_organizer_keeps_and_deletes_nothing(database: Database) -> None:
    with database.write() as session:
        people(session)
        session.add(Segment(name="Handel", chosen={"branch": ["trade"]}, by=ORGANIZER, id="handel"))
    with pytest.raises(UserError), database.write() as session:
        segments.save(session, "IT", {"branch": ["it"]}, "U0VERK", NOW)
    with pytest.raises(UserError), database.write() as session:
        segments.delete(session, "handel", "U0VERK", NOW)


def approved(database: Database, segment: dict[str, list[str]]) -> str:
    with database.write() as session:
        draft = Broadcast(by=ORGANIZER, nb="Hei", nn="", en="", channel=None, at=None, created_at=NOW, segment=segment)
        session.add(draft)
        session.flush()
        return approving.send(session, draft.id, ORGANIZER, NOW, "nb").id


def receivers(database: Database, broadcast: str) -> list[str]:
    with database.read() as session:
        query = sa.select(BroadcastReceiver.person).where(BroadcastReceiver.broadcast == broadcast)
        return sorted(session.scalars(query))


def test_who_comes_to_fit_after_it_was_approved_does_not_get_it(database: Database) -> None:
    with database.write() as session:
        people(session)
    broadcast = approved(database, {"branch": ["trade"]})
    with database.write() as session:
        shop = session.get_one(Member, "U0BUTIKK")
        session.get_one(Member, "U0ALENE").company_id, shop.company_id = shop.company_id, None
    with database.write() as session:
        fed = sending.feed(session, session.get_one(Broadcast, broadcast), NOW, QUIET)
    assert [one.person for one in fed] == receivers(database, broadcast) == ["U0BUTIKK"]


def test_what_nobody_fits_is_not_approved(database: Database) -> None:
    with database.write() as session:
        people(session)
    with pytest.raises(UserError) as refused:
        approved(database, {"branch": ["farming"]})
    assert refused.value.words == approving.NOBODY


def test_it_is_compared_with_the_last_one_to_the_same(database: Database) -> None:
    with database.write() as session:
        people(session)
    first = approved(database, {"branch": ["trade", "it"]})
    approved(database, {"branch": ["industry"]})
    with database.write() as session:
        session.add(Member(id="U0NY", standing="full", company_id=session.get_one(Member, "U0BUTIKK").company_id))
        at = NOW + timedelta(days=1)
        again = Broadcast(by=ORGANIZER, nb="Hei", nn="", en="", channel=None, at=None, created_at=at)
        again.segment = {"branch": ["trade", "it"]}
        told = writing.forecast(session, again, at, QUIET, "nb")
    assert told.before is not None
    assert (told.people, told.receive, told.before.id, told.before.audience) == (2, 2, first, 1)


def test_who_is_forgotten_is_named_by_no_segment(database: Database) -> None:
    with database.write() as session:
        people(session)
        segments.save(session, "Handel", {"branch": ["trade"]}, ORGANIZER, NOW)
        assert person.export(session, ORGANIZER)["segments"] == [{"name": "Handel", "chosen": {"branch": ["trade"]}}]
        person.forget(session, ORGANIZER, NOW)
    with database.read() as session:
        assert [(one.name, one.by) for one in segments.saved(session)] == [("Handel", "")]
