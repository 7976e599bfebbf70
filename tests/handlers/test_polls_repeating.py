"""A poll that is asked again through the whole bot: wished with its result, posted on its day, or a reminder of it."""

import sqlalchemy as sa

from bot.domain import members
from bot.domain.polls.repeating import PollRepeat
from bot.domain.polls.tables import Poll
from bot.slack.rhythm import REPEATS, STOP
from handlers.polls import outcome_words
from handlers.polls import repeating_words as said
from scheduler.rhythm import NO_DAYS
from tests.clock import Clock
from tests.handlers.forging import presses, submits
from tests.handlers.polling import QUESTION, amir, fills, makes, votes
from tests.house import House, actions, words
from tests.slacks import KARI, NETWORK
from tests.waiting import eventually

RULE = "den 10. hver tredje måned"
WHEN = "fredag 10. april kl. 09.00"


def option(value: str) -> dict[str, object]:
    return {"value": value, "text": {"type": "plain_text", "text": "x"}}


def wishes(house: House, how: str) -> None:
    """A named poll, closed, is to be asked again each quarter."""
    votes(house.kari, makes(house, named=True), 0)
    assert presses(house, house.staff.id, "poll.close", house.all(Poll)[0].id).ok
    organizer = amir(house)
    organizer.presses(organizer.types("/naering resultat"), "poll.result", NETWORK)
    organizer.presses(organizer.private(NETWORK)[-1], "poll.repeat", NETWORK)
    wished = {"first": "2026-04-10", "often": option("quarter"), "how": option(how)}
    assert fills(organizer, days="0", **wished)["errors"] == {"days": NO_DAYS("nb", most=90)}
    assert fills(organizer, days="3", **wished) == {}
    assert REPEATS("nb", rule=RULE, when=WHEN) in words(organizer.modal)


def test_the_same_poll_is_posted_again_on_its_day(house: House, clock: Clock) -> None:
    wishes(house, "opens")
    clock.move(days=31)
    eventually(lambda: len(house.all(Poll)) == 2)
    eventually(lambda: len([one for one in house.said(NETWORK) if QUESTION in one["text"]]) >= 3)
    told = amir(house).told()[-1]["text"]
    assert said.ASKED("nb", question=QUESTION, when="mandag 13. april kl. 15.00") in told
    newest = [one for one in house.said(NETWORK) if "poll.vote" in actions(one)][-1]
    votes(house.ola, newest, 1)
    house.rest()
    assert presses(house, house.staff.id, "poll.result", house.all(Poll)[0].id).ok
    shown = amir(house).private(NETWORK)[-1]
    assert REPEATS("nb", rule=RULE, when="fredag 10. juli kl. 09.00") in shown["text"]
    amir(house).presses(shown, "poll.stop", NETWORK)
    assert said.STOPPED("nb", question=QUESTION) in amir(house).private(NETWORK)[-1]["text"]
    assert house.all(PollRepeat) == []
    assert STOP.nb not in words(amir(house).types("/naering resultat"))


def test_a_reminder_leads_to_the_form_that_asks_the_same(house: House, clock: Clock) -> None:
    wishes(house, "ready")
    clock.move(days=31)
    eventually(lambda: [one for one in amir(house).told() if "tid for å spørre igjen" in one["text"]])
    told = amir(house).told()[-1]
    assert len(house.all(Poll)) == 1
    assert outcome_words.AGAIN.nb in words(told)
    amir(house).presses(told, "poll.new")
    inputs = {block["block_id"]: block["element"] for block in amir(house).modal["blocks"] if block["type"] == "input"}
    assert QUESTION in [element.get("initial_value") for element in inputs.values()]


def test_members_neither_repeat_a_poll_nor_stop_it(house: House) -> None:
    wishes(house, "opens")
    for action in ("repeat", "stop"):
        presses(house, KARI, f"poll.{action}", house.all(Poll)[0].id)
    house.rest()
    refused = [one for one in house.kari.private() if members.NOT_ALLOWED.nb in one["text"]]
    assert (len(refused), len(house.all(PollRepeat)), house.workspace.modals(KARI)) == (2, 1, [])


def test_what_was_allowed_when_the_form_was_opened_is_looked_at_again_when_it_is_sent(house: House) -> None:
    makes(house)
    poll = house.all(Poll)[0]
    form = {"first": "2026-04-10", "often": "quarter", "days": "3", "how": "opens"}

    def sent(data: str) -> None:
        submits(house, house.staff.id, "poll.repeat", data, **form)

    sent(f"{poll.id} {NETWORK}")  # it is open
    assert presses(house, house.staff.id, "poll.close", poll.id).ok
    with house.bot.parts.database.write() as session:
        session.execute(sa.update(Poll).values(private=True, made_by=None))
    sent(poll.id)  # from elsewhere
    assert house.all(PollRepeat) == []
    sent(f"{poll.id} {NETWORK}")
    assert [row.series for row in house.all(PollRepeat)] == [poll.id]
