"""Announcements: an organizer writes, sees who gets it, approves; one row a receiver, and one message of progress."""

from collections import Counter
from dataclasses import asdict
from datetime import datetime
from functools import partial

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.blocks import Message
from bot.core.db import new_id
from bot.core.texts import Lang
from bot.domain import members
from bot.domain.broadcasts import person, sending, tables, writing
from bot.domain.broadcasts.tables import Broadcast
from bot.slack import channels
from bot.slack.context import Ctx, Parts, picked_time
from bot.slack.feature import Feature
from bot.slack.listen import Listen
from bot.slack.once import hashed
from bot.slack.reply import Reply
from handlers.broadcasts import views, words
from scheduler import bundles, due, outbox
from scheduler.outbox import ANSWER, BULK, Outgoing, enqueue

REDRAW = 1.0  # seconds between two changes of the progress message, at least


def overview(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
        return Reply(private=views.overview(ctx.lang, tables.recent(session)))


def open_form(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
    return Reply(open=views.form(ctx.lang))


def preview(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
    written = Broadcast(
        by=ctx.person,
        nb=ctx.fields.get("nb", "").strip(),
        nn=ctx.fields.get("nn", "").strip(),
        en=ctx.fields.get("en", "").strip(),
        channel=ctx.fields.get("channel") or None,
        at=picked_time(ctx.fields.get("at", "")),
        created_at=ctx.now,
    )
    if refused := channels.look(ctx.parts.api, written.channel or "").refused:
        raise refused
    with ctx.once() as session:
        broadcast = writing.draft(session, written, ctx.now)
        forecast = writing.forecast(session, broadcast, ctx.now, ctx.parts.quiet)
    return Reply(push=views.preview(ctx.lang, broadcast, forecast, ctx.now, ctx.parts.quiet))


def test(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        broadcast = tables.for_organizer(session, ctx.value, ctx.person)
        message = asdict(views.test(ctx.lang, broadcast))
        key = f"broadcast:{broadcast.id}:test:{hashed(ctx.keys[0])}"
        enqueue(session, Outgoing(key, ctx.person, message, priority=ANSWER))
        forecast = writing.forecast(session, broadcast, ctx.now, ctx.parts.quiet)
    return Reply(update=views.preview(ctx.lang, broadcast, forecast, ctx.now, ctx.parts.quiet, tested=True))


def send(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        broadcast = writing.approve(session, ctx.data, ctx.person, ctx.now)
        session.flush()
        shown = _progress(session, broadcast, ctx.lang)
        enqueue(session, Outgoing(_progress_key(broadcast), ctx.person, asdict(shown), priority=ANSWER))
        due.schedule(session, "broadcast.feed", broadcast.id, broadcast.at or ctx.now)
    return Reply(close=True)


def stop(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        broadcast = sending.stop(session, ctx.value, ctx.person, ctx.now)
        outbox.cancel(session, _to(broadcast))
        due.cancel(session, "broadcast.feed", broadcast.id)
        due.soon(session, "broadcast.progress", broadcast.id, ctx.now, 0)
    return Reply()


def feed(parts: Parts, session: Session, broadcast_id: str, now: datetime) -> datetime | None:
    """Due work: the next receivers go to the outbox, in one transaction with the note that they did."""
    broadcast = session.get(Broadcast, broadcast_id, with_for_update=True)
    if broadcast is None or broadcast.state not in ("approved", "sending"):
        return None
    again = _post(parts, session, broadcast, now) if broadcast.channel else _feed(parts, session, broadcast, now)
    due.soon(session, "broadcast.progress", broadcast.id, now, REDRAW)
    return again


def _feed(parts: Parts, session: Session, broadcast: Broadcast, now: datetime) -> datetime | None:
    for receiver in sending.feed(session, broadcast, now, parts.quiet):
        message = asdict(views.message(_lang(parts, session, receiver.person), broadcast))
        outgoing = Outgoing(f"{_to(broadcast)}{receiver.person}", receiver.person, message, priority=BULK)
        bundles.add(session, outgoing, now) if receiver.why == "budget" else enqueue(session, outgoing)
    return sending.next_feed(session, broadcast, now)


def _post(parts: Parts, session: Session, broadcast: Broadcast, now: datetime) -> datetime | None:
    """In a channel the bot keeps quiet hours too."""
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    broadcast.state = "sending"
    message = views.message(parts.settings.default_language, broadcast, personal=False)
    sorry = views.not_posted(_lang(parts, session, broadcast.by), broadcast)
    key = f"{_to(broadcast)}{broadcast.channel}"
    told = Outgoing(f"broadcast:{broadcast.id}:not_posted:1", broadcast.by, asdict(sorry), priority=ANSWER)
    otherwise = told if broadcast.by else None
    enqueue(session, Outgoing(key, broadcast.channel or "", asdict(message), priority=BULK, otherwise=otherwise))
    return None


def progress(parts: Parts, session: Session, broadcast_id: str, now: datetime) -> datetime | None:
    """Due work: the organizer's message is drawn anew, until all is settled."""
    broadcast = session.get(Broadcast, broadcast_id, with_for_update=True)
    if broadcast is None:
        return None
    states = outbox.states(session, _to(broadcast))
    broadcast.delivered, broadcast.failed = states["sent"], states["failed"] + states["parked"]
    under_way = _under_way(states)
    following = sending.next_feed(session, broadcast, now) if broadcast.state == "sending" else None
    if not under_way and following is None and broadcast.state != "approved":
        sending.finish(broadcast, now, delivered=broadcast.delivered, failed=broadcast.failed)
    _redraw(session, broadcast, asdict(_progress(session, broadcast, _lang(parts, session, broadcast.by))))
    return now if under_way else following


def _redraw(session: Session, broadcast: Broadcast, message: dict[str, object]) -> None:
    if not broadcast.by:  # forgotten: nobody waits for it
        return
    key = f"broadcast:{broadcast.id}:redraw:{new_id()}"
    parent = _progress_key(broadcast)
    enqueue(session, Outgoing(key, broadcast.by, message, method="chat.update", parent=parent, priority=BULK))


def _progress(session: Session, broadcast: Broadcast, lang: Lang) -> Message:
    states, withheld = outbox.states(session, _to(broadcast)), sending.withheld(session, broadcast)
    withheld[sending.STOPPED if broadcast.state == "stopped" else views.CANCELLED] += states["cancelled"]
    waiting = _under_way(states) + sending.to_come(session, broadcast)
    return views.progress(lang, broadcast, waiting, withheld, outbox.reasons(session, _to(broadcast)))


def _under_way(states: Counter[str]) -> int:
    return states["waiting"] + states["leased"] + states["bundled"]


def _lang(parts: Parts, session: Session, person: str) -> Lang:
    return members.language(session, person, parts.settings.default_language)


def _to(broadcast: Broadcast) -> str:
    return f"broadcast:{broadcast.id}:to:"


def _progress_key(broadcast: Broadcast) -> str:
    return f"broadcast:{broadcast.id}:progress:1"


def forget(session: Session, who: str, now: datetime) -> int:
    """Also from what has not left yet the name goes."""
    for broadcast in session.scalars(sa.select(Broadcast).where(Broadcast.by == who, Broadcast.state != "draft")):
        outbox.reword(session, _to(broadcast), partial(views.without, who))
    return person.forget(session, who, now)


def register(listen: Listen) -> None:
    listen.command(words.WORD, overview)
    listen.action("broadcast.new", open_form)
    listen.view("broadcast.preview", preview)
    listen.action("broadcast.test", test)
    listen.view("broadcast.send", send)
    listen.action("broadcast.stop", stop)


FEATURE = Feature(
    "announcements",
    register,
    menu_for={"organizer": (words.LINE,)},
    due={"broadcast.feed": feed, "broadcast.progress": progress},
    nightly=person.forget_receivers,
    forget=forget,
    export=person.export,
)
