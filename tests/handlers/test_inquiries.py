"""A question goes to a person of the staff, and the one reply comes back to where it was asked."""

import pytest
import sqlalchemy as sa

from bot.domain.inquiries import Inquiry
from bot.workspace import interact
from bot.workspace.shapes import ControlError, Json
from tests.clock import Clock
from tests.house import House, Person, actions, words
from tests.slacks import NETWORK, STAFF
from tests.waiting import eventually

UNKNOWN = "Hvor mange pingviner bor det i Sydney?"
BAIT = "<!channel> <@U0OLA> & *alle*"
BAIT_SHOWN = "&lt;!channel&gt; &lt;@U0OLA&gt; &amp; *alle*"


def sends(house: House, person: Person, answer: Json, channel: str | None = None, question: str = UNKNOWN) -> Json:
    """«Send til en person», and what the staff then see."""
    assert person.presses(answer, "inquiry.open", channel) == {}
    assert person.submits(question=question) == {}
    return house.said(STAFF)[-1]


def drafts(staff: Person, wall: Json, reply: str) -> None:
    assert staff.presses(wall, "inquiry.reply", STAFF) == {}
    assert staff.submits(reply=reply) == {}


def replies(house: House, staff: Person, wall: Json, reply: str = "Omtrent ti.") -> None:
    drafts(staff, wall, reply)
    assert staff.submits() == {}
    house.rest()


def heading(asker: str = "") -> str:
    return f"{asker}Svar fra en ansatt i kommunen på spørsmålet «{UNKNOWN}»"


# --- from the asker to the staff ---


def test_before_sending_the_asker_reads_what_goes_where(house: House) -> None:
    house.kari.presses(house.kari.asks(UNKNOWN), "inquiry.open")
    shown = words(house.kari.modal)
    assert "Navnet ditt og spørsmålet går til de ansatte" in shown
    assert "innsynsretten" in shown
    assert "Svaret kommer til deg som direktemelding." in shown
    assert house.kari.modal["blocks"][1]["element"]["initial_value"] == UNKNOWN
    assert house.said(STAFF) == []


def test_who_asked_in_a_channel_reads_that_all_see_the_reply(house: House) -> None:
    house.kari.presses(house.kari.mentions(UNKNOWN), "inquiry.open", NETWORK)
    assert "kan leses av alle i kanalen" in words(house.kari.modal)


def test_the_staff_see_question_and_asker(house: House) -> None:
    wall = sends(house, house.kari, house.kari.asks(UNKNOWN))
    assert wall["text"].startswith(f"Nytt spørsmål fra <@U0KARI>\n{UNKNOWN}\nStilt privat.")
    assert actions(wall) == ["inquiry.reply"]
    assert words(house.kari.modal) == "Spørsmålet er sendt. Svaret kommer til deg som direktemelding."


def test_a_question_is_sent_once(house: House) -> None:
    answer = house.kari.asks(UNKNOWN)
    sends(house, house.kari, answer)
    house.kari.presses(answer, "inquiry.open")
    house.kari.submits(question="En gang til?")
    assert words(house.kari.modal) == "Dette spørsmålet er allerede sendt til en person."
    assert len(house.said(STAFF)) == 1


def test_others_cannot_send_it(house: House) -> None:
    house.ola.presses(house.kari.mentions(UNKNOWN), "inquiry.open", NETWORK)
    assert house.ola.private()[-1]["text"] == "Bare den som spurte, kan gjøre det."


def test_an_empty_question_is_not_sent(house: House) -> None:
    house.kari.presses(house.kari.asks(UNKNOWN), "inquiry.open")
    assert house.kari.submits(question="  ") == {"errors": {"question": "Skriv noe her først."}}
    assert house.all(Inquiry) == []


def test_markup_reaches_nobody_unescaped(house: House) -> None:
    wall = sends(house, house.kari, house.kari.asks(UNKNOWN), question=BAIT)
    assert BAIT_SHOWN in wall["text"]
    drafts(house.staff, wall, BAIT)
    house.staff.submits()
    reply = house.kari.said()[-1]
    assert reply["text"].count(BAIT_SHOWN) == 2
    everything = [one["text"] for one in house.said(STAFF) + house.said(STAFF, wall["ts"])] + [reply["text"]]
    for text in everything:
        assert "<!" not in text
        assert "<@U0OLA>" not in text


# --- from the staff to the asker ---


def test_the_reply_to_a_private_question_is_a_direct_message(house: House) -> None:
    answer = house.kari.types(f"/naering {UNKNOWN}")
    wall = sends(house, house.kari, answer, NETWORK)
    replies(house, house.staff, wall)
    assert [one["text"] for one in house.kari.told()] == [f"{heading()}\nOmtrent ti."]
    assert house.said(NETWORK) == []


