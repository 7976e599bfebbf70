"""What members reply goes to the organizer, the answer back, and all else is a question; who did what is a file."""

import httpx
import pytest

from bot.core.texts import Text
from bot.domain.broadcasts.tables import GONE, NOT_GOT, NOT_OUT, TAKEN_BACK, Broadcast, BroadcastReceiver
from bot.domain.members import NOT_ALLOWED, Member
from bot.domain.questions import Question
from bot.workspace.shapes import Json
from handlers.broadcasts import log
from handlers.broadcasts import reply_words as said
from tests.clock import Clock
from tests.handlers.forging import presses, submits
from tests.handlers.polling import fills
from tests.handlers.test_broadcasts import TEXT, finished, written
from tests.handlers.test_broadcasts_steering import corrects, does, mended, one, sent
from tests.house import House, actions, words
from tests.slacks import KARI, NETWORK, OLA, STAFF_MEMBER
from tests.waiting import eventually

BAIT = "<!channel> *Kan jeg* ta med en til? <@U0OLA>"
SHOWN = "&lt;!channel&gt; *Kan jeg* ta med en til? &lt;@U0OLA&gt;"


def replied(house: House) -> Json:
    """What the organizer was told last by a member."""
    return [message for message in house.staff.told() if "broadcast.answer" in actions(message)][-1]


def test_a_reply_goes_to_the_organizer_and_the_answer_back(house: House) -> None:
    sent(house)
    (push,) = house.kari.told()
    assert house.kari.presses(push, "broadcast.reply") == {}
    assert house.kari.submits(text=BAIT) == {}
    message = replied(house)
    head = message["text"].splitlines()[0]
    assert (head.startswith(f"<@{KARI}> svarer på"), message["text"].splitlines()[-1]) == (True, SHOWN)
    assert BAIT in [block["text"]["text"] for block in message["blocks"] if block["type"] == "section"]
    house.staff.presses(message, "broadcast.answer")
    assert house.staff.submits(text="Ja, gjerne") == {}
    answer = house.kari.told()[-1]
    assert (answer["text"].splitlines()[-1], "broadcast.reply" in actions(answer)) == ("Ja, gjerne", True)


def test_a_reply_in_the_thread_of_an_announcement_goes_to_the_organizer(either_house: House) -> None:
    sent(either_house)
    (push,) = either_house.kari.told()
    heard = either_house.kari.asks("Kan jeg ta med en til?", thread=push["ts"])
    assert heard["text"] == said.HEARD.nb.format(person=f"<@{STAFF_MEMBER}>")
    assert replied(either_house)["text"].splitlines()[-1] == "Kan jeg ta med en til?"
    assert either_house.all(Question) == []


def test_all_else_that_a_person_writes_is_a_question(house: House) -> None:
    sent(house)
    assert "Visperud" in house.kari.asks("Hvem har ansvar for regulering på Visperud?")["text"]
    root = house.kari.writes("Hvem har ansvar for regulering på Metro?")
    house.kari.asks("og på Visperud?", thread=root)
    (push,) = house.kari.told()
    house.ola.mentions("Hvem har ansvar for regulering på Visperud?")
    assert len(house.all(Question)) == 4
    assert [m for m in house.staff.told() if "broadcast.answer" in actions(m)] == []
    assert TEXT.split()[0] in push["text"]


def test_where_several_stand_in_one_message_a_reply_in_its_thread_is_a_question(house: House, clock: Clock) -> None:
    for n in range(4):
        written(house, nb=f"EKSEMPEL: Nummer {n}")
        house.staff.submits()
        eventually(lambda: all(each.state in ("sending", "done") for each in house.all(Broadcast)))
        house.rest()
    clock.move(days=1)
    eventually(lambda: [each.state for each in house.all(Broadcast)] == ["done"] * 4)
    bundle = next(message for message in house.kari.told() if "Nummer 3" in message["text"])
    assert "Nummer 2" in bundle["text"]
    house.kari.asks("Hva er Visperud?", thread=bundle["ts"])
    assert len(house.all(Question)) == 1


@pytest.mark.parametrize("gone", ["forgotten", "left"])
def test_where_the_organizer_is_gone_it_is_said(house: House, gone: str) -> None:
    sent(house)
    (push,) = house.kari.told()
    with house.bot.parts.database.write() as session:
        if gone == "forgotten":
            session.get_one(Broadcast, one(house).id).by = ""
        else:
            session.get_one(Member, STAFF_MEMBER).active = False
    house.kari.presses(push, "broadcast.reply")
    assert house.kari.private(house.kari.im)[-1]["text"] == said.NOBODY.nb
    assert house.kari.asks("Hei, er dere der?", thread=push["ts"])["text"] == said.NOBODY.nb


