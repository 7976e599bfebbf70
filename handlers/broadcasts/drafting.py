"""An organizer writes, looks at it in each language, tries it out, and sends it."""

from dataclasses import asdict

from sqlalchemy.orm import Session

from bot.core.blocks import View, context
from bot.core.errors import UserError
from bot.core.texts import LANGUAGES, Lang
from bot.domain import members
from bot.domain.broadcasts import approving as rules
from bot.domain.broadcasts import tables, writing
from bot.domain.broadcasts.tables import KINDS, Broadcast
from bot.slack import channels
from bot.slack.context import Ctx
from bot.slack.fields import picked_time
from bot.slack.listen import Listen
from bot.slack.once import hashed
from bot.slack.reply import Reply
from bot.slack.words import SEND
from handlers.broadcasts import approving, approving_words, feeding, forms, letters, progress, views, words
from scheduler import due
from scheduler.outbox import ANSWER, Outgoing, enqueue


def open_form(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
        offered = letters.attachable(ctx.parts, session, ctx.person, ctx.lang, ctx.now)
    return Reply(open=forms.form(ctx.lang, offered))


def preview(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
        offered = dict(letters.attachable(ctx.parts, session, ctx.person, ctx.lang, ctx.now))
    if (attached := ctx.fields.get("attached", "")) and attached not in offered:
        raise UserError(words.NO_ATTACHMENT, field="attached")
    written = Broadcast(
        by=ctx.person,
        nb=ctx.fields.get("nb", "").strip(),
        nn=ctx.fields.get("nn", "").strip(),
        en=ctx.fields.get("en", "").strip(),
        channel=ctx.fields.get("channel") or None,
        at=picked_time(ctx.fields.get("at", "")),
        created_at=ctx.now,
        kind=next((kind for kind in KINDS if kind == ctx.fields.get("kind")), "news"),
        reason=ctx.fields.get("reason", "").strip(),
        attached=attached,
    )
    if refused := channels.look(ctx.parts.api, written.channel or "").refused:
        raise refused
    with ctx.once() as session:
        return Reply(push=shown(ctx, session, writing.draft(session, written, ctx.now)))


def read_in(ctx: Ctx) -> Reply:
    """The preview in another language."""
    draft_id, _, wanted = ctx.value.partition(" ")
    with ctx.parts.read() as session:
        draft = tables.own_draft(session, draft_id, ctx.person)
        lang = next((each for each in LANGUAGES if each == wanted), ctx.lang)
        return Reply(update=shown(ctx, session, draft, lang))


def shown(ctx: Ctx, session: Session, draft: Broadcast, lang: Lang | None = None) -> View:
    """The preview, in the language of the one who looks or another."""
    letter = letters.letter(ctx.parts, session, draft, lang or ctx.lang, ctx.now)
    return forms.preview(ctx.lang, draft, forecast(ctx, session, draft), lang or ctx.lang, letter, _sends(ctx, session))


def _sends(ctx: Ctx, session: Session) -> str:
    return (approving_words.ASK if rules.two_needed(session) else SEND)[ctx.lang]


def forecast(ctx: Ctx, session: Session, draft: Broadcast) -> str:
    """«Hvem får den?» in counts."""
    told = writing.forecast(session, draft, ctx.now, ctx.parts.quiet, ctx.parts.settings.default_language)
    return forms.forecast(ctx.lang, draft, told, ctx.now, ctx.parts.quiet)


def test(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        broadcast = tables.for_organizer(session, ctx.value, ctx.person)
        letter = letters.letter(ctx.parts, session, broadcast, ctx.lang, ctx.now)
        message = asdict(views.test(ctx.lang, letter))
        key = f"broadcast:{broadcast.id}:test:{hashed(ctx.keys[0])}"
        enqueue(session, Outgoing(key, ctx.person, message, priority=ANSWER))
        view = shown(ctx, session, broadcast)
    return Reply(update=view | {"blocks": [*view["blocks"], context(words.SENT_TO_ME[ctx.lang])]})


def send(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        broadcast = rules.send(session, ctx.data, ctx.person, ctx.now, ctx.parts.settings.default_language)
        session.flush()
        progress.tell(session, broadcast, ctx.lang)
        if broadcast.state == "asked":
            approving.ask_others(ctx, session, broadcast)
        else:
            due.schedule(session, feeding.FEED, broadcast.id, broadcast.at or ctx.now)
    return Reply(close=True)


def register(listen: Listen) -> None:
    listen.action("broadcast.new", open_form)
    listen.view("broadcast.preview", preview)
    listen.action("broadcast.read", read_in)
    listen.action("broadcast.test", test)
    listen.view("broadcast.send", send)