def test_the_reply_in_a_direct_message_comes_in_its_thread(house: House) -> None:
    root = house.kari.writes(UNKNOWN)
    wall = sends(house, house.kari, house.said(house.kari.im, root)[-1])
    replies(house, house.staff, wall)
    assert house.said(house.kari.im, root)[-1]["text"] == f"{heading()}\nOmtrent ti."


def test_the_reply_in_a_channel_comes_in_the_thread_and_names_the_asker(house: House) -> None:
    root = house.kari.writes(f"@Næringsbot {UNKNOWN}", NETWORK)
    wall = sends(house, house.kari, house.said(NETWORK, root)[-1], NETWORK)
    assert f"Stilt i <#{NETWORK}>." in wall["text"]
    replies(house, house.staff, wall)
    assert house.said(NETWORK, root)[-1]["text"] == f"{heading('<@U0KARI> ')}\nOmtrent ti."
    assert house.kari.told() == []


def test_the_preview_shows_what_the_asker_will_see(house: House) -> None:
    wall = sends(house, house.kari, house.kari.asks(UNKNOWN))
    drafts(house.staff, wall, "Omtrent *ti*.")
    preview = house.staff.modal["blocks"]
    assert house.staff.submits() == {}
    sent = house.kari.said()[-1]
    assert [block["text"] for block in preview[1:]] == [block["text"] for block in sent["blocks"]]


def test_when_it_is_answered_the_staff_see_by_whom_and_what(house: House) -> None:
    wall = sends(house, house.kari, house.kari.asks(UNKNOWN))
    replies(house, house.staff, wall)
    [now] = house.said(STAFF)
    assert now["text"].endswith("Besvart av <@U0STAB>")
    assert actions(now) == []
    assert [one["text"] for one in house.said(STAFF, wall["ts"])][1:] == [f"{heading()}\nOmtrent ti."]
    assert house.workspace.modals(house.staff.id) == []


def test_what_the_staff_write_in_their_thread_stays_there(house: House) -> None:
    wall = sends(house, house.kari, house.kari.asks(UNKNOWN))
    house.staff.writes("Vet noen dette?", STAFF, wall["ts"])
    house.rest()
    assert len(house.kari.said()) == 1


def test_the_reply_is_in_the_language_of_the_question(house: House) -> None:
    wall = sends(house, house.kari, house.kari.asks("How many penguins live in Sydney?"), question="Penguins?")
    replies(house, house.staff, wall, "About ten.")
    assert house.kari.said()[-1]["text"].startswith("A reply from the municipality's staff to the question “Penguins?”")


def test_where_the_thread_is_closed_to_us_the_reply_goes_to_the_asker(house: House) -> None:
    wall = sends(house, house.kari, house.kari.mentions(UNKNOWN), NETWORK)
    house.workspace.state.channels[NETWORK].members.remove(house.workspace.app.bot_user)
    replies(house, house.staff, wall)
    assert [one["text"] for one in house.kari.told()] == [f"{heading('<@U0KARI> ')}\nOmtrent ti."]


@pytest.mark.parametrize("character", ["å", "&", "<"])
def test_the_longest_question_and_reply_arrive(house: House, character: str) -> None:
    wall = sends(house, house.kari, house.kari.asks(UNKNOWN), question=character * 1000)
    replies(house, house.staff, wall, character * 2500)
    assert house.outgoing("failed") == []
    assert actions(house.said(STAFF)[0]) == []
    [*_, reply] = house.kari.said()
    assert words(reply).count(character) >= 2500


# --- two of the staff, and an asker who changes their mind ---


def test_of_two_who_reply_one_wins_and_the_other_is_told(house: House) -> None:
    wall = sends(house, house.kari, house.kari.asks(UNKNOWN))
    drafts(house.staff, wall, "Ti.")
    first = house.staff.modal
    house.other_staff.presses(wall, "inquiry.reply", STAFF)
    assert house.staff.submits() == {}
    assert house.other_staff.submits(reply="Tjue.") == {}
    assert words(house.other_staff.modal) == "Spørsmålet er allerede besvart. Svaret ditt er ikke sendt."
    assert len([one for one in house.kari.said() if "ansatt" in one["text"]]) == 1
    assert first["callback_id"] == "inquiry.confirm"


