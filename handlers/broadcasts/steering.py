"""An announcement under way is stopped."""

from bot.domain.broadcasts import sending
from bot.slack.context import Ctx
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from handlers.broadcasts import feeding
from scheduler import due, outbox


def stop(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        broadcast = sending.stop(session, ctx.value, ctx.person, ctx.now)
        outbox.cancel(session, feeding.copies(broadcast))
        due.cancel(session, "broadcast.feed", broadcast.id)
        due.soon(session, "broadcast.progress", broadcast.id, ctx.now, 0)
    return Reply()


def register(listen: Listen) -> None:
    listen.action("broadcast.stop", stop)
