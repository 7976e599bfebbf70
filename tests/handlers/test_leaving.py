"""Who is deactivated gets nothing more, of whatever kind, and counts nowhere; who comes back is one of all again."""

from datetime import UTC, datetime

from bot.domain import inquiries
from bot.domain.broadcasts.tables import Broadcast
from bot.domain.members import Member
from tests.clock import Clock
from tests.handlers import choosing, gatherings
from tests.handlers.polling import fills
from tests.handlers.test_broadcasts import finished, state, written
from tests.handlers.test_gaps import ANSWER, UNKNOWN, opens
from tests.house import House, words
from tests.slacks import NETWORK, OLA, STAFF
from tests.waiting import eventually

NEWS = [f"EKSEMPEL: Nyhet {n}" for n in range(3)]


def leaves(house: House, *, back: bool = False) -> None:
    house.workspace.change_user(OLA, deleted=not back)
    house.rest()


def organizes(house: House) -> None:
    with house.bot.parts.database.write() as session:
        session.get_one(Member, OLA).role = "organizer"


def announces(house: House, text: str) -> None:
    written(house, nb=text)
    house.staff.submits()
    eventually(lambda: state(house) in ("sending", "done"))
    house.rest()


def heard(house: House, part: str) -> list[str]:
    return [one["text"] for one in house.kari.told() if part in one["text"]]


def test_in_the_middle_of_everything_nothing_more_comes(house: House, clock: Clock) -> None:
    for person in (house.kari, house.ola):
        person.presses(person.asks(UNKNOWN), "inquiry.open")
        person.submits(question=UNKNOWN)
    asked = next(one for one in house.said(STAFF) if f"<@{OLA}>" in one["text"])
    event = gatherings.makes(house)
    for person in (house.kari, house.ola):
        gatherings.answers(person, event, "yes")
    gatherings.drawn(house, "Kommer: 2 av 2")
    for text in NEWS:  # the third waits for the next day's bundle
        announces(house, text)
    before = len(house.ola.said())
    leaves(house)

    gatherings.drawn(house, "Kommer: 1 av 2")
    house.staff.presses(asked, "inquiry.reply", STAFF)
    assert house.staff.private(STAFF)[-1]["text"] == inquiries.ASKER_LEFT.nb
    opens(house)
    choosing.fills(house.staff, **ANSWER)
    assert words(house.staff.modal) == "Lagret. Svaret er sendt til 1 person som spurte."
    gatherings.presses(house.staff, house.staff.types("/naering arrangement"), "event.edit")
    assert fills(house.staff, place="Et annet hus") == {}
    eventually(lambda: heard(house, "Et annet hus"))
    clock.move(hours=22)
    eventually(lambda: heard(house, NEWS[2]))
    for moment in (datetime(2026, 3, 17, 10, tzinfo=UTC), datetime(2026, 3, 19, 10, tzinfo=UTC)):
        clock.at, count = moment, len(house.kari.told())
        eventually(lambda count=count: len(house.kari.told()) > count)  # type: ignore[misc]
    house.rest()
    assert house.ola.said()[before:] == []
    assert house.outgoing("failed", "parked") == []
    eventually(lambda: [one.delivered for one in house.all(Broadcast)] == [5, 5, 4])


def test_an_organizer_who_leaves_takes_no_announcement_along_and_hears_nothing_of_it(
    house: House, clock: Clock
) -> None:
    organizes(house)
    clock.move(hours=11)
    house.ola.presses(house.ola.types("/naering utsending"), "broadcast.new", NETWORK)
    house.ola.submits(nb=NEWS[0])
    house.ola.submits()
    eventually(lambda: state(house) == "sending")
    before = len(house.ola.said())
    leaves(house)
    clock.move(hours=10)
    finished(house)
    assert (len(heard(house, NEWS[0])), house.ola.said()[before:]) == (1, [])
    assert house.all(Broadcast)[0].delivered == 4


def test_what_an_organizer_who_left_would_be_told_goes_to_the_staff(house: House, clock: Clock) -> None:
    organizes(house)
    clock.move(hours=11)
    house.ola.presses(house.ola.types("/naering puls"), "poll.new", NETWORK)
    assert fills(house.ola, question_nb="Hva?", options_nb="a\nb", channel=NETWORK) == {}
    leaves(house)
    house.workspace.state.channels[NETWORK].archived = True
    clock.move(hours=10)
    [told] = eventually(lambda: house.said(STAFF))
    assert "En melding kom ikke fram: en måling. Grunn: kanalen er arkivert." in told["text"]
    assert house.ola.said() == []


def test_who_comes_back_gets_announcements_again_but_no_lost_seat(house: House) -> None:
    event = gatherings.makes(house)
    gatherings.answers(house.ola, event, "yes")
    gatherings.drawn(house, "Kommer: 1 av 2")
    leaves(house)
    gatherings.drawn(house, "Kommer: 0 av 2")
    leaves(house, back=True)
    announces(house, NEWS[0])
    finished(house)
    assert [one["text"].splitlines()[0] for one in house.ola.told()] == [NEWS[0]]
    assert "Kommer: 0 av 2" in gatherings.wall(house)["text"]
