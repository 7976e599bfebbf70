"""The public page that tells how fast and how well the bot answers; it is there where PUBLIC_URL is set."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from flask import Blueprint
from sqlalchemy.orm import Session

from bot.core.settings import Settings
from bot.core.texts import Text
from bot.domain import performance
from bot.domain.performance import Figures
from bot.slack.context import Parts
from bot.slack.feature import Feature
from handlers.performance.page import page


def feature(settings: Settings, counted: Sequence[Figures], notices: Sequence[Text]) -> Feature:
    """With what the other features count of a day."""
    zone = ZoneInfo(settings.timezone)

    def keep(session: Session, now: datetime) -> None:
        performance.keep(session, counted, now, zone)

    def pages(parts: Parts) -> Blueprint | None:
        return page(parts, counted, notices) if settings.public_url else None

    return Feature("performance", nightly=keep, pages=pages)
