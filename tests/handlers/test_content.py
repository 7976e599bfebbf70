"""Editors look after the content in Slack, and what they do is in effect at once."""

from dataclasses import asdict
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from bot.domain import members
from bot.domain.entries import details, editing, versions, writing
from bot.domain.entries.drafts import EntryDraft
from bot.domain.entries.versions import EntryVersion
from bot.domain.members import NOT_ALLOWED
from bot.workspace.block_kit import faults
from bot.workspace.shapes import Json
from handlers.content import checking
from handlers.content import words as said
from scheduler.due import DueWork
from tests.clock import Clock
from tests.handlers.forging import presses
from tests.handlers.polling import bare, fills
from tests.house import House, Person, actions, words
from tests.slacks import KARI, NETWORK, OLA, OTHER_STAFF, STAFF, STAFF_MEMBER
from tests.waiting import eventually

QUESTION = "Hva er planene for Visperud?"
NAME = "area.visperud"
NEW = {
    **{f"title_{lang}": "Eksempelparken" for lang in ("nb", "nn", "en")},
    "question_nb": "Hva er Eksempelparken?",
    "question_nn": "Kva er Eksempelparken?",
    "question_en": "What is Eksempelparken?",
    "text_nb": "Eksempelparken er et oppdiktet næringsområde.",
    "text_nn": "Eksempelparken er eit oppdikta næringsområde.",
    "text_en": "Eksempelparken is a made-up business area.",
    "document": "Eksempelplanen",
    "as_of": "2026",
}


@pytest.fixture
def editor(house: House) -> Person:
    """Ola, who is an editor and nothing more."""
    with house.bot.parts.database.write() as session:
        members.give_role(session, STAFF_MEMBER, OLA, "editor", house.bot.parts.now())
    return house.ola


def opens(person: Person, asked: str) -> Json:
    """Find an entry and open it."""
    assert person.workspace.command(person.id, NETWORK, "/naering innhold") == {}
    assert person.submits(words=asked) == {}
    assert person.presses_in(person.modal, "content.open") == {}
    assert faults("modal", bare(person.modal)) == []
    return person.modal


def published(house: House) -> list[tuple[str, str | None]]:
    return [(row.act, row.who) for row in house.all(EntryVersion)]


def answers(house: House, words_of_it: str) -> None:
    """Until the bot answers so."""
    eventually(lambda: words_of_it in house.kari.types(f"/naering {QUESTION}")["text"])


def test_an_entry_is_corrected_previewed_published_and_undone(house: House, editor: Person) -> None:
    entry = opens(editor, "Visperud")
    assert "`area.visperud`" in words(entry)
    assert said.NO_HISTORY.nb in words(entry)
    assert editor.presses_in(entry, "content.edit") == {}
    assert faults("modal", bare(editor.modal)) == []
    assert fills(editor, text_nb="Nytt <!channel> svar.", text_nn="Nytt svar.", text_en="New answer.") == {}
    assert faults("modal", bare(editor.modal)) == []
    assert "Nytt &lt;!channel&gt; svar." in words(editor.modal)
    assert "New answer." in words(editor.modal)
    assert published(house) == []
    assert editor.submits() == {}
    assert house.workspace.modals(OLA) == []
    assert published(house) == [("corrected", OLA)]
    answers(house, "Nytt &lt;!channel&gt; svar.")
    told = editor.told()[-1]
    assert told["text"] == said.PUBLISHED.nb.format(title="Visperud")
    assert editor.presses(told, "content.undo") == {}
    answers(house, "Visperud skal bli et viktig næringsområde")
    assert published(house) == [("corrected", OLA), ("undone", OLA)]
    assert house.all(EntryDraft) == []


