"""Who somebody is and what they want to receive; roles and guests, for administrators."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, actions, button, modal, section
from bot.core.errors import UserError
from bot.core.texts import LANGUAGES, Lang, Text
from bot.domain import audit, members, pushes
from bot.domain.companies import rows as companies
from bot.domain.members import ROLES, Profile
from bot.domain.pushes import KINDS
from bot.slack.context import Ctx, Parts
from bot.slack.feature import Feature, Person
from bot.slack.gate import standing_of
from bot.slack.listen import Listen
from bot.slack.people import is_appointed
from bot.slack.reply import Reply
from bot.slack.words import CLOSE, ROLE_NAMES
from handlers.members import views, words
from knowledge.entry import Entry

KEEP_LEDGER = timedelta(days=90)  # of what was planned to be sent to whom, and why
KEEP_INVITATIONS = timedelta(days=400)  # a yearly event and more


def edit(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        me, known = members.find(session, ctx.person), companies.everyone(session)
        return Reply(open=views.form(ctx.lang, me, known, areas(ctx.parts)))


def save(ctx: Ctx) -> Reply:
    chosen = ctx.fields.get("language", "")
    lang: Lang = next((each for each in LANGUAGES if each == chosen), ctx.lang)
    known = areas(ctx.parts)
    wanted = set(ctx.fields.get("receive", "").split())
    profile = Profile(
        language=lang,
        areas=tuple(area for area in ctx.fields.get("areas", "").split() if area in known),
        muted=tuple(kind for kind in KINDS if kind not in wanted),
    )
    with ctx.once() as session:
        members.describe(session, ctx.person, profile)
        companies.choose(session, ctx.person, ctx.fields.get("known", ""), ctx.fields.get("company", ""))
        members.follow_up(session, ctx.person, ctx.now)
    return Reply(update=modal("notice", words.ABOUT[lang], [section(words.SAVED[lang])], close=CLOSE[lang]))


def mute(ctx: Ctx) -> Reply:
    """One press in a push: no more of its kind."""
    _set_muted(ctx, muted=True)
    said = words.MUTED(ctx.lang, kind=_kind(ctx)[ctx.lang])
    undo = button(words.UNDO[ctx.lang], "push.unmute", ctx.value)
    return Reply(private=Message(said, [section(said), actions(undo)]))


def unmute(ctx: Ctx) -> Reply:
    _set_muted(ctx, muted=False)
    return Reply(private=Message(words.UNMUTED(ctx.lang, kind=_kind(ctx)[ctx.lang])))


def roles(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "administrator")
        return Reply(open=views.roles_form(ctx.lang, members.holders(session)))


def give_role(ctx: Ctx) -> Reply:
    person, picked = ctx.fields.get("person", ""), ctx.fields.get("role", "")
    role = next((each for each in ROLES if each == picked), None)
    if not person:
        raise UserError(words.PICK_PERSON, field="person")
    if role is None:
        raise UserError(words.PICK_ROLE, field="role")
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "administrator")
    if role != "administrator" and is_appointed(ctx.parts.api, person, ctx.parts.settings.admins):
        raise UserError(words.BY_SETTINGS, field="role")
    with ctx.once() as session:
        members.give_role(session, ctx.person, person, role, ctx.now)
    lang = ctx.lang
    said = words.GIVEN[lang].format(person=f"<@{person}>", role=ROLE_NAMES[role][lang].lower())
    return Reply(update=modal("notice", words.ROLES_TITLE[lang], [section(said)], close=CLOSE[lang]))


def guests(ctx: Ctx) -> Reply:
    """`/naering gjester`, in the channel that it is about."""
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "administrator")
        if (ctx.place or "D").startswith("D"):
            raise UserError(words.NO_CHANNEL)
        is_open = members.is_open(session, ctx.place or "")
    return Reply(private=views.guests(ctx.lang, ctx.place or "", is_open=is_open))


def open_channel(ctx: Ctx) -> Reply:
    return _let_guests(ctx, to_guests=True)


def close_channel(ctx: Ctx) -> Reply:
    return _let_guests(ctx, to_guests=False)


def changed(ctx: Ctx) -> Reply:
    """Slack tells that somebody joined the workspace, was deactivated, came back, or became a guest."""
    team = ctx.parts.myself.identify().team_id
    with ctx.once() as session:
        if members.stand(session, ctx.person, standing_of(ctx.about, team), active=not ctx.about.get("deleted")):
            members.follow_up(session, ctx.person, ctx.now)
    return Reply()


def areas(parts: Parts) -> Mapping[str, Entry]:
    """The areas that people can be interested in, by id."""
    entries = parts.library().entries
    return {name: entry for name, entry in entries.items() if entry.kind == "area"}


def _let_guests(ctx: Ctx, *, to_guests: bool) -> Reply:
    with ctx.once() as session:
        members.open_channel(session, ctx.person, ctx.value, ctx.now, to_guests=to_guests)
    return Reply(private=views.guests(ctx.lang, ctx.value, is_open=to_guests))


def _set_muted(ctx: Ctx, *, muted: bool) -> None:
    _kind(ctx)
    with ctx.once() as session:
        members.mute(session, ctx.person, ctx.value, muted=muted)
        members.follow_up(session, ctx.person, ctx.now)


def _kind(ctx: Ctx) -> Text:
    kind = next((each for each in KINDS if each == ctx.value), None)
    if kind is None:
        raise UserError(members.NOT_ALLOWED)
    return words.KINDS[kind]


def forget(session: Session, person: str, now: datetime) -> int:
    count = members.forget(session, person, KINDS) + pushes.forget(session, person)
    members.follow_up(session, person, now)
    return count


def export(session: Session, person: str) -> dict[str, Any]:
    more = {"pushes": pushes.export(session, person), "log": audit.export(session, person)}
    return members.export(session, person) | more


def nightly(session: Session, now: datetime) -> None:
    pushes.prune(session, (now - KEEP_LEDGER).date(), (now - KEEP_INVITATIONS).date())


def home(session: Session, person: Person) -> list[Block]:
    return views.home(person.lang, members.find(session, person.id), areas(person.parts))


def register(listen: Listen) -> None:
    listen.event("team_join", changed)
    listen.event("user_change", changed)
    listen.action("members.edit", edit)
    listen.view("members.save", save)
    listen.action("push.mute", mute)
    listen.action("push.unmute", unmute)
    listen.command(words.ROLE_WORD, roles)
    listen.view("members.role", give_role)
    listen.command(words.GUESTS_WORD, guests)
    listen.action("members.open", open_channel)
    listen.action("members.close", close_channel)


FEATURE = Feature(
    "about me",
    register,
    home=home,
    nightly=nightly,
    menu_for={"administrator": (words.ROLE_LINE, words.GUESTS_LINE)},
    forget=forget,
    export=export,
)