@pytest.mark.parametrize("text", [" ", "x" * 2001])
def test_a_reply_that_cannot_be_taken_is_refused_at_its_field(house: House, text: str) -> None:
    sent(house)
    assert list(submits(house, KARI, "broadcast.replied", one(house).id, text=text)["errors"]) == ["text"]


@pytest.mark.parametrize("value", ["", "x", "'; drop table broadcasts; --", "é" * 2000])
def test_a_reply_to_what_is_no_announcement_goes_nowhere(house: House, value: str) -> None:
    presses(house, KARI, "broadcast.reply", value)
    assert house.kari.private()[-1]["text"] == GONE.nb
    assert GONE.nb in words(submits(house, KARI, "broadcast.replied", value, text="Hei")["view"])


@pytest.mark.parametrize(
    ("before", "refusal"),
    [("draft", NOT_OUT), ("asked", NOT_OUT), ("recalled", TAKEN_BACK), ("somebody else's", NOT_GOT)],
)
def test_a_reply_to_what_one_has_not_got_goes_nowhere(house: House, before: str, refusal: Text) -> None:
    if before == "draft":
        written(house)
    else:
        sent(house)
    with house.bot.parts.database.write() as session:
        broadcast = session.get_one(Broadcast, one(house).id)
        if before in ("asked", "recalled"):
            broadcast.state = before  # type: ignore[assignment]
        if before in ("asked", "somebody else's"):
            session.delete(session.get_one(BroadcastReceiver, (broadcast.id, KARI)))
    kept = [row.key for row in house.outgoing()]
    assert refusal.nb in words(submits(house, KARI, "broadcast.replied", one(house).id, text="Hei")["view"])
    assert [row.key for row in house.outgoing()] == kept
    presses(house, KARI, "broadcast.reply", one(house).id)
    assert house.kari.private()[-1]["text"] == refusal.nb
    assert [message for message in house.staff.told() if "broadcast.answer" in actions(message)] == []


def test_who_reads_it_in_its_channel_replies_too(house: House) -> None:
    assert house.staff.presses(house.staff.types("/naering utsending"), "broadcast.new", NETWORK) == {}
    fills(house.staff, nb=TEXT, channel=NETWORK)
    house.staff.submits()
    finished(house)
    (post,) = [message for message in house.said(NETWORK) if "broadcast.reply" in actions(message)]
    assert house.kari.presses(post, "broadcast.reply", NETWORK) == {}
    assert house.kari.submits(text="Kan jeg ta med en til?") == {}
    assert replied(house)["text"].splitlines()[-1] == "Kan jeg ta med en til?"


def test_a_member_answers_nobody_in_an_organizers_name(house: House) -> None:
    sent(house)
    value = f"{one(house).id} {OLA}"
    presses(house, KARI, "broadcast.answer", value)
    assert house.kari.private()[-1]["text"] == NOT_ALLOWED.nb
    assert NOT_ALLOWED.nb in words(submits(house, KARI, "broadcast.answered", value, text="Hei")["view"])
    assert len(house.ola.told()) == 1


def test_nobody_is_answered_who_is_no_member(house: House) -> None:
    sent(house)
    value = f"{one(house).id} {NETWORK}"
    assert GONE.nb in words(submits(house, STAFF_MEMBER, "broadcast.answered", value, text="Hei")["view"])
    assert house.said(NETWORK) == []


def test_who_did_what_is_a_file_for_the_staff(house: House) -> None:
    sent(house)
    corrects(house)
    does(house, "recall")
    mended(house)
    with house.bot.parts.database.write() as session:
        session.get_one(Member, OLA).role = "staff"
    shown = house.ola.types("/naering utsending")
    assert actions(shown) == ["broadcast.log"]
    house.ola.presses(shown, "broadcast.log", NETWORK)
    [file] = eventually(lambda: [file for message in house.ola.told() for file in message.get("files", [])])
    rows = [line.split(";") for line in httpx.get(file["url_private"]).text.splitlines() if line.startswith("2026-")]
    done = [log.WHAT[f"broadcast {what}"].nb for what in ("made", "approved", "sent", "corrected", "recalled", "log")]
    assert [row[2] for row in rows] == done
    assert {row[1] for row in rows} == {STAFF_MEMBER, OLA}


def test_a_member_and_an_organizer_get_no_log(house: House) -> None:
    with house.bot.parts.database.write() as session:
        session.get_one(Member, OLA).role = "organizer"
    for person in (house.kari, house.ola):
        presses(house, person.id, "broadcast.log", "")
        assert person.private()[-1]["text"] == NOT_ALLOWED.nb
    assert "broadcast.log" not in actions(house.ola.types("/naering utsending"))
    written(house)
    house.staff.submits()
    finished(house)
