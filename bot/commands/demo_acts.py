"""What the demonstration's people have done before a visitor comes, played through the same wire as everything else."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from bot.core.clocks import Now
from bot.workspace import Workspace, elements
from scheduler.quiet import Quiet

ACTS = Path(__file__).parents[1] / "sample" / "acts.yaml"
Json = dict[str, Any]


def play(workspace: Workspace, now: Now, quiet: Quiet) -> None:
    """Each act waits for what the one before brought about."""
    for act in yaml.safe_load(ACTS.read_text()):
        _play(workspace, act, now, quiet)


def _play(workspace: Workspace, act: Json, now: Now, quiet: Quiet) -> None:
    person, channel = act["as"], act.get("channel", "")
    if "types" in act:
        workspace.say(person, channel, act["types"])
    if "presses" in act:
        buttons = partial(_buttons, workspace, person, channel, act["presses"])
        workspace.wait(lambda: next(buttons(), None))
        reply, block, element = next(islice(buttons(), act.get("nth", 1) - 1, None))
        place = {"channel": channel, "ts": reply["ts"], "block_id": block["block_id"]}
        workspace.click(person, **place, action_id=element["action_id"], value=element.get("value"))
    if "home" in act:
        workspace.open_home(person)
        pressed = partial(_at_home, workspace, person, act["home"])
        workspace.wait(lambda: next(pressed(), None))
        view, block, element = next(pressed())
        workspace.click(person, view_id=view["id"], block_id=block["block_id"], action_id=element["action_id"])
    for fields in act.get("fills", []):
        workspace.wait(lambda: workspace.modals(person))
        view = workspace.modals(person)[-1]
        workspace.submit(person, view["id"], _filled(view, fields, now, quiet))
    while workspace.modals(person):
        workspace.close_view(person, workspace.modals(person)[-1]["id"])


def _buttons(workspace: Workspace, person: str, channel: str, action: str) -> Iterator[tuple[Json, Json, Json]]:
    """From the newest message on: those with this action."""
    for message in reversed(workspace.messages(person, channel)):
        for block in message.get("blocks", []):
            for element in block.get("elements", []):
                if element.get("action_id") == action:
                    yield message, block, element


def _at_home(workspace: Workspace, person: str, action: str) -> Iterator[tuple[Json, Json, Json]]:
    view = workspace.home(person) or {"blocks": []}
    return ((view, *found) for found in elements.inside(view["blocks"]) if found[1]["action_id"] == action)


def _filled(view: Json, fields: Json, now: Now, quiet: Quiet) -> Json:
    """From the names of fields to what Slack calls their values."""
    inputs = {block["block_id"]: block["element"] for block in view["blocks"] if block["type"] == "input"}
    values = {name: _moment(value, inputs[name], now, quiet) for name, value in fields.items()}
    return {name: {inputs[name]["action_id"]: {"type": inputs[name]["type"]} | value} for name, value in values.items()}


def _moment(value: Json, element: Json, now: Now, quiet: Quiet) -> Json:
    if "in_days" not in value:
        return {name: _with_year(given, now, quiet) for name, given in value.items()}
    day = _working_day(now().astimezone(quiet.zone).date() + timedelta(days=value["in_days"]), quiet)
    if element["type"] == "datepicker":
        return {"selected_date": day.isoformat()}
    at = datetime.combine(day, time.fromisoformat(value["at"]), quiet.zone)
    return {"selected_date_time": int(at.timestamp())}


def _with_year(given: Any, now: Now, quiet: Quiet) -> Any:
    """`{year}` stands for that of the demonstration's calendar."""
    return given.replace("{year}", f"{now().astimezone(quiet.zone):%Y}") if isinstance(given, str) else given


def _working_day(day: date, quiet: Quiet) -> date:
    """The day, or the first working day after it."""
    return quiet.later(datetime.combine(day, time(0), quiet.zone)).astimezone(quiet.zone).date()
