"""`/naering bedrifter`: staff see how the companies stand, say where addresses lie, and who speaks for a company."""

from collections.abc import Mapping

from bot.core.blocks import Block, View, actions, button, context, input_of, modal, plain, section, select
from bot.core.errors import UserError
from bot.core.moments import day
from bot.core.texts import Lang, Text, escape
from bot.domain import members
from bot.domain.companies import links, overview, places, register, rows
from bot.domain.companies.overview import Overview, Stale
from bot.domain.companies.places import LONGEST_PLACE, Place, Unknown
from bot.slack.context import Ctx
from bot.slack.reply import Reply
from bot.slack.words import CANCEL, CLOSE, PICK, SAVE
from handlers.companies import desk_words as words
from handlers.companies import own, views
from handlers.companies.words import CONTACT, SAVED, STATES

OUTSIDE, AWAY = "-", "x"  # what can be chosen for a place besides an area
ROWS = 60  # of the table, that one section shows


def show(ctx: Ctx) -> Reply:
    return Reply(open=_desk(ctx))


def _desk(ctx: Ctx) -> View:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "staff")
        seen, unknown, table = overview.count(session, ctx.now), register.unknown(session), places.everything(session)
    areas = rows.areas(ctx.parts.library().entries)
    lang = ctx.lang
    presses = [button(words.OTHER_PLACE[lang], "companies.place"), button(CONTACT[lang], "companies.contact")]
    presses.append(button(words.MERGE[lang], "companies.merge"))
    blocks = [*_counted(lang, seen), actions(*presses), *_unknown(lang, unknown), *_table(lang, table, areas)]
    return modal("notice", words.DESK[lang], blocks, close=CLOSE[lang])


def _counted(lang: Lang, seen: Overview) -> list[Block]:
    given = {"linked": seen.linked, "spoken": seen.spoken, "confirmed": seen.confirmed, "others": seen.others}
    lines = [f"{escape(name)}: {STATES[state][lang]}" for name, state in seen.ended]
    stale = [f"{escape(one.name)}: {_stale(lang, one)}" for one in seen.stale]
    lists = [(words.NO_LONGER, lines), (words.STALE, stale)]
    shown = [section("\n".join([heading[lang], *listed])) for heading, listed in lists if listed]
    return [section(words.COUNTED(lang, **given)), *shown]


def _stale(lang: Lang, one: Stale) -> str:
    at = one.confirmed_at
    known = words.SINCE(lang, day=day(at.date(), lang)) if at else words.NEVER[lang]
    return known if one.spoken else f"{words.UNSPOKEN[lang]}, {known}"


def _unknown(lang: Lang, unknown: list[Unknown]) -> list[Block]:
    if not unknown:
        return [context(words.ALL_KNOWN[lang])]
    listed = [
        section(
            words.AT_PLACE(lang, one.companies, place=one.place),
            button(
                words.SET_AREA[lang], f"companies.place:{n}", one.place, spoken=f"{words.SET_AREA[lang]}: {one.place}"
            ),
        )
        for n, one in enumerate(unknown)
    ]
    return [section(words.UNKNOWN[lang]), *listed]


def _table(lang: Lang, table: list[Place], areas: Mapping[str, Text]) -> list[Block]:
    lines = [
        f"{escape(one.place)}: {areas[one.area][lang] if one.area in areas else words.OUTSIDE[lang]}" for one in table
    ]
    return [section("\n".join([words.TABLE[lang], *lines[:ROWS]]))] if lines else []


# --- where an address lies ---


def open_place(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "staff")
    lang = ctx.lang
    typed: Block = {"type": "plain_text_input", "action_id": "place", "max_length": LONGEST_PLACE}
    typed |= {"initial_value": ctx.value} if ctx.value else {}
    areas = rows.areas(ctx.parts.library().entries)
    offered = [(name, title[lang]) for name, title in areas.items()]
    offered += [(OUTSIDE, words.OUTSIDE[lang]), (AWAY, words.TAKE_AWAY[lang])]
    blocks = [
        input_of("place", words.PLACE[lang], typed, hint=words.PLACE_HINT[lang]),
        input_of("area", words.AREA[lang], select("area", PICK[lang], offered)),
    ]
    view = modal("companies.place", words.SET_AREA[lang], blocks, submit=SAVE[lang], close=CANCEL[lang])
    return Reply(push=view)


def save_place(ctx: Ctx) -> Reply:
    chosen, typed = ctx.fields.get("area", ""), ctx.fields.get("place", "")
    if chosen not in {OUTSIDE, AWAY, *rows.areas(ctx.parts.library().entries)}:
        raise UserError(words.SET_AREA, field="area")
    with ctx.once() as session:
        if chosen == AWAY:
            place = places.normal(typed)
            places.drop(session, ctx.person, place, ctx.now)
        else:
            area = "" if chosen == OUTSIDE else chosen
            place = places.keep(session, ctx.person, typed, area, ctx.now)
        register.settle(session, place)
    return Reply(update=views.notice(ctx.lang, words.SET_AREA, SAVED[ctx.lang]))


# --- who speaks for a company ---


def open_contact(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "staff")
    lang = ctx.lang
    person: Block = {"type": "users_select", "action_id": "person", "placeholder": plain(PICK[lang])}
    menu = select("decision", PICK[lang], [(one, said[lang]) for one, said in words.DECISIONS.items()], "give")
    blocks = [
        input_of("person", words.PERSON[lang], person, hint=words.PERSON_HINT[lang]),
        input_of("decision", words.DECISION[lang], menu),
    ]
    view = modal("companies.contact", CONTACT[lang], blocks, submit=SAVE[lang], close=CANCEL[lang])
    return Reply(push=view)


def save_contact(ctx: Ctx) -> Reply:
    person = ctx.fields.get("person", "")
    with ctx.once() as session:
        members.require(session, ctx.person, "staff")
        company = rows.of(session, person)
        if company is None:
            raise UserError(words.NO_COMPANY, field="person")
        if ctx.fields.get("decision") == "take":
            links.dismiss(session, ctx.person, person, ctx.now)
        elif links.appoint(session, ctx.person, company.id, person, ctx.now):
            own.tell_appointed(ctx, session, person)
    return Reply(update=views.notice(ctx.lang, CONTACT, SAVED[ctx.lang]))
