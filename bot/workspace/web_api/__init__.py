"""Slack's Web API, as far as our features use it: one function a method."""

from bot.workspace.web_api import assistant, auth, chat, conversations, files, users, views
from bot.workspace.web_api.call import Method

METHODS: dict[str, Method] = {
    **assistant.METHODS,
    **auth.METHODS,
    **chat.METHODS,
    **conversations.METHODS,
    **files.METHODS,
    **users.METHODS,
    **views.METHODS,
}
