"""An announcement: written, looked at, sent once to each, stopped, told about."""

from datetime import timedelta

from bot.domain.broadcasts.tables import Broadcast
from bot.domain.members import NOT_ALLOWED, Member
from bot.slack import channels
from handlers.broadcasts import words as said
from scheduler.outbox import OutgoingRow
from tests.clock import Clock
from tests.handlers.forging import presses
from tests.handlers.polling import fills
from tests.house import House, Person, actions, words
from tests.slacks import ELSEWHERE, KARI, NETWORK, OLA, STAFF_MEMBER
from tests.waiting import eventually

TEXT = "EKSEMPEL: Frokostmøte på onsdag <!channel> & kaffe"
SHOWN = "EKSEMPEL: Frokostmøte på onsdag &lt;!channel&gt; &amp; kaffe"


def written(house: House, **fields: str) -> dict[str, object]:
    """The organizer has written it; the answer to «Se over»."""
    menu = house.staff.types("/naering utsending", "C0STAB")
    assert house.staff.presses(menu, "broadcast.new", "C0STAB") == {}
    return house.staff.submits(**{"nb": TEXT} | fields)


def state(house: House) -> str:
    return str(house.all(Broadcast)[-1].state)


def finished(house: House) -> None:
    eventually(lambda: state(house) in ("done", "stopped"))
    house.rest()


def test_every_member_gets_it_once_and_the_organizer_sees_how_it_went(house: House) -> None:
    assert written(house) == {}
    assert said.RECEIVE("nb", count=5) in words(house.staff.modal)
    assert house.staff.submits() == {}
    finished(house)
    assert [one["text"].splitlines()[0] for one in house.kari.told()] == [SHOWN]
    assert [one["text"].splitlines()[0] for one in house.ola.told()] == [SHOWN]
    shown = said.PROGRESS("nb", state="ferdig", delivered=5, waiting=0, failed=0)
    assert shown in [one["text"].splitlines()[0] for one in house.staff.told()]


def test_the_organizer_can_send_it_to_themselves_first(house: House) -> None:
    written(house)
    house.staff.presses_in(house.staff.modal, "broadcast.test")
    assert house.staff.told()[-1]["text"].startswith(said.TEST.nb)
    assert said.SENT_TO_ME.nb in words(house.staff.modal)
    assert house.kari.told() == []
    assert house.staff.submits() == {}
    finished(house)
    assert len(house.kari.told()) == 1


def test_who_opted_out_does_not_get_it_and_is_counted(house: House) -> None:
    written(house)
    house.staff.submits()
    finished(house)
    push = house.kari.told()[-1]
    house.kari.presses(push, "push.mute")
    house.rest()
    written(house, nb="EKSEMPEL: Nummer to")
    assert said.REASONS["opted out"]("nb", count=1) in words(house.staff.modal)
    house.staff.submits()
    finished(house)
    assert len([one for one in house.kari.told() if "Nummer to" in one["text"]]) == 0
    assert len([one for one in house.ola.told() if "Nummer to" in one["text"]]) == 1


def test_in_quiet_time_it_waits_until_the_morning(house: House, clock: Clock) -> None:
    clock.move(hours=11)
    written(house)
    assert "onsdag 11. mars kl. 07.00" in words(house.staff.modal)
    house.staff.submits()
    eventually(lambda: state(house) == "sending")
    house.rest()
    assert house.kari.told() == []
    clock.move(hours=10)
    finished(house)
    assert len(house.kari.told()) == 1


def test_what_was_planned_for_later_can_be_stopped(house: House, clock: Clock) -> None:
    clock.move(hours=11)
    written(house)
    house.staff.submits()
    eventually(lambda: state(house) == "sending")
    house.rest()
    shown = next(one for one in house.staff.told() if "broadcast.stop" in actions(one))
    house.staff.presses(shown, "broadcast.stop")
    finished(house)
    clock.move(hours=11)
    house.rest()
    assert (state(house), house.kari.told()) == ("stopped", [])


def progress(house: House) -> str:
    """What the organizer's message says now."""
    house.rest()
    return str(next(one for one in house.staff.told() if one["text"].startswith("*Utsending"))["text"])


def test_the_organizer_reads_in_words_how_many_did_not_get_it_and_why(house: House, clock: Clock) -> None:
    clock.move(hours=11)
    written(house)
    house.staff.submits()
    eventually(lambda: state(house) == "sending")
    with house.bot.parts.database.write() as session:
        session.get_one(Member, KARI).muted = ["announcement"]
    house.workspace.state.channels[house.ola.im].archived = True
    clock.move(hours=10)
    finished(house)
    head, *why, _text = progress(house).splitlines()
    assert head == said.PROGRESS("nb", state="ferdig", delivered=3, waiting=0, failed=1)
    assert why == ["• 1 har reservert seg", "• 1 kom ikke fram: kanalen er arkivert"]


