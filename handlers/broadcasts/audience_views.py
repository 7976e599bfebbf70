"""The modal «Mottakere»."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.blocks import (
    Block,
    View,
    actions,
    button,
    confirm,
    divider,
    input_of,
    modal,
    options,
    plain,
    section,
    select,
)
from bot.core.texts import Lang, Text, same
from bot.domain.broadcasts.segments import LONGEST_NAME, TRAITS, Chosen, Segment
from bot.domain.companies.facts import INTERESTS
from bot.domain.companies.rows import BRANCHES, SIZES
from bot.slack.words import CANCEL, PICK, ROLE_NAMES, THEIR_OWN_NAMES
from handlers.broadcasts import audience_words as words

MENU = 100  # what a menu of Slack's holds


@dataclass(frozen=True)
class Begun:
    """`saved`: the kept segment from which it began, or empty. Slack keeps what was chosen as long as a field is
    called the same, so the fields get names of their own from it.
    """

    draft: str
    chosen: Chosen
    saved: str = ""


def form(lang: Lang, begun: Begun, kept: Sequence[Segment], areas: Mapping[str, Text], forecast: str) -> View:
    """`forecast`: who gets it as it is chosen now."""
    groups: dict[str, Mapping[str, Text]] = {
        "area": areas,
        "branch": BRANCHES,
        "size": {word: text for word, (_, text) in SIZES.items()},
        "role": dict(ROLE_NAMES.items()),
        "interest": {**INTERESTS, **areas},
        "language": {word: same(name) for word, name in THEIR_OWN_NAMES},
    }
    blocks = [
        *_kept(lang, begun, kept),
        *(_menu(lang, begun, trait, groups[trait]) for trait in TRAITS),
        divider(),
        section(forecast),
        _name(lang, begun),
    ]
    data = f"{begun.draft} {begun.saved}".strip()
    title, use = words.RECEIVERS[lang], words.USE[lang]
    return modal("broadcast.audience", title, blocks, submit=use, close=CANCEL[lang], data=data)


def _kept(lang: Lang, begun: Begun, kept: Sequence[Segment]) -> list[Block]:
    intro = section(words.RULE[lang])
    if not kept:
        return [intro]
    named = [(one.id, one.name) for one in kept[:MENU]]
    menu = section(words.KEPT[lang], select("broadcast.reuse", PICK[lang], named, begun.saved))
    sure = confirm(words.DELETE[lang], words.SURE[lang], words.DELETE[lang], CANCEL[lang])
    delete = button(words.DELETE[lang], "broadcast.unsave", begun.saved) | {"confirm": sure}
    return [intro, menu, *([actions(delete)] if begun.saved else [])]


def _menu(lang: Lang, begun: Begun, trait: str, groups: Mapping[str, Text]) -> Block:
    """What is chosen and no longer there is still offered, so that it can be taken away."""
    wanted = begun.chosen.get(trait, ())
    known = dict(groups) | {one: same(one) for one in wanted if one not in groups}
    offered = options((word, text[lang]) for word, text in list(known.items())[-MENU:])
    chosen = [option for option in offered if option["value"] in wanted]
    menu: Block = {"type": "multi_static_select", "action_id": f"broadcast.count:{trait}{begun.saved}"}
    menu |= {"options": offered, "placeholder": plain(PICK[lang])} | ({"initial_options": chosen} if chosen else {})
    return input_of(trait, words.TRAITS[trait][lang], menu, optional=True) | {"dispatch_action": True}


def _name(lang: Lang, begun: Begun) -> Block:
    typed: Block = {"type": "plain_text_input", "action_id": f"name{begun.saved}", "max_length": LONGEST_NAME}
    return input_of("name", words.SAVE_AS[lang], typed, optional=True, hint=words.SAVE_HINT[lang])