def test_a_draft_that_somebody_changed_is_not_sent(house: House) -> None:
    wall = sends(house, house.kari, house.kari.asks(UNKNOWN))
    drafts(house.staff, wall, "Ti.")
    drafts(house.other_staff, wall, "Tjue.")
    assert house.staff.submits() == {}
    assert words(house.staff.modal).startswith("Noen andre har skrevet et annet utkast i mellomtiden.")
    assert house.other_staff.submits() == {}
    assert house.kari.said()[-1]["text"].endswith("Tjue.")


def test_a_draft_waits_for_the_next_who_opens_it(house: House) -> None:
    wall = sends(house, house.kari, house.kari.asks(UNKNOWN))
    drafts(house.staff, wall, "Ti.")
    house.other_staff.presses(wall, "inquiry.reply", STAFF)
    assert house.other_staff.modal["blocks"][1]["element"]["initial_value"] == "Ti."


def test_when_it_is_answered_the_button_is_gone(house: House) -> None:
    wall = sends(house, house.kari, house.kari.asks(UNKNOWN))
    replies(house, house.staff, wall)
    with pytest.raises(ControlError, match="finnes ikke lenger"):
        house.other_staff.presses(wall, "inquiry.reply", STAFF)


def test_who_deletes_their_question_gets_no_reply(house: House) -> None:
    wall = sends(house, house.kari, house.kari.asks(UNKNOWN))
    drafts(house.staff, wall, "Ti.")
    house.kari.presses(house.kari.types("/naering personvern"), "privacy.delete", NETWORK)
    assert house.staff.submits() == {}
    assert words(house.staff.modal).startswith("Spørsmålet finnes ikke lenger: den som spurte, har slettet det")
    assert house.said(STAFF)[-1]["text"].startswith("Trukket tilbake")
    assert actions(house.said(STAFF)[-1]) == []


def test_who_is_not_of_the_staff_cannot_reply(house: House) -> None:
    wall = sends(house, house.kari, house.kari.asks(UNKNOWN))
    payload = interact.common(house.workspace, "block_actions", house.ola.id)
    element = wall["blocks"][-1]["elements"][0]
    payload |= {
        "container": {"type": "message", "channel_id": NETWORK, "message_ts": wall["ts"]},
        "channel": {"id": NETWORK, "name": "nettverket"},
        "actions": [element | {"block_id": wall["blocks"][-1]["block_id"], "action_ts": "1.1"}],
        "trigger_id": house.workspace.triggers.new(house.ola.id),
    }
    assert interact.send(house.workspace, payload).status == 200
    assert house.workspace.modals(house.ola.id) == []
    assert [one["text"] for one in house.ola.told()] == ["Bare ansatte i kanalen for spørsmål kan svare."]


# --- the end of a name ---


def test_names_are_forgotten_thirty_days_after_the_reply(house: House, clock: Clock) -> None:
    wall = sends(house, house.kari, house.kari.asks(UNKNOWN))
    clock.move(days=40)
    house.night()
    replies(house, house.staff, wall)
    assert house.kari.said()[-1]["text"].endswith("Omtrent ti.")
    clock.move(days=29)
    house.night()
    assert [inquiry.asker for inquiry in house.all(Inquiry)] == [house.kari.id]
    clock.move(days=2)
    house.night()
    [inquiry] = house.all(Inquiry)
    assert (inquiry.asker, inquiry.channel, inquiry.thread, inquiry.replied_by) == (None, None, None, None)


def test_a_late_reply_still_marks_the_staffs_message(house: House, clock: Clock) -> None:
    """However long it took: the row that the message was sent by is still known."""
    wall = sends(house, house.kari, house.kari.asks(UNKNOWN))
    with house.bot.parts.database.write() as session:
        session.execute(sa.text("UPDATE outgoing SET finished_at = finished_at - 40 * 86400"))
    clock.move(days=40)
    house.night()
    replies(house, house.staff, wall)
    assert house.said(STAFF)[0]["text"].endswith("Besvart av <@U0STAB>")


# --- what does not arrive ---


def test_a_message_that_did_not_arrive_is_shown_to_the_staff(house: House) -> None:
    house.workspace.fault("chat.postMessage", "429", seconds=1)
    house.kari.writes(f"@Næringsbot {UNKNOWN}", NETWORK)
    eventually(lambda: [row.reason for row in house.outgoing("waiting")] == ["ratelimited"])
    house.workspace.state.channels[NETWORK].archived = True
    [told] = house.said(STAFF)
    assert "En melding kom ikke fram: et svar. Grunn: kanalen er arkivert." in told["text"]
    home = words(house.staff.home())
    assert "Meldinger som ikke kom fram, eller kanskje ikke: 1. Sist: et svar (kanalen er arkivert)." in home
    assert "kom ikke fram" not in words(house.kari.home())
