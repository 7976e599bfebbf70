"""Menus of more than a hundred, too."""

from collections.abc import Collection

from bot.core.blocks import Block, options, plain

IN_A_GROUP = 100  # of Slack's hundred groups


def several(name: str, placeholder: str, known: list[tuple[str, str]], chosen: Collection[str]) -> Block:
    """Of (value, label) several are chosen."""
    initial = options([one for one in known if one[0] in chosen])
    menu: Block = {"type": "multi_static_select", "action_id": name, "placeholder": plain(placeholder)}
    return menu | _offered(known) | ({"initial_options": initial} if initial else {})


def one(name: str, placeholder: str, known: list[tuple[str, str]]) -> Block:
    """Of (value, label) one is chosen."""
    return {"type": "static_select", "action_id": name, "placeholder": plain(placeholder)} | _offered(known)


def _offered(known: list[tuple[str, str]]) -> Block:
    """More than a hundred stand in groups, named after their first and last."""
    groups = [known[n : n + IN_A_GROUP] for n in range(0, len(known), IN_A_GROUP)]
    if len(groups) == 1:
        return {"options": options(known)}
    labels = [plain(f"{group[0][1][:30]} – {group[-1][1][:30]}") for group in groups]
    return {
        "option_groups": [
            {"label": label, "options": options(group)} for label, group in zip(labels, groups, strict=True)
        ]
    }
