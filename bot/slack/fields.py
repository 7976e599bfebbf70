"""What stands in the inputs of a form, and in a button or menu that was pressed, as plain words."""

from datetime import UTC, datetime
from typing import Any

from bot.slack import markup

PICKED = (
    "value",
    "selected_date",
    "selected_time",
    "selected_date_time",
    "selected_conversation",
    "selected_channel",
    "selected_user",
)
STAMP = 10  # digits of a time in seconds, until the year 2286


def of(view: dict[str, Any]) -> dict[str, str]:
    """By the input's block."""
    state = (view.get("state") or {}).get("values") or {}
    return {block: chosen(element) for block, inputs in state.items() for element in inputs.values()}


def offered(view: dict[str, Any]) -> frozenset[str]:
    """What could be ticked or chosen in its inputs."""
    inputs = (block.get("element") or {} for block in view.get("blocks") or [])
    return frozenset(str(option.get("value")) for one in inputs for option in one.get("options") or [])


def chosen(element: dict[str, Any]) -> str:
    """What was typed or picked; several choices a line each."""
    options = element.get("selected_options") or [element.get("selected_option") or {}]
    picked = next((element[name] for name in PICKED if element.get(name)), "")
    several = element.get("selected_users") or [option.get("value", "") for option in options]
    return markup.whole(str(picked or "\n".join(several)))


def picked_time(picked: str) -> datetime | None:
    """What Slack's date-time picker gives, seconds since 1970; none where nothing was picked."""
    return datetime.fromtimestamp(int(picked), UTC) if picked.isdecimal() and len(picked) <= STAMP else None
