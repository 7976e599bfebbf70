"""No modal is forgotten: wrong input is shown in the browser in each, save where nothing can be wrong."""

from tests.browser import (
    test_ask,
    test_broadcasts,
    test_companies,
    test_content,
    test_events,
    test_guides,
    test_members,
    test_polls,
    test_premises,
)
from tests.browser.test_wrong_gatherings import AFTER_THE_VISIT, BEFORE_THE_VISIT, EVENTS, PREMISES
from tests.browser.test_wrong_knowledge import ANSWERS, COMPANIES
from tests.browser.test_wrong_questions import ANNOUNCEMENTS, POLLS, SURVEYS
from tests.house import House

TABLES = (EVENTS, BEFORE_THE_VISIT, AFTER_THE_VISIT, PREMISES, POLLS, SURVEYS, ANNOUNCEMENTS, ANSWERS, COMPANIES)

ON_THE_WAY = {
    "broadcast.preview": test_broadcasts.test_an_announcement_reaches_a_member_who_then_wants_no_more,
    "companies.search": test_companies.found,
    "content.preview": test_content.test_an_answer_is_corrected_and_the_correction_undone,
    "event.create": test_events.test_a_member_signs_up_and_is_reminded,
    "inquiry.send": test_ask.test_what_is_not_known_goes_to_a_person_and_comes_back,
    "members.role": test_members.test_a_role_is_given_to_a_member_and_to_nobody_else,
    "members.save": test_members.test_a_newcomer_tells_about_themselves_and_finds_it_in_their_language,
    "poll.make": test_polls.made,
    "premises.create": test_premises.puts_out,
    "support.show": test_guides.test_a_young_company_finds_its_support_and_keeps_it,
}
"""Where wrong input belongs to a longer story."""

NO_FIELDS, CHOICES = "it has no fields", "all that its menus and boxes offer can be taken"
NOTHING_WRONG = {
    "broadcast.send": NO_FIELDS,
    "companies.link": NO_FIELDS,
    "companies.pick": CHOICES,
    "contact.show": CHOICES,
    "content.kind": CHOICES,
    "content.publish": NO_FIELDS,
    "event.attend": CHOICES,
    "event.cancel": CHOICES,
    "event.invited": CHOICES,
    "event.publish": NO_FIELDS,
    "event.reminders": CHOICES,
    "inquiry.confirm": NO_FIELDS,
    "survey.preview": "it shows how a survey will look, and takes nothing",
    "visit.merge": CHOICES,
}


def test_wrong_input_is_shown_in_each_modal_in_which_something_can_be_wrong(house: House) -> None:
    shown = [*(name for table in TABLES for name in table), *ON_THE_WAY, *NOTHING_WRONG]
    assert sorted(shown) == sorted(house.bot.listen.names("view"))
