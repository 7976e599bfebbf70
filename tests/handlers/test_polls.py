"""A pulse poll from the form to its result, as organizer and member."""

from datetime import UTC, datetime, timedelta

import pytest
import sqlalchemy as sa

from bot.domain import members
from bot.domain.answers.ballots import Ballot, Roll
from bot.domain.polls import making
from bot.domain.polls.tables import Poll
from bot.slack import channels
from bot.slack.once import Claim
from bot.slack.results import words as result_words
from bot.workspace.block_kit import faults
from handlers.polls import words as said
from scheduler.outbox import OutgoingRow
from tests.clock import Clock
from tests.handlers.polling import FORM, OPTIONS, QUESTION, amir, fills, makes, opens_form, result, told, votes, wall
from tests.house import House, Person, actions, words
from tests.slacks import ELSEWHERE, KARI, NETWORK, OLA, OTHER_STAFF, STAFF, STAFF_MEMBER
from tests.waiting import eventually


def closed(house: House) -> None:
    eventually(lambda: all(poll.closed_at for poll in house.all(Poll)))
    house.rest()


def drawn(house: House, words_of_it: str) -> None:
    """Until the wall says this."""
    eventually(lambda: words_of_it in wall(house)["text"])


def everybody(house: House) -> list[Person]:
    house.workspace.join(OTHER_STAFF, NETWORK)
    return [Person(house, user) for user in (KARI, OLA, STAFF_MEMBER, "U0ARR", OTHER_STAFF)]


def test_a_member_sees_no_poll_and_no_way_to_make_one(house: House) -> None:
    listed = house.kari.types("/naering puls")
    assert (listed["text"], actions(listed)) == (said.NONE.nb, [])


def test_the_wall_shows_question_options_and_when_it_closes(house: House) -> None:
    message = makes(house)
    assert message["text"].splitlines() == [
        QUESTION,
        *(f"{n}. {option}" for n, option in enumerate(OPTIONS, 1)),
        said.CHOOSE.nb,
        "0 har svart · Stenger tirsdag 17. mars kl. 15.00",
        result_words.ANONYMOUS.nb,
    ]
    assert actions(message) == ["poll.vote"] * 3 + ["poll.mine"]


def test_the_organizer_is_told_where_it_goes_and_what_is_missing(house: House) -> None:
    makes(house)
    shown = words(amir(house).modal)
    assert said.MADE.nb.format(channel=f"<#{NETWORK}>", when="tirsdag 17. mars kl. 15.00") in shown
    assert "Mangler på nynorsk og engelsk: der vises bokmål." in shown


def test_a_click_votes_another_one_moves_it_the_same_one_changes_nothing(house: House) -> None:
    message = makes(house)
    assert votes(house.kari, message, 0) == {}
    assert "Svaret ditt er «Buss»." in told(house.kari)
    votes(house.kari, message, 2)
    assert "Svaret ditt er «Arbeidskraft»." in told(house.kari)
    votes(house.kari, message, 2)
    assert "Svaret ditt er fortsatt «Arbeidskraft»." in told(house.kari)
    assert [ballot.option for ballot in house.all(Ballot)] == [2]
    assert [(row.person, row.option) for row in house.all(Roll)] == [(KARI, None)]


def test_the_receipt_is_told_to_the_voter_alone_and_stored_nowhere(house: House) -> None:
    message = makes(house)
    votes(house.kari, message, 1)
    assert house.ola.private() == []
    drawn(house, "1 har svart")
    stored = [row.payload | {"key": row.key} for row in house.all(OutgoingRow)]
    assert [row for row in stored if "Svaret ditt" in str(row)] == []
    assert {claim.scope for claim in house.all(Claim) if claim.scope} == {f"poll:{house.all(Poll)[0].id}"}


def test_my_answer_is_shown_again(house: House) -> None:
    message = makes(house)
    house.kari.presses(message, "poll.mine", NETWORK)
    assert told(house.kari) == f"Du har ikke svart på «{QUESTION}»."
    votes(house.kari, message, 1)
    listed = house.kari.types("/naering puls")
    assert said.YOU_DID.nb in listed["text"]
    house.kari.presses(listed, "poll.mine", NETWORK)
    assert "Svaret ditt er «Bredbånd»." in told(house.kari)


def test_while_open_an_anonymous_wall_shows_turnout_only_a_named_one_the_numbers(house: House) -> None:
    makes(house)
    votes(house.kari, wall(house), 1)
    drawn(house, "1 har svart")
    assert "(100 %)" not in wall(house)["text"] + words(wall(house))
    makes(house, named=True)
    votes(house.kari, wall(house), 1)
    drawn(house, "1 har svart")
    assert "2. Bredbånd: 1 (100 %)" in wall(house)["text"]


