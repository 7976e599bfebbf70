"""A file in three calls: ask for an address, upload, complete. Only the last one shows it to anybody."""

from base64 import b64decode
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any

from bot.slack.web_api import MaybeDone, NotDone, WebApi
from scheduler.outbox import FILE

METHOD = FILE  # our own name of the three together
RETRY = 2.0


def share(api: WebApi, channel: str, filename: str, payload: dict[str, Any]) -> None:
    """`payload`: content (text) or base64, title, text, and thread_ts if in a thread. Raises a SlackError.

    What fails before the last call has shown nothing to anybody, so it counts as not done.
    """
    content = b64decode(payload["base64"]) if "base64" in payload else str(payload["content"]).encode()
    try:
        place = api.get("files.getUploadURLExternal", {"filename": filename, "length": len(content)})
        api.upload(place["upload_url"], content)
    except MaybeDone as error:
        raise NotDone(error.reason, RETRY) from None
    complete = {
        "files": [{"id": place["file_id"], "title": payload.get("title", filename)}],
        "channel_id": channel,
        "initial_comment": payload.get("text", ""),
    }
    thread = payload.get("thread_ts")
    api.call("files.completeUploadExternal", complete | ({"thread_ts": thread} if thread else {}))


def unique(filename: str, key: str) -> str:
    """A name that no other row's file has, since a file carries no metadata to be found by."""
    path = PurePosixPath(filename)
    return f"{path.stem}-{sha256(key.encode()).hexdigest()[:8]}{path.suffix}"


def holds(message: dict[str, Any], filename: str) -> bool:
    return any(file.get("name") == filename for file in message.get("files") or [])
