"""What a company says of itself, and who speaks for it."""

from dataclasses import asdict
from typing import Any

from sqlalchemy.orm import Session

from bot.core.blocks import Message, actions, button, section
from bot.core.errors import UserError
from bot.core.texts import Lang, escape
from bot.domain import members
from bot.domain.companies import facts, links, numbers, register, rows
from bot.domain.companies.register import Link
from bot.domain.companies.rows import BRANCHES, SIZES, Company, Told
from bot.slack.context import Ctx
from bot.slack.reply import Reply
from handlers.companies import views, words
from handlers.companies.views import Shown
from scheduler.outbox import ANSWER, Outgoing, enqueue


def shown(session: Session, person: str) -> Shown | None:
    company = rows.of(session, person)
    if company is None:
        return None
    found, speaking = register.of(session, company.id), links.contacts(session, company.id)
    link, unit = found or (None, None)
    told, editor = facts.of(session, company.id), links.may_edit(session, person)
    return Shown(company, link, unit, told, speaking, editor, any(one.id == person for one in speaking))


def edit(ctx: Ctx) -> Reply:
    areas = rows.areas(ctx.parts.library().entries)
    with ctx.parts.read() as session:
        found = shown(session, ctx.person)
    if found is None:
        raise UserError(rows.NOT_THERE)
    view = views.form(ctx.lang, found, areas) if found.editor else views.about(ctx.lang, found, areas)
    return Reply(open=view)


def save(ctx: Ctx) -> Reply:
    known = {"branch": set(BRANCHES), "area": set(rows.areas(ctx.parts.library().entries)), "size": set(SIZES)}
    told = {trait: picked for trait, words in known.items() if (picked := ctx.fields.get(trait, "")) in words}
    with ctx.once() as session:
        company = links.require_editor(session, ctx.person)
        rows.describe(session, ctx.person, Told(company.name, **told))
        if register.of(session, company.id):
            register.follow(session, Link.company == company.id)
            own: dict[facts.Fact, Any] = {
                "role": ctx.fields.get("role", ""),
                "interests": ctx.fields.get("interests", "").split(),
                "consent": "yes" in ctx.fields.get("consent", "").split(),
            }
            facts.tell(session, ctx.person, own, ctx.now)
    return Reply(update=views.notice(ctx.lang, words.ABOUT, words.SAVED[ctx.lang]))


def confirm(ctx: Ctx) -> Reply:
    """One press on the yearly question."""
    with ctx.once() as session:
        facts.confirm(session, ctx.person, ctx.value, ctx.now)
    said = words.THANKS[ctx.lang]
    return Reply(private=Message(said, [section(said)]))


# --- who speaks for it ---


def ask(ctx: Ctx) -> Reply:
    """Those who speak for the company are asked, or else the staff."""
    with ctx.once() as session:
        company = rows.of(session, ctx.person)
        found = register.of(session, company.id) if company else None
        if company is None or found is None or company.id != ctx.value:
            raise UserError(rows.NOT_THERE)
        speaking = [one.id for one in links.contacts(session, company.id)]
        to = speaking or list(filter(None, [ctx.parts.settings.staff_channel]))
        if not to:
            raise UserError(words.NOBODY_TO_ASK)
        for receiver in to:
            _ask(ctx, session, receiver, company, found[0].number)
    return Reply(update=views.notice(ctx.lang, words.CONTACT, words.ASKED[ctx.lang]))


def asked_by(person: str) -> str:
    """How the keys of a person's requests begin."""
    return f"company:wants:{person}:"


def _ask(ctx: Ctx, session: Session, receiver: str, company: Company, number: str) -> None:
    default = ctx.parts.settings.default_language
    lang = default if receiver.startswith(("C", "G")) else members.language(session, receiver, default)
    given = {"person": f"<@{ctx.person}>", "company": escape(company.name), "number": numbers.spaced(number)}
    said = words.WANTS[lang].format(**given)
    approve = button(words.APPROVE[lang], "companies.approve", f"{company.id} {ctx.person}", style="primary")
    message = asdict(Message(said, [section(said), actions(approve)]))
    key = f"{asked_by(ctx.person)}{company.id}:{receiver}:{ctx.now.date()}"
    enqueue(session, Outgoing(key, receiver, message, priority=ANSWER))


def approve(ctx: Ctx) -> Reply:
    company, _, person = ctx.value.partition(" ")
    with ctx.once() as session:
        new = links.appoint(session, ctx.person, company, person, ctx.now)
        if new:
            tell_appointed(ctx, session, person)
    said = (words.APPROVED if new else words.BEFORE)[ctx.lang].format(person=f"<@{person}>")
    return Reply(private=Message(said, [section(said)]))


def tell_appointed(ctx: Ctx, session: Session, person: str) -> None:
    lang: Lang = members.language(session, person, ctx.parts.settings.default_language)
    said = words.YOU_ARE(lang, company=members.find(session, person).company)
    key = f"company:contact:{person}:{int(ctx.now.timestamp() * 1000)}"
    enqueue(session, Outgoing(key, person, asdict(Message(said, [section(said)])), priority=ANSWER))
    members.follow_up(session, person, ctx.now)


def resign(ctx: Ctx) -> Reply:
    """An old button does not take it from anybody for the company they have chosen since."""
    with ctx.once() as session:
        company = rows.of(session, ctx.person)
        if company is None or company.id != ctx.value:
            raise UserError(rows.NOT_THERE)
        links.dismiss(session, ctx.person, ctx.person, ctx.now)
        members.follow_up(session, ctx.person, ctx.now)
    return Reply(update=views.notice(ctx.lang, words.CONTACT, words.RESIGNED[ctx.lang]))
