"""A menu in which several are chosen, also of more than a hundred."""

from collections.abc import Collection

from bot.core.blocks import Block, options, plain

IN_A_GROUP = 100  # of Slack's hundred groups


def several(name: str, placeholder: str, known: list[tuple[str, str]], chosen: Collection[str]) -> Block:
    """Of (value, label); more than a hundred stand in groups, named after their first and last."""
    groups = [known[n : n + IN_A_GROUP] for n in range(0, len(known), IN_A_GROUP)]
    labels = [plain(f"{group[0][1][:30]} – {group[-1][1][:30]}") for group in groups]
    offered = [{"label": label, "options": options(group)} for label, group in zip(labels, groups, strict=True)]
    initial = options([one for one in known if one[0] in chosen])
    menu: Block = {"type": "multi_static_select", "action_id": name, "placeholder": plain(placeholder)}
    menu |= {"option_groups": offered} if len(groups) > 1 else {"options": options(known)}
    return menu | ({"initial_options": initial} if initial else {})
