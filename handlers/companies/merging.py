"""Staff merge two companies that are the same."""

from collections.abc import Sequence

from bot.core.blocks import context, input_of, modal
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.companies import merging, rows
from bot.domain.companies.merging import GONE, KEPT, Merge
from bot.slack import choosing
from bot.slack.context import Ctx
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.slack.words import CANCEL, PICK
from handlers.companies import desk_words as words
from handlers.companies import views


def open_form(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "staff")
        known = [(one.id, one.name) for one in rows.everyone(session)]
    if len(known) < 2:
        raise UserError(words.NO_TWO)
    lang = ctx.lang
    blocks = [
        input_of(KEPT, words.KEPT[lang], choosing.one(KEPT, PICK[lang], known)),
        input_of(GONE, words.MERGED_IN[lang], choosing.one(GONE, PICK[lang], known)),
        context(words.MERGE_HINT[lang]),
    ]
    view = modal("companies.merge", words.MERGE[lang], blocks, submit=words.MERGE_NOW[lang], close=CANCEL[lang])
    return Reply(push=view)


def register(listen: Listen, others: Sequence[Merge]) -> None:
    """`others`: what of a company other features hold."""

    def merge(ctx: Ctx) -> Reply:
        kept, gone = (ctx.fields.get(name, "") for name in (KEPT, GONE))
        with ctx.once() as session:
            done = merging.merge(session, ctx.person, kept, gone, ctx.now, others)
            session.flush()
            for person in done.moved:
                members.follow_up(session, person, ctx.now)
        said = words.MERGED(ctx.lang, len(done.moved), gone=done.gone, kept=done.kept.name)
        return Reply(update=views.notice(ctx.lang, words.MERGE, said))

    listen.action("companies.merge", open_form)
    listen.view("companies.merge", merge)
