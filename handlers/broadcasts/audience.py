"""«Mottakere»: whom an announcement is for, counted while it is chosen; segments kept with a name."""

from bot.domain import members
from bot.domain.broadcasts import segments, tables, writing
from bot.domain.broadcasts.segments import TRAITS
from bot.domain.companies import rows as companies
from bot.slack.context import Ctx
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from handlers.broadcasts import audience_views, drafting
from handlers.broadcasts.audience_views import Begun


def choose(ctx: Ctx) -> Reply:
    """In the place of the preview, which comes back when it is submitted."""
    with ctx.parts.read() as session:
        draft = tables.own_draft(session, ctx.value, ctx.person)
    return _form(ctx, Begun(draft.id, draft.segment))


def count(ctx: Ctx) -> Reply:
    """Something was chosen or taken away."""
    draft_id, _, saved = ctx.data.partition(" ")
    return _form(ctx, Begun(draft_id, _chosen(ctx), saved))


def reuse(ctx: Ctx) -> Reply:
    """One of those that are kept."""
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
        kept = segments.find(session, ctx.value)
    return _form(ctx, Begun(ctx.data.partition(" ")[0], kept.chosen, kept.id))


def delete(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        segments.delete(session, ctx.value, ctx.person, ctx.now)
    return _form(ctx, Begun(ctx.data.partition(" ")[0], _chosen(ctx)))


def use(ctx: Ctx) -> Reply:
    chosen, name = segments.checked(_chosen(ctx), _areas(ctx)), ctx.fields.get("name", "").strip()
    with ctx.once() as session:
        draft = writing.choose(session, ctx.data.partition(" ")[0], ctx.person, chosen)
        if name:
            segments.save(session, name, chosen, ctx.person, ctx.now)
        return Reply(update=drafting.shown(ctx, session, draft))


def _chosen(ctx: Ctx) -> dict[str, list[str]]:
    return {trait: picked.split("\n") for trait in TRAITS if (picked := ctx.fields.get(trait))}


def _areas(ctx: Ctx) -> list[str]:
    return list(companies.areas(ctx.parts.library().entries))


def _form(ctx: Ctx, begun: Begun) -> Reply:
    with ctx.parts.read() as session:
        draft = tables.own_draft(session, begun.draft, ctx.person)
        session.expunge(draft)  # it is only counted who would get it
        draft.segment = dict(begun.chosen)
        told, kept = drafting.forecast(ctx, session, draft), segments.saved(session)
    areas = companies.areas(ctx.parts.library().entries)
    return Reply(update=audience_views.form(ctx.lang, begun, kept, areas, told))


def register(listen: Listen) -> None:
    listen.action("broadcast.choose", choose)
    listen.action("broadcast.count", count)
    listen.action("broadcast.reuse", reuse)
    listen.action("broadcast.unsave", delete)
    listen.view("broadcast.audience", use)
