"""Who is in the workspace: read once a night and at the start; changes in between come as events."""

import logging
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from bot.core.db import Database
from bot.core.errors import UserError
from bot.domain import members
from bot.slack import words
from bot.slack.context import Parts
from bot.slack.gate import standing_of
from bot.slack.identity import Unidentified
from bot.slack.web_api import BadToken, MaybeDone, NotDone, SlackError, TooMany, WebApi

log = logging.getLogger("naeringsbot.people")
PAGE = 200
PATIENCE = 600.0  # seconds that the nightly reading waits in all where Slack has had too many calls; others do not


def appoint(database: Database, administrators: tuple[str, ...]) -> None:
    """Those that are set; where none are, the workspace's owners come with `sync`."""
    if administrators:
        with database.write() as session:
            members.appoint(session, administrators)


def is_appointed(api: WebApi, person: str, administrators: tuple[str, ...]) -> bool:
    """Whether somebody is administrator whatever is chosen here: set, or where none are, an owner of the workspace."""
    if administrators:
        return person in administrators
    try:
        return bool(api.get("users.info", {"user": person})["user"].get("is_owner"))
    except (NotDone, MaybeDone):
        raise UserError(words.NO_REPLY) from None


def sync(api: WebApi, database: Database, team: str, administrators: tuple[str, ...], now: datetime) -> None:
    """Everybody gets a row; `administrators`, else the owners of the workspace, get their role."""
    owners: list[str] = []
    for page in _pages(api, PATIENCE):
        people = [user for user in page if not user.get("is_bot") and user["id"] != "USLACKBOT"]
        owners += [user["id"] for user in people if user.get("is_owner") and not user.get("deleted")]
        with database.write() as session:
            turned = [user["id"] for user in people if _stand(session, user, team)]
            for person in turned:
                members.follow_up(session, person, now)
    with database.write() as session:
        members.appoint(session, administrators or owners)


def sync_people(parts: Parts, on_refused: Callable[[str], None] = lambda _reason: None) -> None:
    """Read anew who is in the workspace; administrators that are set need no word of Slack's.

    `on_refused` hears where our token is not taken, which otherwise the first message would find out.
    """
    appoint(parts.database, parts.settings.admins)
    try:
        sync(parts.api, parts.database, parts.myself.identify().team_id, parts.settings.admins, parts.now())
    except BadToken as error:
        log.error("Slack refuses our token (%s): nothing is sent until it is mended, nothing is lost", error)  # noqa: TRY400
        on_refused(error.reason)
    except (Unidentified, SlackError) as error:
        log.warning("Slack did not tell who is in the workspace (%s); it is asked again tomorrow night", error)


def names(api: WebApi) -> dict[str, str]:
    """What people are called, by id; of those whom Slack does not tell about just now, nothing."""
    known: dict[str, str] = {}
    try:
        for page in _pages(api):
            known |= {user["id"]: str(user.get("real_name") or user.get("name") or "") for user in page}
    except SlackError as error:
        log.warning("Slack did not tell what people are called (%s); the list has ids alone", error.reason)
    return known


def _stand(session: Session, user: dict[str, Any], team: str) -> bool:
    return members.stand(session, user["id"], standing_of(user, team), active=not user.get("deleted"))


def _pages(api: WebApi, patience: float = 0.0) -> Iterator[list[dict[str, Any]]]:
    """`patience`: seconds that may be waited in all where Slack asks for it."""
    cursor = ""
    while True:
        try:
            page = api.get("users.list", {"limit": PAGE, "cursor": cursor})
        except TooMany as error:
            patience -= error.seconds
            if patience < 0 or not api.rest(error.seconds):
                raise
            continue
        yield page["members"]
        cursor = (page.get("response_metadata") or {}).get("next_cursor", "")
        if not cursor:
            return
