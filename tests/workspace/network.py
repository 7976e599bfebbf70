"""A small network and a small app's manifest, for these tests alone."""

from typing import Any

NETWORK: dict[str, Any] = {
    "team": {"id": "T0TEST", "name": "Testnett", "domain": "testnett"},
    "users": [
        {"id": "U0ADA", "name": "ada", "real_name": "Ada Eksempel", "title": "Baker"},
        {"id": "U0BO", "name": "bo", "real_name": "Bo Eksempel", "is_owner": True},
        {"id": "U0GONE", "name": "gone", "real_name": "Borte Eksempel", "deleted": True},
    ],
    "channels": [
        {"id": "C0NET", "name": "nettverket", "topic": "Alt", "members": ["U0ADA", "U0BO", "@bot"]},
        {"id": "C0OUT", "name": "utenfor", "members": ["U0BO"]},
        {"id": "C0OLD", "name": "gammel", "members": ["U0BO", "@bot"], "archived": True},
        {"id": "C0STAFF", "name": "stab", "private": True, "members": ["U0BO", "@bot"]},
        {"id": "C0SECRET", "name": "lukket", "private": True, "members": ["U0BO"]},
    ],
    "notice": "Demonstrasjon",
    "starters": [{"as": "U0ADA", "channel": "@bot", "title": "Spør", "text": "Hvem?"}],
}

SCOPES = ["app_mentions:read", "assistant:write", "channels:history", "channels:join", "channels:read", "chat:write"]
SCOPES += ["commands", "groups:history", "groups:read", "im:history", "im:read", "im:write", "team:read", "users:read"]

MANIFEST: dict[str, Any] = {
    "display_information": {"name": "Testbot", "description": "Svarer"},
    "features": {
        "bot_user": {"display_name": "Testbot"},
        "slash_commands": [
            {"command": "/test", "description": "Spør", "usage_hint": "spørsmål"},
            {"command": "/named", "description": "Spør", "should_escape": True},
        ],
        "shortcuts": [
            {"name": "Svar", "type": "message", "callback_id": "answer", "description": "Finn svar"},
            {"name": "Lag", "type": "global", "callback_id": "make", "description": "Lag noe"},
        ],
    },
    "oauth_config": {"scopes": {"bot": SCOPES}},
    "settings": {
        "event_subscriptions": {
            "bot_events": ["app_home_opened", "app_mention", "member_joined_channel", "message.im", "user_change"]
        }
    },
}
