"""Where files are uploaded to, and fetched from."""

from typing import TYPE_CHECKING
from urllib.parse import quote

from flask import Blueprint, Response, request

from bot.workspace.limits import rate_limited
from bot.workspace.web_api.request import spoiled

if TYPE_CHECKING:
    from bot.workspace.workspace import Workspace


def file_routes(workspace: "Workspace") -> Blueprint:
    routes = Blueprint("files", __name__)

    @routes.post("/upload/<key>")
    def upload(key: str) -> Response:
        file = workspace.state.uploads.get(key)
        if file is None or len(request.get_data()) != file.length:
            return Response("no such upload, or of another length", 400)
        fault = workspace.faults.take("upload")
        if fault and fault.kind == "429":
            refusal = rate_limited(fault.seconds)
            return Response("", refusal.status, refusal.headers)
        file.content = request.get_data()
        return spoiled(workspace, fault, {"ok": True}, 200) if fault else Response(f"OK - {file.length}")

    @routes.get("/files/<key>/<name>")
    def download(key: str, name: str) -> Response:
        file = workspace.state.uploads.get(key)
        if file is None or file.content is None:
            return Response("no such file", 404)
        named = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}"}
        return Response(file.content, mimetype="application/octet-stream", headers=named)

    return routes
