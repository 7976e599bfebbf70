"""Work that asks somebody else while Slack waits for three seconds: done in time, or shown when it is done."""

import logging
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from threading import BoundedSemaphore

from bot.core.blocks import View
from bot.core.errors import UserError
from bot.slack.context import Ctx
from bot.slack.once import Repeated
from bot.slack.reply import Reply
from bot.slack.respond import replace_view

log = logging.getLogger("naeringsbot.later")
PATIENCE = 1.5  # seconds until the waiting view is shown
AT_ONCE = 8  # requests that may wait like that; others are shown the waiting view, so that the door stays free
SETTLED = 0.5  # seconds until Slack surely has it, so that the other one comes after it


_room = BoundedSemaphore(AT_ONCE)


def in_time(ctx: Ctx, work: Callable[[], View], waiting: View, refused: Callable[[UserError], View]) -> Reply:
    """The view that `work` gives, in the place of the open one; raises what it raises.

    What takes longer than PATIENCE goes on: `waiting` is shown, and then its view, or that of its refusal. It is not
    repeated where the process ends meanwhile, so `waiting` must offer a way on.
    """
    alone, has_room = ThreadPoolExecutor(1, "later"), _room.acquire(blocking=False)
    try:
        done = alone.submit(copy_context().run, work)
        return Reply(update=done.result(PATIENCE if has_room else 0))
    except TimeoutError:
        alone.submit(copy_context().run, _show, ctx, done, refused)  # after the work, since it is one thread
        return Reply(update=waiting)
    finally:
        alone.shutdown(wait=False)
        if has_room:
            _room.release()


def _show(ctx: Ctx, done: Future[View], refused: Callable[[UserError], View]) -> None:
    time.sleep(SETTLED)
    try:
        view = done.result()
    except UserError as error:
        view = refused(error)
    except Repeated:
        return
    except Exception:  # around a listener: Slack was answered, so the waiting view stays
        log.exception("%s %s failed after Slack was answered", ctx.kind, ctx.listener)
        return
    replace_view(ctx, view)
