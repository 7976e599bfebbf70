"""Who the token is, the team, the app's bot, and the address for Socket Mode."""

from bot.workspace.shapes import ApiError, Json
from bot.workspace.web_api.call import Call, Method


def auth_test(call: Call) -> Json:
    team, app = call.workspace.state.team, call.workspace.app
    return {
        "url": f"https://{team['domain']}.slack.com/",
        "team": team["name"],
        "user": app.name.lower(),
        "team_id": team["id"],
        "user_id": app.bot_user,
        "bot_id": app.bot_id,
        "is_enterprise_install": False,
    }


def team_info(call: Call) -> Json:
    return {"team": {**call.workspace.state.team, "email_domain": "", "icon": {}}}


def bots_info(call: Call) -> Json:
    app = call.workspace.app
    if call.text("bot") not in ("", app.bot_id):
        raise ApiError("bot_not_found")
    return {
        "bot": {
            "id": app.bot_id,
            "deleted": False,
            "name": app.name,
            "updated": 0,
            "app_id": app.id,
            "user_id": app.bot_user,
            "icons": {},
        }
    }


def api_test(call: Call) -> Json:
    return {"args": {key: value for key, value in call.args.items() if key != "token"}}


def connections_open(call: Call) -> Json:
    return {"url": call.workspace.open_socket()}


METHODS = {
    "api.test": Method(api_test),
    "auth.test": Method(auth_test),
    "team.info": Method(team_info, ("team:read",)),
    "bots.info": Method(bots_info, ("users:read",)),
    "apps.connections.open": Method(connections_open),
}
