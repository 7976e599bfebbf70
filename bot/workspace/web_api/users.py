"""users.*: who is in the workspace."""

from bot.workspace.shapes import ApiError, Json
from bot.workspace.web_api.call import Call, Method, page


def info(call: Call) -> Json:
    return {"user": _shown(call, call.user())}


def list_all(call: Call) -> Json:
    members, cursor = page(call, list(call.workspace.state.users.values()), 200, 1000)
    shown = [_shown(call, member) for member in members]
    return {"members": shown, "cache_ts": 0, "response_metadata": {"next_cursor": cursor}}


def by_email(call: Call) -> Json:
    email = call.need("email")
    for user in call.workspace.state.users.values():
        if user["profile"].get("email") == email:
            return {"user": user}
    raise ApiError("users_not_found")


def _shown(call: Call, user: Json) -> Json:
    """The locale comes only when it is asked for."""
    return user if call.flag("include_locale") else {key: value for key, value in user.items() if key != "locale"}


METHODS = {
    "users.info": Method(info, ("users:read",)),
    "users.list": Method(list_all, ("users:read",)),
    "users.lookupByEmail": Method(by_email, ("users:read.email",)),
}
