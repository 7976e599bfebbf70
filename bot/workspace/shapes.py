"""The JSON that goes over the wire, and the errors of the two sides that speak it."""

from typing import Any

Json = dict[str, Any]


class ApiError(Exception):
    """A refusal of the Web API, as Slack words it."""

    def __init__(self, code: str, *, status: int = 200, headers: dict[str, str] | None = None, **more: Any) -> None:
        super().__init__(code)
        self.status = status
        self.headers = headers or {}
        self.body: Json = {"ok": False, "error": code, **more}


class ControlError(Exception):
    """What a person at the page tried cannot be done; the words are for that person."""
