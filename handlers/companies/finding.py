"""A member finds their company in the public register, sees it, and says that it is theirs."""

import logging
from datetime import datetime
from functools import partial

from bot.core.blocks import View
from bot.core.errors import UserError, short
from bot.domain import members
from bot.domain.companies import derived, links, numbers, register
from bot.domain.companies.rows import LONGEST_NAME
from bot.domain.companies.units import Unit
from bot.register.client import RegisterError, SwitchedOff
from bot.slack.context import Ctx
from bot.slack.later import in_time
from bot.slack.reply import Reply
from bot.slack.words import EMPTY
from handlers.companies import views, words

log = logging.getLogger("naeringsbot.companies")
MOST = 20


def find(ctx: Ctx) -> Reply:
    form = views.search(ctx.lang, ctx.value[:LONGEST_NAME])
    return Reply(update=form) if ctx.view_id else Reply(open=form)


def search(ctx: Ctx) -> Reply:
    typed = short(" ".join(ctx.fields.get("search", "").split()), "search", LONGEST_NAME)
    if len(typed) < 2:
        raise UserError(EMPTY, field="search")
    number = numbers.read(typed, "search")
    return _in_time(ctx, partial(_shown, ctx, number, "search") if number else partial(_named, ctx, typed), typed)


def pick(ctx: Ctx) -> Reply:
    number = ctx.fields.get("unit", "")
    if not numbers.is_valid(number):
        raise UserError(words.NO_NUMBER, field="unit")
    return _in_time(ctx, partial(_shown, ctx, number, "unit"), number)


def link(ctx: Ctx) -> Reply:
    """The number comes back with the modal; it is looked up anew, so nothing of what was shown is trusted."""
    number = ctx.data
    if not numbers.is_valid(number):
        raise UserError(words.NO_NUMBER)
    return _in_time(ctx, partial(_linked, ctx, number), number)


def leave(ctx: Ctx) -> Reply:
    """An old button does not take anybody out of the company they have chosen since."""
    with ctx.once() as session:
        links.leave(session, ctx.person, ctx.value)
        members.follow_up(session, ctx.person, ctx.now)
    return Reply()


def _in_time(ctx: Ctx, work: partial[View], typed: str) -> Reply:
    """`typed`: what can be looked for again."""
    lang = ctx.lang

    def refused(error: UserError) -> View:
        return views.notice(lang, words.FIND, error.say(lang), views.again(lang, typed))

    return in_time(ctx, work, views.waiting(lang, typed), refused)


def _named(ctx: Ctx, name: str) -> View:
    try:
        found = ctx.parts.register.named(name, ctx.parts.settings.municipality)
    except RegisterError as error:
        with ctx.parts.read() as session:
            found = register.named(session, name, MOST)
        if not found:
            raise _silent(error, "search") from None
    if not found:
        raise UserError(words.NO_NAME, field="search")
    return views.hits(ctx.lang, found[:MOST], name)


def _shown(ctx: Ctx, number: str, field: str) -> View:
    unit, read_at = _looked_up(ctx, number, field)
    return views.sure(ctx.lang, unit, derived.branch(unit.code), read_at)


def _linked(ctx: Ctx, number: str) -> View:
    unit, read_at = _looked_up(ctx, number, None)
    with ctx.once() as session:
        company = links.link(session, ctx.person, unit, ctx.now, read_at)
        contact = members.find(session, ctx.person).contact
        spoken_for = bool(links.contacts(session, company.id))
        members.follow_up(session, ctx.person, ctx.now)
    lines = [words.LINKED(ctx.lang, company=company.name)]
    lines += [words.SPEAKS[ctx.lang]] if contact else []
    lines += [] if spoken_for else [words.UNSPOKEN[ctx.lang]]
    return views.notice(ctx.lang, words.MINE, " ".join(lines))


def _looked_up(ctx: Ctx, number: str, field: str | None) -> tuple[Unit, datetime]:
    """From the register, and when; where that does not answer, as it was read before."""
    try:
        unit = ctx.parts.register.unit(number)
    except RegisterError as error:
        with ctx.parts.read() as session:
            row = register.known(session, number)
        if row is None:
            raise _silent(error, field) from None
        return row.unit(), row.read_at
    if unit is None:
        raise UserError(words.NO_NUMBER, field=field)
    return unit, ctx.now


def _silent(error: RegisterError, field: str | None) -> UserError:
    log.warning("the register could not be asked: %s", error.reason)
    return UserError(words.OFF if isinstance(error, SwitchedOff) else words.SILENT, field=field)