def test_at_its_time_the_result_is_posted_with_a_chart(house: House, clock: Clock) -> None:
    message = makes(house)
    for n, person in enumerate(everybody(house)):
        votes(person, message, n % 2)
    clock.move(days=8)
    closed(house)
    posted = result(house)
    assert posted["text"].splitlines() == [
        f"Resultat: {QUESTION}",
        "1. Buss: 3 (60 %, trolig 23–88 %)",
        "2. Bredbånd: 2 (40 %, trolig 12–77 %)",
        "3. Arbeidskraft: 0 (0 %, trolig 0–43 %)",
        "5 har svart.",
        result_words.LIKELY.nb,
    ]
    chart = next(block["chart"] for block in posted["blocks"] if block["type"] == "data_visualization")
    assert [point["value"] for point in chart["series"][0]["data"]] == [3, 2, 0]
    shut = wall(house)
    assert (said.SHUT.nb in shut["text"], actions(shut)) == (True, [])


def test_an_anonymous_poll_below_five_shows_none_and_keeps_none(house: House, clock: Clock) -> None:
    message = makes(house)
    for person in everybody(house)[:4]:
        votes(person, message, 1)
    clock.move(days=8)
    closed(house)
    shown = result(house)
    assert shown["text"].splitlines()[1:] == ["4 har svart.", result_words.TOO_FEW("nb", enough=5)]
    assert [block["type"] for block in shown["blocks"]] == ["header", "section"]
    assert "(100 %)" not in wall(house)["text"] + words(wall(house))
    assert house.all(Ballot) == []


def test_after_closing_nothing_leads_from_a_person_to_an_answer(house: House, clock: Clock) -> None:
    message = makes(house)
    for n, person in enumerate(everybody(house)):
        votes(person, message, n % 2)
    before = {ballot.key for ballot in house.all(Ballot)}
    clock.move(days=8)
    closed(house)
    poll = house.all(Poll)[0]
    assert (poll.key, [row.option for row in house.all(Roll)]) == (None, [None] * 5)
    assert before & {ballot.key for ballot in house.all(Ballot)} == set()
    assert sorted(ballot.option for ballot in house.all(Ballot)) == [0, 0, 0, 1, 1]
    assert house.rows(sa.select(Claim.scope).where(Claim.scope != "")) == []


def test_after_closing_a_click_is_told_so_and_changes_nothing(house: House) -> None:
    message = makes(house, named=True)
    votes(house.kari, message, 0)
    listed = amir(house).types("/naering puls")
    stale = wall(house)
    amir(house).presses(listed, "poll.close", NETWORK)
    assert told(amir(house)) == said.CLOSED_NOW("nb", question=QUESTION)
    amir(house).presses(listed, "poll.close", NETWORK)
    assert told(amir(house)) == said.CLOSED_BEFORE("nb", question=QUESTION)
    house.workspace.state.channels[NETWORK].posts[stale["ts"]].body["blocks"] = stale["blocks"]
    votes(house.ola, stale, 1)
    assert told(house.ola) == "Målingen er stengt. Svaret ditt er ikke endret."
    assert [(row.person, row.option) for row in house.all(Roll)] == [(KARI, 0)]
    assert len([one for one in house.said(NETWORK) if one["text"].startswith("Resultat")]) == 1


def test_an_organizer_sees_who_answered_what_in_a_named_poll_alone(house: House) -> None:
    votes(house.kari, makes(house, named=True), 1)
    listed = amir(house).types("/naering puls")
    amir(house).presses(listed, "poll.who", NETWORK)
    assert f"2. Bredbånd\n<@{KARI}>" in words(amir(house).modal)
    amir(house).presses(listed, "poll.close", NETWORK)
    closed(house)
    makes(house)
    assert "poll.who" not in actions(amir(house).types("/naering puls"))


def test_people_read_their_language_the_wall_the_default_one(house: House) -> None:
    with house.bot.parts.database.write() as session:
        members.choose_language(session, OLA, "en")
    message = makes(house, question_en="What matters most?", options_en="Bus\nBroadband\nLabour")
    assert message["text"].startswith(QUESTION)
    votes(house.ola, message, 1)
    assert "Your answer is “Broadband”. You can change it until the poll closes on Tuesday 17 March at 15:00." in told(
        house.ola
    )
    makes(house)
    assert said.FALLBACK.en in house.ola.types("/naering pulse")["text"]


