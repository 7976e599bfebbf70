"""Who we are in the workspace: asked once, remembered in the database, so that we can start while Slack is down."""

import logging

import sqlalchemy as sa
from slack_bolt.authorization import AuthorizeResult
from sqlalchemy.orm import Mapped, mapped_column

from bot.core.db import Base, Database, insert_or_change
from bot.slack.web_api import BadToken, SlackError, WebApi, remedy

log = logging.getLogger("naeringsbot.slack")


class Identity(Base):
    """What `auth.test` said the last time; one row. `example`: a demonstration filled this database."""

    __tablename__ = "identity"

    team_id: Mapped[str] = mapped_column(sa.String(32), primary_key=True)
    bot_id: Mapped[str] = mapped_column(sa.String(32))
    bot_user_id: Mapped[str] = mapped_column(sa.String(32))
    example: Mapped[bool] = mapped_column(default=False)


class Unidentified(Exception):
    """Slack has never told us who we are, and cannot be reached now."""

    def __str__(self) -> str:
        return "it never told who we are"


class Myself:
    """Our own ids. Without them our own messages would come back to us as questions.

    `example`: this is a demonstration, and its database remembers it.
    """

    def __init__(self, database: Database, api: WebApi, token: str, *, example: bool = False) -> None:
        self._database = database
        self._api = api
        self._token = token
        self._example = example
        self._known: Identity | None = None

    def identify(self) -> Identity:
        """Raises Unidentified."""
        known = self._known or self._ask() or self._remembered()
        self._known = known
        return known

    def elsewhere(self) -> str | None:
        """What is wrong where the database was filled in another workspace, such as the demonstration's.

        Or where the token never opened this one; one that did may be mended while we run.
        """
        with self._database.read() as session:
            known = session.scalar(sa.select(Identity))
        if known and known.example:
            return "this database was filled by the demonstration; give the real one another (DATABASE_URL)"
        remembered = known.team_id if known else None
        try:
            team = self._api.call("auth.test")["team_id"]
        except SlackError as error:
            if isinstance(error, BadToken) and remembered is None:
                return remedy(error)
            log.warning("%s What is to be sent waits until then.", remedy(error))
            return None  # it can be started while Slack is down
        if remembered in (None, team):
            return None
        return (
            f"this database belongs to the workspace {remembered}, the token to {team}; "
            "give each workspace a database of its own (DATABASE_URL)"
        )

    def authorize(self) -> AuthorizeResult:
        known = self.identify()
        return AuthorizeResult(
            enterprise_id=None,
            team_id=known.team_id,
            bot_token=self._token,
            bot_id=known.bot_id,
            bot_user_id=known.bot_user_id,
        )

    def _ask(self) -> Identity | None:
        try:
            said = self._api.call("auth.test")
        except SlackError:
            return None
        known = Identity(
            team_id=said["team_id"], bot_id=said["bot_id"], bot_user_id=said["user_id"], example=self._example
        )
        with self._database.write() as session:
            session.execute(sa.delete(Identity).where(Identity.team_id != known.team_id))
            insert_or_change(session, known, "bot_id", "bot_user_id", "example")
        return known

    def _remembered(self) -> Identity:
        with self._database.read() as session:
            known: Identity | None = session.scalar(sa.select(Identity))
        if known is None:
            raise Unidentified
        return known