def test_a_new_entry_answers_its_question(house: House, editor: Person) -> None:
    assert editor.workspace.command(OLA, NETWORK, "/naering innhold") == {}
    assert editor.presses_in(editor.modal, "content.new") == {}
    assert fills(editor, kind="plan") == {}
    assert fills(editor, **NEW) == {}
    assert editor.submits() == {}
    assert [row.entry for row in house.all(EntryVersion)] == ["plan.eksempelparken"]
    eventually(lambda: NEW["text_nn"] in house.kari.types("/naering Kva er Eksempelparken?")["text"])


def test_what_is_wrong_is_said_at_the_fields_and_nothing_is_lost(house: House, editor: Person) -> None:
    assert editor.workspace.command(OLA, NETWORK, "/naering innhold") == {}
    editor.presses_in(editor.modal, "content.new")
    fills(editor, kind="contact")
    wrong = {
        "role_nb": "Enheten",
        "role_nn": "Eininga",
        "role_en": "The unit",
        "email": "post@",
        "phone": "123",
        "as_of": "i fjor",
        "deadline": "31.12.2026",
        "until": "2020-12-31",
        "title_nb": "  ",
        "source_url": "ftp://x",
    }
    assert fills(editor, **NEW | wrong) == {
        "errors": {
            "title_nb": writing.EMPTY.nb,
            "email": writing.NO_EMAIL.nb,
            "phone": writing.NO_PHONE.nb,
            "as_of": writing.NO_AS_OF.nb,
            "deadline": writing.NO_DATE.nb,
            "until": writing.PASSED.nb,
            "source_url": writing.NO_URL.nb,
        }
    }
    assert editor.modal["callback_id"] == "content.preview"
    assert house.all(EntryDraft) == []


def test_topics_areas_links_names_and_figures_are_changed_in_a_form_of_their_own(house: House, editor: Person) -> None:
    before = house.bot.parts.library().entries[NAME]
    editor.presses_in(opens(editor, NAME), "content.more")
    assert faults("modal", bare(editor.modal)) == []
    assert "Emner" in str(editor.modal)
    given = {"aliases": "Vispa\nVisperudfeltet", "topics": "REGULERING", "areas": "Visperud", "links": "Fjellhamar"}
    assert fills(editor, **given, facts="skole: ja\nvedtatt: 15.03.2023") == {}
    assert editor.submits() == {}
    (row,) = house.all(EntryVersion)
    after = versions.held(row)
    assert after is not None
    assert (after.aliases, after.topics, after.areas) == (("Vispa", "Visperudfeltet"), ("regulering",), (NAME,))
    assert (after.links, after.facts) == (("area.fjellhamar",), {"skole": "ja", "vedtatt": "15.03.2023"})
    assert after.text == before.text
    told = editor.told()[-1]
    assert editor.presses(told, "content.more") == {}
    assert editor.modal["callback_id"] == "content.details"
    assert "Visperudfeltet" in str(editor.modal)


def test_what_is_wrong_around_an_answer_is_said_at_its_field(house: House, editor: Person) -> None:
    editor.presses_in(opens(editor, NAME), "content.more")
    wrong = {
        "topics": "fjas",
        "areas": "Atlantis",
        "links": "Ingenting slikt",
        "facts": "bare ord",
        "aliases": "x" * 101,
    }
    assert fills(editor, **wrong) == {
        "errors": {
            "aliases": writing.TOO_LONG.nb.format(most=100),
            "topics": "«fjas» er ikke et emne i ordlista.",
            "areas": "Det finnes ikke noe område «Atlantis».",
            "links": "Det finnes ingen oppføring «Ingenting slikt» å vise til.",
            "facts": details.NO_FACT.nb.format(line="bare ord"),
        }
    }
    assert fills(editor, facts="plasser: 99 999", aliases="", topics="", areas="", links="") == {
        "errors": {"facts": "plasser er 99999, men det tallet står ikke i teksten."}
    }
    assert published(house) == []


