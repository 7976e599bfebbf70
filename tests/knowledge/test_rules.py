"""What the check finds: planted faults, each by its own words, and nothing in what is sound."""

from datetime import date

import pytest

from bot.core.texts import LANGUAGES, Text, same
from knowledge import reasons
from knowledge.consistency import numbers
from knowledge.entry import Contact, Entry, Valid, Verified
from knowledge.library import problems
from knowledge.people import a_person
from knowledge.reading import Record
from knowledge.rules import broken, email, phone
from tests.knowledge.entries import FJELLHAMAR, SOURCE, ZONING, entry

TODAY = date(2026, 3, 10)
ON_PURPOSE = "write `history: true` where that is told on purpose."
SOUND = (ZONING, FJELLHAMAR)
JOBS = entry(
    "figure.jobs", "figure", "I 2017 hadde Lørenskog 20 720 arbeidsplasser.", "Hvor mange arbeidsplasser er det?"
)
OTHER = JOBS.model_copy(update={"id": "figure.work", "question": same("Jobber?")})


def found(*entries: Entry) -> list[str]:
    known = {each.id: each for each in (*SOUND, *entries)}
    return [problem.words for problem in broken([Record(each) for each in known.values()], known, TODAY)]


def like(entry: Entry, **changed: object) -> Entry:
    return entry.model_copy(update=changed)


def test_what_is_sound_has_no_faults() -> None:
    assert found(JOBS) == []


def test_our_own_content_is_sound_on_the_day_it_was_last_looked_through() -> None:
    assert list(map(str, problems(today=date(2026, 11, 25)))) == []


@pytest.mark.parametrize(
    ("planted", "words"),
    [
        (
            (JOBS, like(OTHER, text=same("I 2017 hadde Lørenskog 21 000 arbeidsplasser."))),
            "figure.work: text: the figures conflict with figure.jobs: 21000 here, 20720 there.",
        ),
        (
            (JOBS, like(JOBS, id="figure.work", text=FJELLHAMAR.text)),
            "figure.work: question: «hvor mange arbeidsplasser er det» is answered differently by figure.jobs.",
        ),
        (
            (like(JOBS, text=Text(nb="Det er 55 %.", nn="Det er 55 %.", en="It is 45 %.")),),
            "figure.jobs: text.en: bokmål and English differ in the number 45.",
        ),
        ((like(JOBS, facts={"jobs": 20730}),), "figure.jobs: facts: jobs is 20730, which the text does not say."),
        (
            (like(JOBS, valid=Valid(until=date(2026, 3, 9))),),
            "figure.jobs: valid.until: it held until 2026-03-09 only; " + ON_PURPOSE,
        ),
        (
            (like(JOBS, deadline=date(2026, 3, 9)),),
            "figure.jobs: deadline: the deadline, 2026-03-09, has passed; " + ON_PURPOSE,
        ),
        (
            (like(JOBS, verified=Verified(on=date(2026, 3, 11), by="A")),),
            "figure.jobs: verified.on: it is verified on 2026-03-11, which is yet to come.",
        ),
        (
            (like(JOBS, source=(SOURCE.model_copy(update={"as_of": "2027"}),)),),
            "figure.jobs: source.as_of: «Næringsplanen 2019–2022» is from 2027, which is yet to come.",
        ),
        (
            (like(FJELLHAMAR, handled_by=None),),
            f"area.fjellhamar: handled_by: {reasons.UNSERVED.en}",
        ),
        (
            (like(ZONING, contact=Contact(role=ZONING.title, email="post@lorenskog")),),
            "contact.regulering: contact.email: «post@lorenskog» is no e-mail address.",
        ),
        (
            (like(ZONING, contact=Contact(role=ZONING.title, phone="67 93 40")),),
            "contact.regulering: contact.phone: «67 93 40» is no Norwegian phone number; write it as 12 34 56 78.",
        ),
        ((like(JOBS, title=Text(nb="Jobber", nn=" ", en="Jobs")),), "figure.jobs: title.nn: nynorsk is missing."),
        (
            (like(ZONING, contact=Contact(role=same("Kari Nordmann"), phone="12 34 56 78")),),
            "contact.regulering: contact.role: «Kari Nordmann» looks like a person's name; write a role or a unit.",
        ),
        (
            (like(JOBS, responsible="Per Olav Hansen"),),
            "figure.jobs: responsible: «Per Olav Hansen» looks like a person's name; write a role or a unit.",
        ),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found_and_no_other(planted: tuple[Entry, ...], words: str) -> None:
    assert words in found(*planted)
    assert {said.split(":")[0] for said in found(*planted)} == {words.split(":", maxsplit=1)[0]}


@pytest.mark.parametrize(
    ("role", "email", "found"),
    [
        ("Kari Nordmann", "", True),
        ("Anne-Marie B. Eksempel", "", True),
        ("Zebra Eksempel", "zebra.eksempel@example.org", True),
        ("Zebra Eksempel", "post@example.org", False),
        ("Innovasjon Norge", "", False),
        ("Kari", "", False),
        ("Kari Nordmanns kontor", "", False),
        ("Reguleringsavdelingen i Lørenskog kommune", "", False),
        ("", "", False),
    ],
)
def test_a_person_is_told_from_a_role(role: str, email: str, found: bool) -> None:
    assert a_person(role, email) is found


def test_every_reason_is_told_in_the_three_languages() -> None:
    [wrong] = broken([Record(like(JOBS, links=("area.borte",)))], {JOBS.id: JOBS})
    assert wrong.reason is not None
    assert [wrong.reason[lang] for lang in LANGUAGES] == [
        "Det finnes ingen oppføring «area.borte» å vise til.",
        "Det finst inga oppføring «area.borte» å vise til.",
        "there is no entry «area.borte» to link to.",
    ]


def test_what_is_over_may_be_told_on_purpose_and_only_known_time_is_looked_at() -> None:
    over = like(JOBS, valid=Valid(until=date(2020, 1, 1)))
    assert found(like(over, history=True)) == []
    assert broken([Record(over)], {over.id: over}) == []


def test_the_same_figure_in_another_year_is_no_conflict() -> None:
    other = like(OTHER, text=same("Det var 20 720 arbeidsplasser i Asker."))
    assert found(JOBS, other) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("20 720 arbeidsplasser", {20720}),
        ("20,720 jobs", {20720}),
        ("69,3 % og 70.7 %", {69.3, 70.7}),
        ("15.03.2023", {15, 2023}),
        ("15 March 2023", {15, 2023}),
        ("tre", set()),
    ],
)
def test_numbers_are_read_as_each_language_writes_them(text: str, told: set[float]) -> None:
    assert numbers(text) == told


@pytest.mark.parametrize("number", ["67 93 40 00", "67934000", "+47 67 93 40 00", "800 49 003", "02345", "55 55 33 36"])
def test_norwegian_numbers_are_numbers(number: str) -> None:
    assert phone(number)


@pytest.mark.parametrize("number", ["12 34", "67 93 40 000", "ring oss", "+46 67 93 40 00", ""])
def test_others_are_none(number: str) -> None:
    assert not phone(number)


@pytest.mark.parametrize("address", ["a@b", "a b@c.no", "@b.no", "a@b.no, c@d.no", "<a@b.no>", ""])
def test_what_is_no_address_is_refused(address: str) -> None:
    assert email("post.mottak@lorenskog.kommune.no")
    assert not email(address)
