"""assistant.threads.*: suggested prompts and status of the conversation with the app."""

from bot.workspace.shapes import ApiError, Json
from bot.workspace.state import Channel
from bot.workspace.web_api.call import Call, Method

MOST_PROMPTS = 4


def set_suggested_prompts(call: Call) -> Json:
    prompts = call.json("prompts", "invalid_arguments")
    complete = isinstance(prompts, list) and all(p.get("title") and p.get("message") for p in prompts)
    if not complete or len(prompts) > MOST_PROMPTS:
        raise ApiError("invalid_arguments", response_metadata={"messages": ["[ERROR] 1 to 4 prompts"]})
    channel = _channel(call)
    state = call.workspace.state
    state.prompts[channel.id] = {"title": call.text("title"), "prompts": prompts}
    state.touch(channel.members)
    return {}


def set_status(call: Call) -> Json:
    _channel(call)
    call.need("thread_ts")
    return {}


def _channel(call: Call) -> Channel:
    call.args["channel"] = call.need("channel_id")
    return call.channel()


METHODS = {
    "assistant.threads.setSuggestedPrompts": Method(set_suggested_prompts, ("assistant:write", "chat:write")),
    "assistant.threads.setStatus": Method(set_status, ("assistant:write", "chat:write")),
    "assistant.threads.setTitle": Method(set_status, ("assistant:write",)),
}
