"""An announcement that was sent is paused and goes on, is corrected, is taken back: every copy, with a result."""

import pytest

from bot.domain.audit import AuditRow
from bot.domain.broadcasts import steering
from bot.domain.broadcasts.tables import Broadcast, BroadcastReceiver
from bot.domain.members import Member
from bot.domain.pushes import Push
from handlers.broadcasts import words as said
from scheduler.outbox import OutgoingRow
from tests.clock import Clock
from tests.handlers.forging import presses, submits
from tests.handlers.test_broadcasts import TEXT, finished, state, written
from tests.house import House, Person, actions, words
from tests.slacks import KARI, NETWORK, OLA, STAFF_MEMBER
from tests.waiting import eventually

OTHER = "EKSEMPEL: Frokostmøtet er på torsdag"


def sent(house: House, **fields: str) -> Broadcast:
    written(house, **fields)
    house.staff.submits()
    finished(house)
    return one(house)


def one(house: House) -> Broadcast:
    found: Broadcast = house.all(Broadcast)[-1]
    return found


def does(house: House, what: str, who: str = STAFF_MEMBER) -> None:
    assert presses(house, who, f"broadcast.{what}", one(house).id).ok


def corrects(house: House, nb: str = OTHER, **fields: str) -> None:
    broadcast = one(house)
    data = f"{broadcast.id} {broadcast.version}"
    assert submits(house, STAFF_MEMBER, "broadcast.corrected", data, nb=nb, **fields) == {"response_action": "clear"}


def told(person: Person) -> list[str]:
    """The first lines of what stands in the person's conversation now."""
    return [message["text"].splitlines()[0] for message in person.told()]


def progress(house: House) -> str:
    """What the organizer reads of the newest one."""
    return [str(one["text"]) for one in house.staff.told() if one["text"].startswith("*Utsending")][-1]


def receivers(house: House) -> list[BroadcastReceiver]:
    return [row for row in house.all(BroadcastReceiver) if row.broadcast == one(house).id]


def mended(house: House) -> None:
    """Until each copy is as it shall be."""
    eventually(lambda: all(row.version == one(house).version for row in receivers(house) if row.fed))
    eventually(lambda: state(house) in ("done", "stopped", "recalled") and "Gjenstår: 0" in progress(house))


def test_recalled_it_is_gone_for_everybody_and_the_organizer_reads_how_many(either_house: House) -> None:
    sent(either_house)
    assert told(either_house.kari) != []
    does(either_house, "recall")
    mended(either_house)
    assert (either_house.kari.told(), either_house.ola.told()) == ([], [])
    assert said.RECALLED("nb", changed=5, noted=0, coming=0, failed=0) in progress(either_house)
    assert (state(either_house), "broadcast.recall" in str(either_house.staff.told())) == ("recalled", False)


def test_corrected_it_reads_otherwise_for_everybody_in_their_language(either_house: House) -> None:
    with either_house.bot.parts.database.write() as session:
        session.get_one(Member, OLA).language = "en"
    sent(either_house)
    corrects(either_house, en="EKSEMPEL: Breakfast on Thursday")
    mended(either_house)
    assert told(either_house.kari) == [said.CORRECTED.nb]
    assert OTHER in either_house.kari.told()[0]["text"]
    assert "Breakfast on Thursday" in either_house.ola.told()[0]["text"]
    assert said.MENDED("nb", changed=5, noted=0, coming=0, failed=0) in progress(either_house)


def test_where_a_copy_cannot_be_changed_a_correction_is_sent(house: House) -> None:
    sent(house)
    lost(house, KARI)
    corrects(house)
    mended(house)
    assert [OTHER in message["text"] for message in house.kari.told()] == [False, True]
    assert told(house.kari)[1] == said.CORRECTED_NOTE.nb
    assert said.MENDED("nb", changed=4, noted=1, coming=0, failed=0) in progress(house)


