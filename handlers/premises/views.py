"""Premises as people read them: a line of facts, the list, one in full, what is one's own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.core.blocks import BUTTON, Block, View, actions, button, context, cut, divider, modal, section, select
from bot.core.moments import Local, day
from bot.core.texts import Lang, Text, escape
from bot.domain.premises.rows import KINDS, PRICES, SHOWN, Premises
from bot.domain.premises.searching import SavedSearch, Search, read
from bot.slack.citations import contact_line, sources_line
from bot.slack.paging import Page
from bot.slack.words import CLOSE, EDIT
from handlers.premises import words
from knowledge.compose import first_sentence
from knowledge.routes import Route

MOST = 15  # of one's own that are shown
PAGE = 6  # premises on one page of the list
OWN = "mine"  # what the window of one's own carries


@dataclass(frozen=True)
class Reader:
    """Who reads. `areas`: names of areas, by id. `busy`: with premises or searches of their own."""

    lang: Lang
    local: Local
    areas: Mapping[str, Text]
    busy: bool = False

    def area(self, name: str) -> str:
        """The area's name; one that is not known any more is not told."""
        return self.areas[name][self.lang] if name in self.areas else ""

    def day(self, at: datetime) -> str:
        return day(at.astimezone(self.local.zone).date(), self.lang)


def number(value: int, lang: Lang) -> str:
    """«1 200», “1,200”."""
    return f"{value:,}" if lang == "en" else f"{value:,}".replace(",", "\N{NO-BREAK SPACE}")


def size(premises: Premises, lang: Lang) -> str:
    sizes = dict.fromkeys(number(each, lang) for each in (premises.least, premises.most))
    return words.SIZE[lang].format(size="–".join(sizes))


def free(premises: Premises, lang: Lang, today: date) -> str:
    if premises.free_from is None or premises.free_from <= today:
        return words.NOW[lang]
    return words.FROM(lang, day=day(premises.free_from, lang))


def facts(premises: Premises, reader: Reader) -> str:
    """As `told`, as markup."""
    return escape(told(premises, reader))


def told(premises: Premises, reader: Reader) -> str:
    """«Kontor · Visperud · 50–200 m² · 1500–1999 kr per m² i året · ledig nå», as plain words."""
    lang = reader.lang
    parts = [KINDS[premises.kind][lang], reader.area(premises.area), size(premises, lang)]
    parts += [words.PRICE[lang].format(band=PRICES[premises.price][lang])] if premises.price else []
    return " · ".join(part for part in (*parts, free(premises, lang, reader.local.today)) if part)


def described(search: Search, reader: Reader) -> str:
    """«Kontor · Visperud · minst 100 m²», as plain words."""
    lang = reader.lang
    parts = [KINDS[search.kind][lang] if search.kind else "", reader.area(search.area)]
    parts += [words.AT_LEAST[lang].format(size=number(search.size, lang))] if search.size else []
    parts += [words.BELOW[lang].format(most=search.price)] if search.price else []
    parts += [words.FREE_BY[lang].format(day=day(search.by, lang))] if search.by else []
    return " · ".join(part for part in parts if part) or words.ALL[lang]


# --- the list ---


def listing(
    found: Page[Premises], search: Search, touched: datetime | None, reader: Reader
) -> tuple[list[str], list[Block]]:
    """What is found, with what can be chosen above it; as lines and as blocks."""
    lang = reader.lang
    head = f"*{words.TITLE[lang]}*\n{words.FOUND(lang, search=described(search, reader))}"
    lines, blocks = [head], [section(head), actions(*_filters(search, reader), *_buttons(search, reader))]
    for premises in found.shown:
        said = f"*{escape(premises.name(lang))}*\n{facts(premises, reader)}"
        lines.append(said)
        spoken = cut(words.SPOKEN[lang].format(title=premises.name(lang)), BUTTON)
        blocks.append(section(said, button(words.SHOW[lang], "premises.show", premises.id, spoken=spoken)))
    if not found.shown:
        last = words.TOUCHED(lang, day=reader.day(touched)) if touched else words.NEVER[lang]
        nothing = f"{words.NOTHING[lang]} {last}" if touched else last
        lines.append(nothing)
        blocks.append(section(nothing))
    place = found.place(lang)
    return [*lines, *([place] if place else [])], [*blocks, *found.blocks(lang, "premises.list", search.written)]