def test_a_new_area_needs_its_contact_which_is_named_in_the_form(editor: Person) -> None:
    editor.workspace.command(OLA, NETWORK, "/naering innhold")
    editor.presses_in(editor.modal, "content.new")
    fills(editor, kind="area")
    assert list(fills(editor, **NEW)["errors"]) == ["handled_by"]
    assert list(fills(editor, **NEW, handled_by="Ingen slik")["errors"]) == ["handled_by"]
    assert fills(editor, **NEW, handled_by="contact.regulering") == {}


def test_what_breaks_the_rules_is_not_published(editor: Person) -> None:
    editor.presses_in(opens(editor, NAME), "content.edit")
    told = fills(editor, text_nb="Det er 2010 plasser.", text_nn="Det er 3010 plassar.", text_en="There are 2,450.")
    assert told["errors"] == {
        "text_nn": "Bokmål og nynorsk har ulike tall: 2010 står bare i den ene.",
        "text_en": "Bokmål og engelsk har ulike tall: 2010 står bare i den ene.",
    }


def test_it_is_verified_and_retired_and_the_history_tells_who(house: House, editor: Person) -> None:
    assert editor.presses_in(opens(editor, NAME), "content.verify") == {}
    assert said.DONE.nb in words(editor.modal)
    answers(house, "kontrollert 10. mars 2026")
    assert editor.presses_in(editor.modal, "content.retire") == {}
    assert said.RETIRED.nb in words(editor.modal)
    assert actions(editor.modal) == ["content.undo"]
    assert f"10. mars 2026: trukket tilbake (<@{OLA}>)" in words(editor.modal)
    eventually(lambda: house.bot.parts.library().find(NAME) is None)
    assert editor.presses_in(editor.modal, "content.undo") == {}
    answers(house, "kontrollert 10. mars 2026")


def test_who_was_slower_is_told_and_nothing_is_overwritten(house: House, editor: Person) -> None:
    editor.presses_in(opens(editor, NAME), "content.edit")
    fills(editor, text_nb="Mitt.", text_nn="Mitt.", text_en="Mine.")
    house.staff.presses_in(opens(house.staff, NAME), "content.verify")
    editor.submits()
    assert editing.CHANGED.nb in words(editor.modal)
    assert published(house) == [("verified", STAFF_MEMBER)]


def test_the_home_tab_leads_editors_there_and_nobody_else(house: House, editor: Person) -> None:
    assert editor.presses_in(editor.home(), "content.overview") == {}
    assert editor.modal["callback_id"] == "content.find"
    assert "content.overview" not in actions(house.kari.home())


def test_a_member_has_no_way_in(house: House) -> None:
    assert house.kari.types("/naering innhold")["text"] == NOT_ALLOWED.nb


@pytest.mark.parametrize(
    "action", ["open", "edit", "more", "verify", "retire", "undo", "ours", "files", "new", "overview"], ids=str
)
def test_a_member_who_replays_an_editors_button_is_refused(house: House, editor: Person, action: str) -> None:
    editor.presses_in(opens(editor, NAME), "content.verify")
    (before,) = house.all(EntryVersion)
    value = NAME if action == "open" else f"{before.id} {NAME}"
    assert presses(house, KARI, f"content.{action}", value).ok
    assert house.kari.private()[-1]["text"] == NOT_ALLOWED.nb
    assert (house.workspace.modals(KARI), published(house)) == ([], [("verified", OLA)])


@pytest.mark.parametrize("value", ["", "0", "x area.visperud", "-1 area.visperud", "0 area.borte", "٣ area.visperud"])
def test_a_forged_name_is_refused(house: House, editor: Person, value: str) -> None:
    assert presses(house, OLA, "content.retire", value).ok
    assert editor.private()[-1]["text"] == editing.GONE.nb
    assert published(house) == []


def test_an_editor_no_more_publishes_nothing(house: House, editor: Person) -> None:
    editor.presses_in(opens(editor, NAME), "content.edit")
    fills(editor, text_nb="Mitt.", text_nn="Mitt.", text_en="Mine.")
    with house.bot.parts.database.write() as session:
        members.give_role(session, STAFF_MEMBER, OLA, "member", house.bot.parts.now())
    editor.submits()
    assert NOT_ALLOWED.nb in words(editor.modal)
    assert published(house) == []


