"""From a network written down as YAML or JSON to a state: users, channels, first messages."""

import time

from bot.workspace.app import InstalledApp
from bot.workspace.shapes import Json
from bot.workspace.state import Channel, Post, State

BOT = "@bot"  # stands for the app's own user in a seed


def user_object(team_id: str, *, id: str, name: str, real_name: str, **more: object) -> Json:  # noqa: A002
    """A user as users.info shows one; `more` are the fields a seed may set."""
    guest, title = bool(more.get("guest")), str(more.get("title", ""))
    return {
        "id": id,
        "team_id": team_id,
        "name": name,
        "deleted": bool(more.get("deleted")),
        "real_name": real_name,
        "tz": str(more.get("tz", "Europe/Oslo")),
        "tz_label": "Central European Time",
        "tz_offset": 3600,
        "locale": str(more.get("locale", "nb-NO")),
        "profile": {
            "title": title,
            "real_name": real_name,
            "real_name_normalized": real_name,
            "display_name": name,
            "display_name_normalized": name,
            "team": team_id,
        },
        "is_admin": bool(more.get("is_owner") or more.get("is_admin")),
        "is_owner": bool(more.get("is_owner")),
        "is_primary_owner": False,
        "is_restricted": guest,
        "is_ultra_restricted": False,
        "is_bot": bool(more.get("is_bot")),
        "is_app_user": False,
        "updated": int(time.time()),
        "is_email_confirmed": True,
    }


def bot_object(team_id: str, app: InstalledApp) -> Json:
    user = user_object(team_id, id=app.bot_user, name=app.name.lower(), real_name=app.name, is_bot=True)
    user["profile"] |= {"bot_id": app.bot_id, "api_app_id": app.id, "always_active": True}
    return user


def new_state(seed: Json, app: InstalledApp) -> State:
    team = {"id": "T0EKSEMPEL1", "name": "Arbeidsområde", "domain": "eksempel", **seed.get("team", {})}
    state = State(team)
    add_seed(state, seed, app)
    return state


def add_seed(state: State, seed: Json, app: InstalledApp) -> None:
    """Lay the seed's people and channels into a state; what is there already keeps its messages and members."""
    team_id = state.team["id"]
    state.users["USLACKBOT"] = user_object(team_id, id="USLACKBOT", name="slackbot", real_name="Slackbot")
    state.users[app.bot_user] = bot_object(team_id, app)
    for row in seed.get("users", []):
        state.users[row["id"]] = user_object(team_id, **row)
    for row in seed.get("channels", []):
        if row["id"] not in state.channels:
            state.channels[row["id"]] = _channel(state, row, app)


def _channel(state: State, row: Json, app: InstalledApp) -> Channel:
    kind = "private" if row.get("private") else "channel"
    members = [app.bot_user if member == BOT else member for member in row.get("members", [])]
    channel = Channel(row["id"], row["name"], kind, row.get("topic", ""), members, int(time.time()))
    channel.archived = bool(row.get("archived"))
    for message in row.get("messages", []):
        text = message["text"].replace(f"<@{BOT}>", f"<@{app.bot_user}>")
        body = {"type": "message", "user": message["user"], "text": text, "ts": state.new_ts()}
        channel.add(Post(body | {"team": state.team["id"]}))
    return channel
