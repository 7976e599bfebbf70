"""`/naering besøk` as a company uses it: invite, add, choose a time, take it back."""

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message
from bot.core.errors import UserError
from bot.domain import members
from bot.domain.companies import links
from bot.domain.companies import rows as companies
from bot.domain.visits import asking, planning, promises
from bot.domain.visits.asking import Wish
from bot.domain.visits.rows import GONE, Visit, whole
from bot.slack.context import Ctx
from bot.slack.feature import Person
from bot.slack.reply import Reply
from handlers.visits import company_views, facts, staff_views, telling, words


def overview(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        if companies.of(session, ctx.person) is None:
            return Reply(private=company_views.no_company(ctx.lang, can_find=ctx.parts.register.on))
        company, one = asking.own(session, ctx.person)
        promised = promises.of_company(session, company.id)
        return Reply(private=company_views.overview(ctx.lang, company, one, promised, ctx.local))


def open_form(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        if companies.of(session, ctx.person) is None:
            return Reply(private=company_views.no_company(ctx.lang, can_find=ctx.parts.register.on))
        company, one = asking.own(session, ctx.person)
    requests = one.requests if one else []
    request = next((request for request, of in requests if of.id == company.id), None)
    return Reply(open=company_views.form(ctx.lang, company, request))


def ask(ctx: Ctx) -> Reply:
    wish = Wish(*(ctx.fields.get(name, "") for name in ("whom", "wishes", "suits")))
    with ctx.once() as session:
        request, new = asking.ask(session, ctx.person, wish, ctx.now)
        session.flush()
        visit = session.get_one(Visit, request.visit)
        what = "new" if new else "added"
        waits = visit.state == "asked"
        telling.to_staff(ctx.parts, session, visit, what, ctx.now, *(staff_views.WAITING if waits else ()))
    return Reply(update=company_views.notice(ctx.lang, (words.SENT if new else words.ADDED)[ctx.lang]))


def withdraw(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        company, visit = asking.withdraw(session, ctx.person, ctx.value, ctx.now)
        telling.to_staff(ctx.parts, session, visit, "withdrawn", ctx.now, names=company.name)
        if visit.state == "off":
            telling.share(ctx.parts, session, visit, company.name, ctx.person, ctx.now)
    return Reply(private=Message(words.WITHDRAWN[ctx.lang]))


def pick(ctx: Ctx) -> Reply:
    visit_id, version, n = facts.named(ctx.value)
    with ctx.once() as session:
        visit, new = planning.pick(session, ctx.person, visit_id, version, n, ctx.now)
        if new:
            telling.to_staff(ctx.parts, session, visit, "picked", ctx.now, *staff_views.PICKED)
        said = words.PICKED(ctx.lang, when=facts.when(visit, ctx.lang, ctx.local))
    return Reply(private=Message(said))


def open_none(ctx: Ctx) -> Reply:
    facts.named(ctx.value)
    return Reply(open=company_views.none_form(ctx.lang, ctx.value))


def none_fits(ctx: Ctx) -> Reply:
    visit_id, version, _ = facts.named(ctx.data)
    with ctx.once() as session:
        visit = planning.none_fits(session, ctx.person, visit_id, version, ctx.fields.get("answer", ""), ctx.now)
        telling.to_staff(ctx.parts, session, visit, "none", ctx.now, *staff_views.WAITING)
    return Reply(update=company_views.notice(ctx.lang, words.NONE_SAID[ctx.lang]))


def calendar_file(ctx: Ctx) -> Reply:
    """For the company, and for the staff; once a minute for each version."""
    with ctx.once() as session:
        if not members.may(session, ctx.person, "staff"):
            _, own = asking.own(session, ctx.person)
            if own is None or own.visit.id != ctx.value:
                raise UserError(GONE)
        one = whole(session, ctx.value)
        if one.visit.state != "confirmed":
            raise UserError(GONE)
        telling.share(ctx.parts, session, one.visit, one.names, ctx.person, ctx.now, f"{ctx.now:%y%m%d%H%M}")
    return Reply(private=Message(words.FILE_SENT[ctx.lang]))


def home(session: Session, person: Person) -> list[Block]:
    """While a visit is asked for or agreed."""
    if not links.may_edit(session, person.id):
        return []
    company, one = asking.own(session, person.id)
    local = person.parts.local(person.parts.now())
    return company_views.home(person.lang, company, one, local) if one else []