def test_any_organizer_can_stop_it_and_those_who_did_not_get_it_are_counted(house: House, clock: Clock) -> None:
    clock.move(hours=11)
    written(house)
    house.staff.submits()
    eventually(lambda: state(house) == "sending")
    with house.bot.parts.database.write() as session:
        session.get_one(Member, OLA).role = "organizer"
    house.ola.presses(house.ola.types("/naering utsending"), "broadcast.stop", NETWORK)
    finished(house)
    eventually(lambda: "• 5 fikk den ikke, for utsendingen ble stoppet" in progress(house).splitlines())
    assert "broadcast.stop" not in actions(house.ola.types("/naering utsending"))


def test_who_joins_while_it_is_on_its_way_is_not_of_its_audience(house: House, clock: Clock) -> None:
    clock.move(hours=11)
    written(house)
    house.staff.submits()
    house.workspace.add_user(id="U0NY", name="nina", real_name="Nina Eksempel")
    house.rest()
    clock.move(hours=10)
    finished(house)
    assert len(house.kari.told()) == 1
    assert Person(house, "U0NY").told() == []
    assert house.all(Broadcast)[0].delivered == 5


def test_a_channel_gets_one_post(house: House) -> None:
    menu = house.staff.types("/naering utsending", "C0STAB")
    house.staff.presses(menu, "broadcast.new", "C0STAB")
    values = {
        "nb": {"nb": {"type": "plain_text_input", "value": "EKSEMPEL: Til kanalen"}},
        "channel": {"channel": {"type": "conversations_select", "selected_conversation": NETWORK}},
    }
    assert house.workspace.submit(STAFF_MEMBER, house.staff.modal["id"], values) == {}
    assert said.TO_CHANNEL.nb.format(channel=f"<#{NETWORK}>") in words(house.staff.modal)
    house.staff.submits()
    finished(house)
    assert [one["text"].splitlines()[0] for one in house.said(NETWORK)] == ["EKSEMPEL: Til kanalen"]


def test_where_the_channel_cannot_be_reached_the_organizer_is_told(house: House) -> None:
    menu = house.staff.types("/naering utsending", "C0STAB")
    house.staff.presses(menu, "broadcast.new", "C0STAB")
    assert fills(house.staff, nb="EKSEMPEL: Til ingen", channel=ELSEWHERE) == {
        "errors": {"channel": channels.NOT_IN_CHANNEL.nb}
    }
    fills(house.staff, nb="EKSEMPEL: Til ingen", channel=NETWORK)
    house.workspace.state.channels[NETWORK].archived = True
    house.staff.submits()
    told = said.NOT_POSTED.nb.format(channel=f"<#{NETWORK}>")
    eventually(lambda: told in [one["text"] for one in house.staff.told()])


def test_wrong_input_is_told_at_its_field(house: House, clock: Clock) -> None:
    menu = house.staff.types("/naering utsending", "C0STAB")
    house.staff.presses(menu, "broadcast.new", "C0STAB")
    past = int((clock() - timedelta(hours=1)).timestamp())
    values = {
        "nb": {"nb": {"type": "plain_text_input", "value": "x"}},
        "at": {"at": {"type": "datetimepicker", "selected_date_time": past}},
    }
    house.workspace.submit(STAFF_MEMBER, house.staff.modal["id"], values)
    assert list(house.staff.modal["errors"]) == ["at"]
    assert house.all(Broadcast) == []


def test_a_draft_that_nobody_approved_is_forgotten_and_not_listed(house: House, clock: Clock) -> None:
    written(house)
    assert said.NONE.nb in words(house.staff.types("/naering utsending", "C0STAB"))
    clock.move(days=2)
    house.night()
    assert house.all(Broadcast) == []


def test_a_member_cannot_do_any_of_it(house: House) -> None:
    assert house.kari.types("/naering utsending")["text"] == NOT_ALLOWED.nb
    written(house)
    house.staff.submits()
    finished(house)
    with house.bot.parts.database.write() as session:
        session.get_one(Member, STAFF_MEMBER).role = "member"
    shown = house.staff.types("/naering utsending", "C0STAB")
    assert shown["text"] == NOT_ALLOWED.nb


def test_who_is_forgotten_is_not_named_by_what_has_not_left(house: House) -> None:
    house.workspace.fault("chat.postMessage", "429", times=9, seconds=600)
    written(house)
    house.staff.submits()
    unsent = eventually(lambda: found if len(found := announced(house)) == 5 else [])
    assert all(f"<@{STAFF_MEMBER}>" in str(row.payload) for row in unsent)
    presses(house, STAFF_MEMBER, "privacy.delete", "")
    eventually(lambda: not any(f"<@{STAFF_MEMBER}>" in str(row.payload) for row in house.outgoing()))
    kept = [row.payload for row in announced(house) if row.channel != STAFF_MEMBER]
    assert [(one["text"], len(one["blocks"])) for one in kept] == [(SHOWN, 2)] * 4


def announced(house: House) -> list[OutgoingRow]:
    return [row for row in house.outgoing() if ":to:" in row.key]