def test_a_poll_of_a_private_channel_is_not_listed_elsewhere(house: House) -> None:
    makes(house, channel=STAFF)
    assert house.kari.types("/naering puls")["text"] == said.NONE.nb
    assert QUESTION in house.staff.types("/naering puls", STAFF)["text"]
    assert QUESTION in house.other_staff.types("/naering puls", STAFF)["text"]
    house.workspace.join(OTHER_STAFF, NETWORK)
    assert house.other_staff.types("/naering puls")["text"] == said.NONE.nb


def test_where_the_wall_cannot_be_posted_the_organizer_is_told_and_can_try_again(house: House) -> None:
    channel = house.workspace.state.channels[NETWORK]
    opens_form(amir(house))
    channel.archived = True
    fills(amir(house), **FORM)
    letter = amir(house).told()[-1]
    channel.archived = False
    assert letter["text"].startswith(f"Målingen «{QUESTION}» kunne ikke legges ut i")
    amir(house).presses(letter, "poll.post")
    house.rest()
    votes(house.kari, wall(house), 0)
    drawn(house, "1 har svart")
    amir(house).presses(letter, "poll.post")
    assert len([one for one in house.said(NETWORK) if one["text"].startswith(QUESTION)]) == 1


def test_in_quiet_time_the_organizer_chooses_whether_to_disturb_and_is_told_when_it_is_posted(
    house: House, clock: Clock
) -> None:
    opens_form(amir(house))
    assert "stilletid" not in words(amir(house).modal)
    clock.move(hours=11)  # 21:00
    opens_form(amir(house))
    assert said.POSTS.nb in words(amir(house).modal)
    assert "onsdag 11. mars kl. 07.00, når stilletiden er over" in words(amir(house).modal)
    assert fills(amir(house), **FORM, posts="now") == {}
    assert "stilletid" not in words(amir(house).modal)
    assert wall(house)["text"].startswith(QUESTION)


def test_closed_by_hand_in_quiet_time_the_poll_shows_its_numbers_and_the_organizer_is_told_when_they_are_posted(
    house: House, clock: Clock
) -> None:
    votes(house.kari, makes(house, named=True), 0)
    clock.move(hours=11)
    amir(house).presses(amir(house).types("/naering puls"), "poll.close", NETWORK)
    assert "legges ut i kanalen onsdag 11. mars kl. 07.00" in told(amir(house))
    eventually(lambda: said.SHUT.nb in wall(house)["text"])
    assert "1. Buss: 1 (100 %)" in wall(house)["text"]
    assert len(house.said(NETWORK)) == 1
    clock.move(hours=10)
    eventually(lambda: len(house.said(NETWORK)) == 2)


def test_at_the_weekend_the_channel_is_left_alone(house: House, clock: Clock) -> None:
    clock.move(days=4)  # a Saturday
    opens_form(amir(house))
    saturday = int((clock() + timedelta(hours=1)).timestamp())
    assert fills(amir(house), **FORM, closes=saturday) == {"errors": {"closes": making.NOT_OPEN.nb}}
    sunday = int((clock() + timedelta(days=8)).timestamp())
    assert fills(amir(house), **FORM, closes=sunday, secrecy="named") == {}
    assert "legges ut i <#C0NETTVERK> mandag 16. mars kl. 07.00, når stilletiden er over" in words(amir(house).modal)
    assert house.said(NETWORK) == []
    clock.move(days=2)
    eventually(lambda: house.said(NETWORK))
    votes(house.kari, wall(house), 0)
    clock.move(days=6, hours=1)
    eventually(lambda: said.SHUT.nb in wall(house)["text"])
    assert len(house.said(NETWORK)) == 1
    clock.move(days=1)
    eventually(lambda: len(house.said(NETWORK)) == 2)
    assert "1. Buss: 1 (100 %, trolig 21–100 %)" in result(house)["text"]


def test_who_is_deactivated_counts_no_more_in_an_open_poll(house: House) -> None:
    message = makes(house)
    votes(house.kari, message, 0)
    votes(house.ola, message, 0)
    drawn(house, "2 har svart")
    house.workspace.change_user(house.ola.id, deleted=True)
    drawn(house, "1 har svart")
    assert len(house.all(Ballot)) == 1


