"""Looking around: the list with its filters, the search, one in full, searches that are kept."""

from dataclasses import replace

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, View, modal, section
from bot.core.errors import UserError
from bot.core.texts import escape
from bot.domain import members
from bot.domain.companies import rows as companies
from bot.domain.premises import alerts, offering, rows, searching
from bot.domain.premises.rows import Premises
from bot.domain.premises.searching import Search
from bot.slack.context import Ctx
from bot.slack.listen import Listen
from bot.slack.paging import page
from bot.slack.reply import Reply
from bot.slack.words import CLOSE
from handlers.premises import forms, views, words
from handlers.premises.views import Reader
from knowledge import routes

ZONING = "regulering"  # the topic whose contact stands beside an area


def reader(ctx: Ctx) -> Reader:
    return Reader(ctx.lang, ctx.local, companies.areas(ctx.parts.library().entries))


def overview(ctx: Ctx) -> Reply:
    return Reply(private=_list(ctx, Search()))


def choose(ctx: Ctx) -> Reply:
    """A filter, in the message or in the window of results."""
    return _shown(ctx, searching.read(ctx.value))


def turn(ctx: Ctx) -> Reply:
    begins, _, written = ctx.value.partition(" ")
    return _shown(ctx, searching.read(written), begins)


def _shown(ctx: Ctx, search: Search, begins: str = "") -> Reply:
    """In the place of the list that was pressed."""
    if ctx.view_id:
        return Reply(update=_results(ctx, search, begins))
    return Reply(private=_list(ctx, search, begins), instead=True)


def _list(ctx: Ctx, search: Search, begins: str = "") -> Message:
    lines, blocks = _found(ctx, search, begins)
    return Message("\n".join(lines), blocks)


def _results(ctx: Ctx, search: Search, begins: str = "") -> View:
    _, blocks = _found(ctx, search, begins)
    return modal("notice", words.TITLE[ctx.lang], blocks, close=CLOSE[ctx.lang])


def _found(ctx: Ctx, search: Search, begins: str) -> tuple[list[str], list[Block]]:
    with ctx.parts.read() as session:
        found = page(searching.found(session, search, ctx.now), begins, views.PAGE)
        busy = bool(rows.own(session, ctx.person) or searching.kept(session, ctx.person))
        touched = rows.touched(session)
    return views.listing(found, search, touched, replace(reader(ctx), busy=busy))


# --- the search ---


def open_search(ctx: Ctx) -> Reply:
    view = forms.search(ctx.lang, searching.read(ctx.value), reader(ctx).areas)
    return Reply(update=view) if ctx.view_id else Reply(open=view)


def find(ctx: Ctx) -> Reply:
    """What is found stands in the form's place."""
    given = {name: "" if picked == forms.NONE else picked for name, picked in ctx.fields.items()}
    size = offering.size(given.get("size", ""), "size")
    written = "|".join([given.get("kind", ""), "", "", given.get("price", ""), given.get("by", "")])
    search = searching.read(written)
    if given.get("by") and search.by is None:
        raise UserError(offering.NO_DATE, field="by")
    area = given.get("area", "")
    if area and area not in reader(ctx).areas:
        raise UserError(offering.NO_AREA, field="area")
    return Reply(update=_results(ctx, Search(search.kind, area, size, search.price, search.by)))


# --- one of them ---


def show(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        premises = rows.seen_by(session, ctx.value, ctx.person, ctx.now)
        mine = rows.may_change(session, premises, ctx.person)
        owner = owner_of(session, premises)
    route = routes.route(ZONING, premises.area, ctx.parts.library()) if premises.area else None
    view = views.whole(premises, owner, route, reader(ctx), mine=mine)
    return Reply(push=view) if ctx.view_id else Reply(open=view)


def owner_of(session: Session, premises: Premises) -> str:
    """The company, else who put it out; as markup."""
    company = companies.names(session, [premises.company]).get(premises.company) if premises.company else None
    if company:
        return escape(company)
    return f"<@{premises.by}>" if premises.by else escape(premises.contact)


# --- what is one's own ---


def open_mine(ctx: Ctx) -> Reply:
    view = mine(ctx)
    return Reply(push=view) if ctx.view_id else Reply(open=view)


def mine(ctx: Ctx) -> View:
    with ctx.parts.read() as session:
        own, kept = rows.own(session, ctx.person)[: views.MOST], searching.kept(session, ctx.person)
    return views.mine(own, kept, reader(ctx))


def keep(ctx: Ctx) -> Reply:
    wanted = searching.read(ctx.value)
    known = reader(ctx)
    if wanted.area and wanted.area not in known.areas:
        raise UserError(offering.NO_AREA)
    with ctx.once() as session:
        members.meet(session, ctx.person)
        saved = searching.keep(session, ctx.person, wanted, ctx.now)
        muted = alerts.KIND in members.muted(session, ctx.person)
        search = views.described(searching.read(saved.wanted), known)
    said = words.KEPT(ctx.lang, search=search, mine=words.MINE[ctx.lang])
    return _told(ctx, f"{said} {words.KEPT_MUTED[ctx.lang]}" if muted else said)


def stop(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        search = searching.stop(session, ctx.person, ctx.value)
    if ctx.view_id and ctx.data == views.OWN:
        return Reply(update=mine(ctx))
    return _told(ctx, words.STOPPED(ctx.lang, search=views.described(search, reader(ctx))))


def _told(ctx: Ctx, said: str) -> Reply:
    """Over the window, where it was pressed in one."""
    if ctx.view_id:
        return Reply(push=modal("notice", words.TITLE[ctx.lang], [section(said)], close=CLOSE[ctx.lang]))
    return Reply(private=Message(said))


def register(listen: Listen) -> None:
    listen.command(words.WORD, overview)
    listen.action("premises.filter", choose)
    listen.action("premises.list", turn)
    listen.action("premises.search", open_search)
    listen.view("premises.find", find)
    listen.action("premises.show", show)
    listen.action("premises.mine", open_mine)
    listen.action("premises.keep", keep)
    listen.action("premises.stop", stop)
