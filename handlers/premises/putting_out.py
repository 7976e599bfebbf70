"""The owner's side: put out, change, still vacant, taken off."""

from bot.core.blocks import Message, actions, button, section
from bot.core.texts import Text
from bot.domain import members
from bot.domain.companies import rows as companies
from bot.domain.premises import offering, rows
from bot.domain.premises.rows import Premises
from bot.slack.context import Ctx
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from handlers.premises import forms, views, words
from handlers.premises.browsing import mine, reader


def open_new(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        company = companies.of(session, ctx.person)
    view = forms.new(ctx.lang, ctx.person, company.name if company else "", reader(ctx).areas)
    return Reply(push=view) if ctx.view_id else Reply(open=view)


def create(ctx: Ctx) -> Reply:
    details, faults = offering.read(_typed(ctx), reader(ctx).areas)
    if faults:
        return Reply.refused(faults, ctx.lang)
    with ctx.once() as session:
        members.meet(session, ctx.person)
        company = companies.of(session, ctx.person)
        premises = offering.offer(session, ctx.person, company.id if company else None, details, ctx.now)
    said = words.OUT(ctx.lang, title=premises.name(ctx.lang))
    return Reply(update=views.notice(ctx.lang, words.NEW, said))


def open_edit(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        premises = rows.for_change(session, ctx.value, ctx.person)
    view = forms.edit(ctx.lang, premises, reader(ctx).areas)
    return Reply(push=view) if ctx.view_id else Reply(open=view)


def change(ctx: Ctx) -> Reply:
    premises_id, _, seen = ctx.data.partition(" ")
    with ctx.parts.read() as session:
        before = rows.for_change(session, premises_id, ctx.person)
    details, faults = offering.read(_typed(ctx), {*reader(ctx).areas, before.area})
    if faults:
        return Reply.refused(faults, ctx.lang)
    with ctx.once() as session:
        premises = offering.change(session, premises_id, seen, ctx.person, details, ctx.now)
    said = words.SAVED(ctx.lang, title=premises.name(ctx.lang))
    return Reply(update=views.notice(ctx.lang, words.EDIT_TITLE, said))


def _typed(ctx: Ctx) -> dict[str, str]:
    return {name: "" if given == forms.NONE else given for name, given in ctx.fields.items()}


def still_vacant(ctx: Ctx) -> Reply:
    """«Ja, fortsatt ledig», «Legg ut igjen»."""
    with ctx.once() as session:
        premises = offering.confirm(session, ctx.value, ctx.person, ctx.now)
    return _done(ctx, premises, words.VACANT)


def take_off(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        premises = offering.take_off(session, ctx.value, ctx.person, ctx.now)
    return _done(ctx, premises, words.TAKEN)


def _done(ctx: Ctx, premises: Premises, words_for: Text) -> Reply:
    said = words_for(ctx.lang, title=premises.name(ctx.lang))
    if ctx.view_id:
        return Reply(update=mine(ctx) if ctx.data == views.OWN else views.notice(ctx.lang, words.ONE, said))
    back = [actions(button(words.PUT_BACK[ctx.lang], "premises.vacant", premises.id))]
    return Reply(private=Message(said, [section(said), *(back if words_for is words.TAKEN else [])]))


def register(listen: Listen) -> None:
    listen.action("premises.new", open_new)
    listen.view("premises.create", create)
    listen.action("premises.edit", open_edit)
    listen.view("premises.change", change)
    listen.action("premises.vacant", still_vacant)
    listen.action("premises.taken", take_off)