def _filters(search: Search, reader: Reader) -> list[Block]:
    """Menus whose choices carry the whole search."""
    lang = reader.lang
    kinds = [("", words.ANY_KIND[lang]), *((kind, name[lang]) for kind, name in KINDS.items())]
    areas = [("", words.ANY_AREA[lang]), *((area, name[lang]) for area, name in reader.areas.items())]
    by_kind = [(replace(search, kind=kind).written, name) for kind, name in kinds]
    by_area = [(replace(search, area=area).written, name) for area, name in areas]
    return [
        select("premises.filter:kind", words.KIND[lang], by_kind, search.written),
        select("premises.filter:area", words.AREA[lang], by_area, search.written),
    ]


def _buttons(search: Search, reader: Reader) -> list[Block]:
    lang = reader.lang
    mine = [button(words.MINE[lang], "premises.mine")] if reader.busy else []
    return [
        button(words.SEARCH[lang], "premises.search", search.written),
        button(words.TELL_ME[lang], "premises.keep", search.written),
        button(words.PUT_OUT[lang], "premises.new"),
        *mine,
    ]


# --- one of them ---


def whole(premises: Premises, owner: str, route: Route | None, reader: Reader, *, mine: bool) -> View:
    """`owner`: as markup. `route`: who handles zoning there, and the area's entry."""
    lang = reader.lang
    address = [words.ADDRESS(lang, address=premises.address)] if premises.address else []
    said = [f"*{escape(premises.name(lang))}*", facts(premises, reader), *address]
    about = escape(premises.about(lang))
    blocks = [
        section("\n".join(said)),
        *([section(about)] if about else []),
        section(f"{contact(premises, owner, lang)}\n{words.OWNER[lang].format(owner=owner)}"),
        context(standing(premises, reader)),
        *([own_buttons(premises, lang)] if mine else []),
        *(_plan(route, lang) if route and route.area else []),
    ]
    return modal("notice", words.ONE[lang], blocks, close=CLOSE[lang])


def contact(premises: Premises, owner: str, lang: Lang) -> str:
    """Whom to turn to; where neither is left, the owner."""
    person = [f"<@{premises.contact_person}>"] if premises.contact_person else []
    role = [escape(premises.contact)] if premises.contact else []
    return words.CONTACT[lang].format(contact=" · ".join([*person, *role]) or owner)


def standing(premises: Premises, reader: Reader) -> str:
    if premises.is_shown(reader.local.now):
        return words.UNTIL(reader.lang, day=reader.day(premises.until))
    return words.OFF[reader.lang]


def own_buttons(premises: Premises, lang: Lang) -> Block:
    label = words.VACANT_STILL if premises.state == SHOWN else words.PUT_BACK
    take = [button(words.TAKE_OFF[lang], "premises.taken", premises.id)] if premises.state == SHOWN else []
    edit = button(EDIT[lang], "premises.edit", premises.id)
    return actions(edit, button(label[lang], "premises.vacant", premises.id), *take)


def _plan(route: Route, lang: Lang) -> list[Block]:
    """What the knowledge base tells of the area, and whom to ask about zoning there."""
    if route.area is None:
        return []
    heading = words.AREA_PLAN(lang, area=route.area.title[lang])
    said = f"*{heading}*\n{escape(first_sentence(route.area.text)[lang])}\n{contact_line(route.contact, lang)}"
    return [divider(), section(said), context(sources_line([route.area, route.contact], lang))]


# --- one's own ---


def mine(own: Sequence[Premises], searches: Sequence[SavedSearch], reader: Reader) -> View:
    lang = reader.lang
    blocks: list[Block] = []
    for premises in own:
        said = f"*{escape(premises.name(lang))}*\n{facts(premises, reader)}\n{standing(premises, reader)}"
        blocks += [section(said), own_buttons(premises, lang)]
    blocks += [divider(), section(words.SEARCHES[lang])] if searches else []
    for saved in searches:
        said = f"• {escape(described(read(saved.wanted), reader))}"
        blocks.append(section(said, button(words.STOP[lang], "premises.stop", saved.id)))
    blocks.append(actions(button(words.PUT_OUT[lang], "premises.new")))
    return modal("notice", words.MINE[lang], blocks, close=CLOSE[lang], data=OWN)


def notice(lang: Lang, title: Text, said: str) -> View:
    return modal("notice", title[lang], [section(said)], close=CLOSE[lang])
