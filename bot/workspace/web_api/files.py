"""files.*: an upload in three steps; the last one posts it."""

import secrets
import time

from bot.workspace import posting
from bot.workspace.shapes import ApiError, Json
from bot.workspace.state import Post, Upload
from bot.workspace.web_api.call import Call, Method


def upload_url(call: Call) -> Json:
    upload = Upload("F0" + secrets.token_hex(5).upper(), call.need("filename"), call.number("length", 0))
    if not upload.length:
        raise ApiError("invalid_arguments", response_metadata={"messages": ["[ERROR] length must be above 0"]})
    call.workspace.state.uploads[upload.id] = upload
    return {"file_id": upload.id, "upload_url": f"{call.workspace.address}/upload/{upload.id}"}


def complete(call: Call) -> Json:
    files = call.json("files", "invalid_arguments") or []
    uploads = [call.workspace.state.uploads.get(file.get("id")) for file in files]
    if not uploads or any(upload is None or upload.content is None for upload in uploads):
        raise ApiError("file_not_found")
    told = [_file(call, upload, file) for upload, file in zip(uploads, files, strict=True) if upload]
    if call.text("channel_id"):
        _post(call, told)
    return {"files": told}


def _post(call: Call, files: list[Json]) -> None:
    call.args["channel"] = call.text("channel_id")
    channel, state, app = call.channel(to_post=True), call.workspace.state, call.workspace.app
    body: Json = {"type": "message", "subtype": "file_share", "user": app.bot_user, "bot_id": app.bot_id}
    body |= {"ts": state.new_ts(), "text": call.text("initial_comment"), "files": files, "upload": True}
    if call.text("thread_ts") in channel.posts:
        body["thread_ts"] = call.text("thread_ts")
    post = Post(body, in_history_from=time.time() + call.lag)
    posting.put(state, call.workspace.events, channel, post)


def _file(call: Call, upload: Upload, given: Json) -> Json:
    link = f"{call.workspace.address}/files/{upload.id}/{upload.name}"
    told = {"id": upload.id, "name": upload.name, "title": given.get("title") or upload.name, "size": upload.length}
    return told | {"mode": "hosted", "url_private": link, "url_private_download": link}


METHODS = {
    "files.getUploadURLExternal": Method(upload_url, ("files:write",)),
    "files.completeUploadExternal": Method(complete, ("files:write",)),
}