@pytest.mark.parametrize(
    ("fields", "field", "fault"),
    [
        ({"channel": ELSEWHERE}, "channel", channels.NOT_IN_CHANNEL.nb),
        (
            {"options_nb": "Bare ett"},
            "options_nb",
            "Skriv fra 2 til 10 svaralternativer, ett på hver linje. Du har skrevet 1.",
        ),
        ({"options_nb": "ja\nja"}, "options_nb", "«ja» står to ganger."),
        ({"options_nb": "Ja\nnei\nja"}, "options_nb", "«ja» står to ganger."),
        (
            {"options_nb": f"ja\n{'x' * 76}"},
            "options_nb",
            f"«{'x' * 20}…» er for langt: et svaralternativ kan ha høyst 75 tegn.",
        ),
        ({"question_nb": "   "}, "question_nb", "Skriv et spørsmål."),
        (
            {"options_en": "yes\nno"},
            "question_en",
            "Skriv både spørsmål og svaralternativer på dette språket, eller ingen av delene.",
        ),
        (
            {"question_nn": "Kva?", "options_nn": "ja\nnei"},
            "options_nn",
            "Her må det være like mange svaralternativer som på bokmål, i samme rekkefølge.",
        ),
        ({"closes": 1773133199}, "closes", "Tidspunktet er passert. Velg et senere tidspunkt."),
    ],
)
def test_a_wrong_field_is_told_at_the_field(house: House, fields: dict[str, object], field: str, fault: str) -> None:
    opens_form(amir(house))
    assert fills(amir(house), **FORM | fields)["errors"][field] == fault
    assert house.all(Poll) == []


def test_slett_meg_takes_a_vote_back_while_the_poll_is_open(house: House) -> None:
    message = makes(house)
    votes(house.kari, message, 1)
    votes(house.ola, message, 1)
    drawn(house, "2 har svart")
    house.kari.presses(house.kari.types("/naering personvern"), "privacy.delete", NETWORK)
    drawn(house, "1 har svart")
    assert [row.person for row in house.all(Roll)] == [OLA]
    assert len(house.all(Ballot)) == 1


def test_every_message_fits_slack_with_the_longest_words(house: House) -> None:
    longest = "\n".join(f"{n}" + "<&*_`" * 14 + "æøå" for n in range(10))
    message = makes(house, named=True, question_nb="<!channel> & *" + "å" * 136, options_nb=longest)
    for n, person in enumerate(everybody(house)):
        votes(person, message, n)
    drawn(house, "5 har svart")
    assert "<!channel>" not in wall(house)["text"]
    amir(house).presses(amir(house).types("/naering puls"), "poll.who", NETWORK)
    amir(house).presses(amir(house).types("/naering puls"), "poll.close", NETWORK)
    closed(house)
    assert [faults("message", one["blocks"]) for one in (wall(house), result(house))] == [[], []]
    assert house.outgoing("failed") == []


def test_the_seconds_of_the_clock_are_utc() -> None:
    assert datetime.fromtimestamp(1773133199, UTC) == datetime(2026, 3, 10, 8, 59, 59, tzinfo=UTC)


def test_a_long_list_is_turned_page_by_page(house: House, clock: Clock) -> None:
    with house.bot.parts.database.write() as session:
        for number in range(1, 12):
            poll = Poll(
                question={"nb": f"Spørsmål {number}?"},
                options={"nb": ["Ja", "Nei"]},
                channel=NETWORK,
                private=False,
                named=True,
                made_by=STAFF_MEMBER,
                made_at=clock(),
                closes_at=clock() + timedelta(days=number),
            )
            session.add(poll)
    first = house.staff.types("/naering puls")
    assert ("Spørsmål 10?" in first["text"], "Spørsmål 11?" in first["text"]) == (True, False)
    assert first["text"].endswith("Viser 1–10 av 11.")
    assert faults("message", first["blocks"]) == []
    house.staff.presses(first, "poll.list", NETWORK)
    second = house.staff.private(NETWORK)[-1]
    assert ("Spørsmål 10?" in second["text"], "Spørsmål 11?" in second["text"]) == (False, True)
    assert second["text"].endswith("Viser 11 av 11.")


def test_closed_polls_are_turned_page_by_page(house: House, clock: Clock) -> None:
    with house.bot.parts.database.write() as session:
        for number in range(1, 12):
            poll = Poll(
                question={"nb": f"Spørsmål {number}?"},
                options={"nb": ["Ja", "Nei"]},
                channel=NETWORK,
                private=False,
                named=True,
                made_by=STAFF_MEMBER,
                made_at=clock(),
                closes_at=clock(),
            )
            poll.closed_at, poll.turnout = clock() - timedelta(days=number), 0
            session.add(poll)
    first = house.kari.types("/naering resultat")
    assert ("Spørsmål 10?" in first["text"], "Spørsmål 11?" in first["text"]) == (True, False)
    assert faults("message", first["blocks"]) == []
    house.kari.presses(first, "poll.results", NETWORK)
    second = house.kari.private(NETWORK)[-1]
    assert ("Spørsmål 10?" in second["text"], "Spørsmål 11?" in second["text"]) == (False, True)
