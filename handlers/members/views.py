"""The modals and the Home part about a person."""

from collections.abc import Iterable, Mapping, Sequence

from bot.core.blocks import Block, Message, View, actions, button, input_of, modal, options, plain, section, select
from bot.core.texts import Lang, escape
from bot.domain.companies.rows import LONGEST_NAME, Company
from bot.domain.members import ROLES, Member
from bot.domain.pushes import KINDS
from bot.slack.words import CANCEL, EDIT, LANGUAGE, NOT_GIVEN, PICK, ROLE_NAMES, SAVE, THEIR_OWN_NAMES
from handlers.members import words
from knowledge.entry import Entry

MENU = 100  # what a menu of Slack's holds


def form(lang: Lang, member: Member, companies: Sequence[Company], areas: Mapping[str, Entry]) -> View:
    """«Om deg»."""
    language = select("language", LANGUAGE[lang], THEIR_OWN_NAMES, member.language or lang)
    blocks = [
        input_of("language", LANGUAGE[lang], language),
        *_company(lang, member, companies),
        input_of("areas", words.AREAS[lang], _areas(lang, member, areas), optional=True, hint=words.AREAS_HINT[lang]),
        input_of("receive", words.RECEIVE[lang], _receive(lang, member), optional=True),
    ]
    return modal("members.save", words.ABOUT[lang], blocks, submit=SAVE[lang], close=CANCEL[lang])


def _company(lang: Lang, member: Member, companies: Sequence[Company]) -> list[Block]:
    """One of those that are known, or its name; a menu holds no more than 100, then the name finds it."""
    typed: Block = {"type": "plain_text_input", "action_id": "company", "max_length": LONGEST_NAME}
    by_menu = 0 < len(companies) <= MENU
    typed |= {"initial_value": member.company} if member.company and not (by_menu and member.company_id) else {}
    if not by_menu:
        return [input_of("company", words.COMPANY[lang], typed, optional=True)]
    offered = [(one.id, one.name) for one in companies]
    menu = select("known", PICK[lang], offered, member.company_id)
    return [
        input_of("known", words.COMPANY[lang], menu, optional=True),
        input_of("company", words.OTHER_COMPANY[lang], typed, optional=True),
    ]


def _areas(lang: Lang, member: Member, areas: Mapping[str, Entry]) -> Block:
    offered = options((name, entry.title[lang]) for name, entry in areas.items())
    chosen = [option for option in offered if option["value"] in member.areas]
    menu: Block = {"type": "multi_static_select", "action_id": "areas", "options": offered}
    return menu | {"placeholder": plain(PICK[lang])} | ({"initial_options": chosen} if chosen else {})


def _receive(lang: Lang, member: Member) -> Block:
    offered = options((kind, words.KINDS[kind][lang]) for kind in KINDS)
    wanted = [option for option in offered if option["value"] not in member.muted]
    boxes: Block = {"type": "checkboxes", "action_id": "receive", "options": offered}
    return boxes | ({"initial_options": wanted} if wanted else {})


def home(lang: Lang, member: Member, areas: Mapping[str, Entry]) -> list[Block]:
    """What the person told; each area is a button that asks about it."""
    interests = [areas[name] for name in member.areas if name in areas]
    named = ", ".join(area.title[lang] for area in interests)
    asks = [button(area.title[lang], f"ask.again:{area.id}", area.question[lang]) for area in interests]
    wanted = ", ".join(words.KINDS[kind][lang] for kind in KINDS if kind not in member.muted)
    lines = [
        f"*{words.ABOUT[lang]}*",
        f"{words.COMPANY[lang]}: {escape(member.company) or NOT_GIVEN[lang]}",
        f"{words.AREAS[lang]}: {escape(named) or NOT_GIVEN[lang]}",
        f"{words.RECEIVE[lang]}: {wanted or words.NOTHING[lang]}",
    ]
    told = section("\n".join(lines), button(EDIT[lang], "members.edit"))
    return [told, actions(*asks)] if asks else [told]


def roles_form(lang: Lang, holders: Iterable[Member]) -> View:
    """Administrators give a role; who has one stands above."""
    lines = [f"<@{member.id}>: {ROLE_NAMES[member.role][lang]}" for member in holders]  # type: ignore[index]
    shown = [section("\n".join([words.HAVE_ROLES[lang], *lines]))] if lines else []
    person = {"type": "users_select", "action_id": "person", "placeholder": plain(PICK[lang])}
    role = select("role", PICK[lang], [(role, ROLE_NAMES[role][lang]) for role in ROLES])
    blocks = [*shown, input_of("person", words.PERSON[lang], person), input_of("role", words.ROLE[lang], role)]
    return modal("members.role", words.ROLES_TITLE[lang], blocks, submit=SAVE[lang], close=CANCEL[lang])


def guests(lang: Lang, channel: str, *, is_open: bool) -> Message:
    said = (words.GUESTS_OPEN if is_open else words.GUESTS_CLOSED)[lang].format(channel=f"<#{channel}>")
    press = (words.SHUT if is_open else words.OPEN)[lang]
    action = "members.close" if is_open else "members.open"
    return Message(said, [section(said), actions(button(press, action, channel))])
