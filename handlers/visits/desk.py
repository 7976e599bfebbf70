"""`/naering besøk` as the staff use it: the queue, what is agreed, propose, agree, merge, call off."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from sqlalchemy.orm import Session

from bot.core.blocks import Message, button
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.companies import rows as companies
from bot.domain.visits import fairness, planning, promises, reminding
from bot.domain.visits.planning import Agreement
from bot.domain.visits.rows import MOVED_ON, OPEN, Visit, Whole, whole, wholes
from bot.slack.context import Ctx
from bot.slack.fields import picked_time
from bot.slack.paging import page
from bot.slack.reply import Reply
from handlers.visits import company, staff_views, telling
from handlers.visits import staff_words as words

LATELY = timedelta(days=365)  # so long a visit that was held stands among what is agreed
MENU = 100  # what a menu of Slack's holds


def overview(ctx: Ctx) -> Reply:
    """For the staff the queue, for others their own company's visit."""
    with ctx.parts.read() as session:
        staff = members.may(session, ctx.person, "staff")
    return Reply(private=_queue(ctx)) if staff else company.overview(ctx)


def turn(ctx: Ctx) -> Reply:
    """Another page, or back from another list, in the place of this one."""
    return Reply(private=_queue(ctx), instead=True)


def _queue(ctx: Ctx) -> Message:
    lang = ctx.lang
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "staff")
        past = fairness.past(session, ctx.now)
        waiting = fairness.queue(wholes(session, Visit.state == "asked"), past, ctx.now)
        above = [
            button(words.AGREEMENTS(lang, count=len(_agreed(session, ctx.now))), "visit.agreed"),
            button(words.PROMISES(lang, count=len(promises.open_ones(session))), "visit.promises"),
            button(words.YEARS[lang], "visit.years"),
        ]
        above += [button(words.OWN[lang], "visit.own")] if companies.of(session, ctx.person) else []
    shown = page(waiting, ctx.value, staff_views.SHOWN)
    return staff_views.queue(lang, shown, above, ctx.local, staff_views.areas(ctx.parts), past.last)


def agreements(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "staff")
        found, past = _agreed(session, ctx.now), fairness.past(session, ctx.now)
    shown = page(found, ctx.value, staff_views.SHOWN)
    said = staff_views.agreements(ctx.lang, shown, ctx.local, staff_views.areas(ctx.parts), past.last)
    return Reply(private=said, instead=True)


def _agreed(session: Session, now: datetime) -> list[Whole]:
    """First what waits for somebody, then what is to come, then what was, the latest first."""
    lately = sa.and_(Visit.state == "held", Visit.starts_at > now - LATELY)
    found = wholes(session, sa.or_(Visit.state.in_(OPEN[1:]), lately))
    order = ("picked", "proposed", "confirmed", "held")

    def place(one: Whole) -> tuple[int, float]:
        at = (one.visit.starts_at or one.visit.changed_at).timestamp()
        return order.index(one.visit.state), -at if one.visit.state == "held" else at

    return sorted(found, key=place)


def _for_staff(ctx: Ctx, session: Session, *states: str) -> Whole:
    members.require(session, ctx.person, "staff")
    found = whole(session, ctx.value)
    if found.visit.state not in states:
        raise UserError(MOVED_ON)
    return found


# --- times ---


def open_propose(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        return Reply(open=staff_views.propose_form(ctx.lang, _for_staff(ctx, session, *OPEN[:3])))


def propose(ctx: Ctx) -> Reply:
    starts = [picked_time(ctx.fields.get(f"slot_{n}", "")) for n in range(1, planning.MOST_SLOTS + 1)]
    with ctx.once() as session:
        visit = planning.propose(session, ctx.person, ctx.data, starts, _minutes(ctx), ctx.now)
        count = telling.to_company(ctx.parts, session, visit, "proposed", ctx.now)
    return _saved(ctx, count)


def open_agree(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        return Reply(open=staff_views.agree_form(ctx.lang, _for_staff(ctx, session, *OPEN)))


def agree(ctx: Ctx) -> Reply:
    on = Agreement(
        picked_time(ctx.fields.get("slot", "")), _minutes(ctx), ctx.fields.get("place", ""), ctx.fields.get("party", "")
    )
    with ctx.once() as session:
        visit, what = planning.agree(session, ctx.person, ctx.data, on, ctx.now)
        if what == "same":
            return Reply(update=staff_views.notice(ctx.lang, words.SAVED[ctx.lang]))
        reminding.plan(session, visit, ctx.now, ctx.parts.quiet)
        count = telling.to_company(ctx.parts, session, visit, what, ctx.now)
        telling.to_staff(
            ctx.parts, session, visit, "confirmed" if what == "confirmed" else "moved", ctx.now, *staff_views.CONFIRMED
        )
    return _saved(ctx, count)


def _minutes(ctx: Ctx) -> int:
    picked = ctx.fields.get("minutes", "")
    return next((one for one in planning.MINUTES if str(one) == picked), 0)


def open_off(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        return Reply(open=staff_views.off_form(ctx.lang, _for_staff(ctx, session, *OPEN)))


def call_off(ctx: Ctx) -> Reply:
    keep, reason = ctx.fields.get("next") == "keep", ctx.fields.get("reason", "")
    with ctx.once() as session:
        visit = planning.call_off(session, ctx.person, ctx.data, reason, ctx.now, keep=keep)
        count = telling.to_company(ctx.parts, session, visit, "put_off" if keep else "off", ctx.now)
        if visit.starts_at:
            telling.to_staff(ctx.parts, session, visit, "off", ctx.now)
    return _saved(ctx, count)


def _saved(ctx: Ctx, count: int) -> Reply:
    said = words.TOLD(ctx.lang, count=count) if count else words.NOBODY_THERE[ctx.lang]
    if count and ctx.parts.quiet.holds(ctx.now):
        said += f" {words.WAITS(ctx.lang, when=ctx.local.moment(ctx.parts.quiet.later(ctx.now), ctx.lang))}"
    return Reply(update=staff_views.notice(ctx.lang, said))


# --- merging ---


def open_merge(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        one = _for_staff(ctx, session, "asked")
        others = wholes(session, Visit.state == "asked", Visit.id != one.visit.id)
    if not others:
        raise UserError(words.NO_OTHER)
    offered = sorted(others, key=lambda other: other.names.casefold())[:MENU]
    return Reply(open=staff_views.merge_form(ctx.lang, one, offered))


def merge(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        visit = planning.merge(session, ctx.person, ctx.data, ctx.fields.get("other", ""), ctx.now)
        names = whole(session, visit.id).names
    return Reply(update=staff_views.notice(ctx.lang, words.MERGED(ctx.lang, names=names)))


def split(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        planning.split(session, ctx.person, ctx.value, ctx.now)
    return Reply(private=Message(words.WAS_SPLIT[ctx.lang]))