def test_where_a_copy_cannot_be_removed_it_is_said(house: House) -> None:
    sent(house)
    lost(house, KARI)
    does(house, "recall")
    mended(house)
    assert told(house.kari)[1:] == [said.RECALLED_NOTE.nb]
    assert said.RECALLED("nb", changed=4, noted=1, coming=0, failed=0) in progress(house)


def lost(house: House, person: str) -> None:
    """Slack does not let the copy of this person be changed."""
    with house.bot.parts.database.write() as session:
        for row in session.query(OutgoingRow).filter(OutgoingRow.key.like(f"broadcast:%:to:{person}")):
            row.sent_to = "C0NOWHERE"


def test_paused_nobody_gets_it_and_it_goes_on_in_its_last_words(house: House, clock: Clock) -> None:
    clock.move(hours=11)
    written(house)
    house.staff.submits()
    eventually(lambda: state(house) == "sending")
    does(house, "pause")
    eventually(lambda: state(house) == "paused")
    clock.move(hours=10)
    house.rest()
    assert house.kari.told() == []
    corrects(house)
    does(house, "resume")
    finished(house)
    assert told(house.kari) == [OTHER]
    log = [row.what.removeprefix("broadcast ") for row in house.all(AuditRow)]
    assert log == ["made", "approved", "sent", "paused", "corrected", "resumed"]


def test_paused_while_it_leaves_those_who_wait_keep_waiting(house: House) -> None:
    house.workspace.fault("chat.postMessage", "429", times=2, seconds=600)
    written(house)
    house.staff.submits()
    eventually(lambda: len(copies(house, "waiting")) >= 4)
    does(house, "pause")
    eventually(lambda: len(copies(house, "held")) == 5)
    house.workspace.faults.clear()
    does(house, "resume")
    eventually(lambda: len(copies(house, "waiting")) == 5)


def copies(house: House, *states: str) -> list[OutgoingRow]:
    return [row for row in house.outgoing(*states) if ":to:" in row.key]


def test_recalled_before_anybody_has_it_nobody_gets_it(house: House, clock: Clock) -> None:
    clock.move(hours=11)
    written(house)
    house.staff.submits()
    eventually(lambda: all(row.why for row in house.all(BroadcastReceiver)))
    does(house, "recall")
    clock.move(hours=10)
    house.rest()
    assert (state(house), house.kari.told(), [row for row in house.all(Push) if row.when]) == ("recalled", [], [])


def test_a_post_in_a_channel_is_corrected_and_taken_back_too(house: House) -> None:
    reply = submits(house, STAFF_MEMBER, "broadcast.preview", nb=TEXT, channel=NETWORK)
    submits(house, STAFF_MEMBER, "broadcast.send", reply["view"]["private_metadata"])
    finished(house)
    corrects(house)
    mended(house)
    assert [OTHER in message["text"] for message in house.said(NETWORK)] == [True]
    does(house, "recall")
    mended(house)
    assert house.said(NETWORK) == []


def test_a_part_of_a_bundle_is_corrected_below_it(house: House, clock: Clock) -> None:
    for n in range(4):
        sent_or_bundled(house, f"EKSEMPEL: Nummer {n}")
    clock.move(days=1)
    eventually(lambda: [each.state for each in house.all(Broadcast)] == ["done"] * 4)
    does(house, "recall")
    mended(house)
    root = next(message for message in house.kari.told() if "Nummer 3" in message["text"])
    thread = house.said(house.kari.im, root["ts"])
    assert [message["text"] for message in thread if message["ts"] != root["ts"]] == [said.RECALLED_NOTE.nb]


def sent_or_bundled(house: House, text: str) -> None:
    written(house, nb=text)
    house.staff.submits()
    eventually(lambda: state(house) in ("sending", "done"))
    house.rest()