def test_once_a_month_the_staff_see_what_is_to_be_checked(house: House, clock: Clock) -> None:
    house.night()
    assert house.said(STAFF) == []
    clock.move(days=22)  # 1 April 2026, the day before Maundy Thursday
    eventually(lambda: house.said(STAFF))
    (listed,) = house.said(STAFF)
    late = versions.due(house.bot.parts.library().entries.values(), clock().date())
    assert listed["text"].splitlines()[0] == checking.HEADING("nb", len(late))
    assert actions(listed) == ["content.verify", "content.open"] * checking.MOST
    assert faults("message", {"blocks": listed["blocks"]}) == []
    assert house.other_staff.presses(listed, "content.verify", STAFF) == {}
    assert published(house) == [("verified", OTHER_STAFF)]
    eventually(lambda: house.bot.parts.library().entries[late[0].id].verified)
    assert late[0] not in versions.due(house.bot.parts.library().entries.values(), clock().date())
    (due,) = (row for row in house.all(DueWork) if row.kind == checking.WORK)
    assert due.due_at == datetime(2026, 5, 1, 7, tzinfo=UTC)


def test_what_has_ended_is_not_confirmed_and_why_is_said_there(house: House, editor: Person, clock: Clock) -> None:
    ending = house.bot.parts.library().entries["plan.knutepunkter"]
    clock.move(days=300)  # into 2027, and it applied until the end of 2026
    editor.presses_in(opens(editor, ending.question.nb), "content.verify")
    assert "Dette gjaldt til 31. desember 2026. Rett «Gjelder til og med»" in words(editor.modal)
    assert published(house) == []
    listed = checking.listed("nb", [ending], {}, clock().date())
    assert actions(asdict(listed)) == ["content.open"]
    assert "Dette gjaldt til 31. desember 2026." in listed.text


def test_what_editors_did_is_given_to_them_and_loses_their_name(house: House, editor: Person) -> None:
    editor.presses_in(opens(editor, NAME), "content.verify")
    editor.presses_in(editor.modal, "content.edit")
    fills(editor, text_nb="Mitt.", text_nn="Mitt.", text_en="Mine.")
    with house.bot.parts.read() as session:
        assert [one["act"] for one in versions.export(session, OLA)] == ["verified"]
    house.workspace.command(OLA, NETWORK, "/naering personvern")
    editor.presses(editor.private()[-1], "privacy.delete", NETWORK)
    assert (published(house), house.all(EntryDraft)) == ([("verified", None)], [])


def test_a_conflict_with_newer_files_is_listed_and_settled(house: House, editor: Person) -> None:
    editor.presses_in(opens(editor, NAME), "content.verify")
    with house.bot.parts.database.write() as session:
        session.execute(sa.update(EntryVersion).values(basis="older"))
    house.workspace.command(OLA, NETWORK, "/naering innhold")
    assert said.CONFLICTS.nb in words(editor.modal)
    editor.presses_in(editor.modal, "content.open")
    assert "Filene sier noe nyere" in words(editor.modal)
    editor.presses_in(editor.modal, "content.files")
    assert "content.files" not in actions(editor.modal)
    assert published(house) == [("verified", OLA), ("settled", OLA)]


def test_an_editor_corrects_the_answer_from_below_it_and_nobody_else_sees_the_button(
    house: House, editor: Person
) -> None:
    answer = editor.asks(QUESTION)
    assert editor.presses(answer, "content.open") == {}
    assert "`area.visperud`" in words(editor.modal)
    assert "content.open" in actions(editor.types(f"/naering {QUESTION}"))
    assert "content.open" not in actions(editor.mentions(QUESTION))
    assert "content.open" not in actions(house.kari.asks(QUESTION))
