"""Who gets in: members of the workspace, guests and people of others where that was opened; and who is of the staff."""

from bot.core.errors import UserError
from bot.core.texts import Text
from bot.domain import members
from bot.domain.members import Standing
from bot.slack import words
from bot.slack.context import Ctx
from bot.slack.web_api import MaybeDone, NotDone, Refused

SPEAKING = {"message", "app_mention"}  # events by which somebody asks for something

GUEST = Text(
    nb="Gjester og folk fra andre arbeidsområder kan bare bruke meg der en administrator har åpnet for det.",
    nn="Gjester og folk frå andre arbeidsområde kan berre bruke meg der ein administrator har opna for det.",
    en="Guests and people from other workspaces can only use me where an administrator has allowed it.",
)


def check_standing(ctx: Ctx, *, public: bool) -> None:
    """Refuses who may not do this here. `public`: what an open channel allows, such as asking in front of everybody."""
    if ctx.kind == "event" and ctx.name not in SPEAKING:
        return
    with ctx.parts.read() as session:
        standing, language = members.known(session, ctx.person)
        ctx.speaks(language)
        if standing == "full":
            return
        is_open = public and ctx.channel is not None and members.is_open(session, ctx.channel)
    if standing is None:
        standing = _ask_slack(ctx)
    if standing != "full" and not is_open:
        raise UserError(GUEST)


def _ask_slack(ctx: Ctx) -> Standing:
    """Once for each person; later changes come as events."""
    try:
        user = ctx.parts.api.get("users.info", {"user": ctx.person})["user"]
    except Refused:
        return "outside"
    except (NotDone, MaybeDone):
        if ctx.kind == "event":  # Slack delivers it again
            raise
        raise UserError(words.NO_REPLY) from None
    found = standing_of(user, ctx.parts.myself.identify().team_id)
    with ctx.parts.database.write() as session:
        members.stand(session, ctx.person, found, active=not user.get("deleted", False))
    return found


def standing_of(user: dict[str, object], team: str) -> Standing:
    """From Slack's user object (slack.dev: `is_restricted`, `is_ultra_restricted`, `is_stranger`, `team_id`)."""
    if user.get("team_id", team) != team or user.get("is_stranger"):
        return "outside"
    return "guest" if user.get("is_restricted") or user.get("is_ultra_restricted") else "full"


def check_staff(ctx: Ctx, refusal: Text = members.NOT_ALLOWED) -> None:
    """Who can press or type in the staff channel belongs to the staff; elsewhere the role counts."""
    staff_channel = ctx.parts.settings.staff_channel
    if staff_channel and staff_channel in (ctx.channel, ctx.place):
        return
    with ctx.parts.read() as session:
        if not members.may(session, ctx.person, "staff"):
            raise UserError(refusal)