def test_so_many_failures_that_somebody_should_look_make_it_pause(house: House, clock: Clock) -> None:
    crowd = [f"U0M{n:02}" for n in range(30)]
    for person in crowd:
        house.workspace.add_user(id=person, name=person.lower(), real_name="EKSEMPEL")
    eventually(lambda: len(house.all(Member)) >= 35)
    clock.move(hours=11)
    written(house)
    house.staff.submits()
    eventually(lambda: all(row.why for row in house.all(BroadcastReceiver)))
    for person in crowd[:10]:
        house.workspace.state.channels[house.workspace.im(person)].archived = True
    clock.move(hours=10)
    eventually(lambda: state(house) == "paused")
    broadcast = one(house)
    assert broadcast.failed > 0.1 * (broadcast.delivered + broadcast.failed)
    paused = [row for row in house.all(AuditRow) if row.what == "broadcast paused"]
    assert [(row.who, row.detail.endswith("failed")) for row in paused] == [("", True)]
    warned = eventually(lambda: next((m for m in house.staff.said() if "satt på pause" in m["text"]), None))
    assert warned
    house.staff.presses(warned, "broadcast.resume")
    finished(house)
    assert (state(house), one(house).delivered, one(house).failed) == ("done", 25, 10)


@pytest.mark.parametrize("action", ["pause", "resume", "recall", "correct"])
def test_a_member_who_presses_an_organizers_button_changes_nothing(house: House, action: str) -> None:
    before = sent(house)
    does(house, action, KARI)
    assert "tilgang" in str(house.kari.private()[-1]["text"])
    after = one(house)
    assert (after.state, after.version) == (before.state, before.version)
    assert house.workspace.modals(KARI) == []


def test_a_correction_of_words_that_somebody_else_changed_is_refused(house: House) -> None:
    broadcast = sent(house)
    data = f"{broadcast.id} {broadcast.version}"
    corrects(house)
    reply = submits(house, STAFF_MEMBER, "broadcast.corrected", data, nb="EKSEMPEL: Noe tredje")
    assert steering.CHANGED.nb in words(reply["view"])
    assert one(house).nb == OTHER


@pytest.mark.parametrize(
    ("data", "fields", "refusal"),
    [
        ("{id} 0", {"nb": TEXT}, {"errors": {"nb": steering.SAME.nb}}),
        ("{id} 0", {"nb": "x" * 2001}, {"errors": {"nb": "Skriv kortere her, med høyst 2000 tegn."}}),
        ("{id} 0", {"nb": ""}, {"errors": {"nb": "Skriv teksten på bokmål."}}),
    ],
)
def test_a_correction_that_cannot_be_taken_is_refused_at_its_field(
    house: House, data: str, fields: dict[str, str], refusal: object
) -> None:
    broadcast = sent(house)
    reply = submits(house, STAFF_MEMBER, "broadcast.corrected", data.format(id=broadcast.id), **fields)
    assert reply["errors"] == refusal["errors"]  # type: ignore[index]


@pytest.mark.parametrize("data", ["", "x 0", "{id}", "{id} -1", "{id} ²", "{id} 99999999999"])
def test_data_that_no_modal_was_given_corrects_nothing(house: House, data: str) -> None:
    broadcast = sent(house)
    submits(house, STAFF_MEMBER, "broadcast.corrected", data.format(id=broadcast.id), nb=OTHER)
    assert (one(house).nb, one(house).version) == (TEXT, 0)


def test_what_was_recalled_can_be_neither_corrected_nor_resumed(house: House) -> None:
    sent(house)
    does(house, "recall")
    mended(house)
    broadcast = one(house)
    for action in ("pause", "resume", "recall", "stop"):
        does(house, action)
        assert house.staff.private()[-1]["text"] in (steering.ENDED.nb, steering.NOT_PAUSED.nb)
    reply = submits(house, STAFF_MEMBER, "broadcast.corrected", f"{broadcast.id} {broadcast.version}", nb=OTHER)
    assert steering.ENDED.nb in words(reply["view"])


def test_the_buttons_are_those_that_help_now(house: House) -> None:
    sent(house)
    shown = next(message for message in house.staff.told() if message["text"].startswith("*Utsending"))
    assert actions(shown) == ["broadcast.correct", "broadcast.recall"]
