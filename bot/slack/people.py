"""Who is in the workspace: read once a night and at the start; changes in between come as events."""

from collections.abc import Iterator
from typing import Any

from bot.core.db import Database
from bot.domain import members
from bot.slack.gate import standing_of
from bot.slack.web_api import WebApi

PAGE = 200


def appoint(database: Database, administrators: tuple[str, ...]) -> None:
    """Those that are set; where none are, the workspace's owners come with `sync`."""
    if administrators:
        with database.write() as session:
            members.appoint(session, administrators)


def is_appointed(api: WebApi, person: str, administrators: tuple[str, ...]) -> bool:
    """Whether somebody is administrator whatever is chosen here: set, or where none are, an owner of the workspace."""
    if administrators:
        return person in administrators
    return bool(api.get("users.info", {"user": person})["user"].get("is_owner"))


def sync(api: WebApi, database: Database, team: str, administrators: tuple[str, ...]) -> None:
    """Everybody gets a row; `administrators`, else the owners of the workspace, get their role."""
    owners: list[str] = []
    for page in _pages(api):
        people = [user for user in page if not user.get("is_bot") and user["id"] != "USLACKBOT"]
        owners += [user["id"] for user in people if user.get("is_owner") and not user.get("deleted")]
        with database.write() as session:
            for user in people:
                members.stand(session, user["id"], standing_of(user, team), active=not user.get("deleted"))
    with database.write() as session:
        members.appoint(session, administrators or owners)


def _pages(api: WebApi) -> Iterator[list[dict[str, Any]]]:
    cursor = ""
    while True:
        page = api.get("users.list", {"limit": PAGE, "cursor": cursor})
        yield page["members"]
        cursor = (page.get("response_metadata") or {}).get("next_cursor", "")
        if not cursor:
            return
