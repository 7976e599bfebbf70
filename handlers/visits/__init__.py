"""Visits to companies: `/naering besøk`, from a company's invitation to the promises that are kept."""

from bot.domain.visits import merging, person
from bot.slack.feature import Feature
from bot.slack.listen import Listen
from handlers.visits import afterwards, company, desk, staff_words, telling, words


def register(listen: Listen) -> None:
    listen.command(words.WORD, desk.overview)
    listen.action("visit.own", company.overview)
    listen.action("visit.ask", company.open_form)
    listen.view("visit.ask", company.ask)
    listen.action("visit.withdraw", company.withdraw)
    listen.action("visit.pick", company.pick)
    listen.action("visit.none", company.open_none)
    listen.view("visit.none", company.none_fits)
    listen.action("visit.calendar", company.calendar_file)
    listen.action("visit.queue", desk.turn)
    listen.action("visit.agreed", desk.agreements)
    listen.action("visit.propose", desk.open_propose)
    listen.view("visit.propose", desk.propose)
    listen.action("visit.agree", desk.open_agree)
    listen.view("visit.agree", desk.agree)
    listen.action("visit.off", desk.open_off)
    listen.view("visit.off", desk.call_off)
    listen.action("visit.merge", desk.open_merge)
    listen.view("visit.merge", desk.merge)
    listen.action("visit.split", desk.split)
    listen.action("visit.notes", afterwards.open_notes)
    listen.view("visit.notes", afterwards.write_notes)
    listen.action("visit.not_held", afterwards.not_held)
    listen.action("visit.promises", afterwards.listing)
    listen.action("visit.promise", afterwards.open_new)
    listen.view("visit.promise", afterwards.give)
    listen.action("visit.promise_edit", afterwards.open_change)
    listen.view("visit.promise_edit", afterwards.change)
    listen.action("visit.close", afterwards.open_close)
    listen.view("visit.close", afterwards.close)
    listen.action("visit.years", afterwards.years)
    listen.action("visit.csv", afterwards.as_csv)


FEATURE = Feature(
    "visits",
    register,
    home=company.home,
    menu=(words.LINE,),
    menu_for={"staff": (staff_words.LINE,)},
    buttons=((words.INVITE, "visit.ask"),),
    nightly=person.forget_with_time,
    due=telling.DUE,
    merge=merging.merge,
    forget=person.forget,
    export=person.export,
)
