"""What has closed and has a result, of whatever kind: a line of `/naering resultat`."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.moments import Local, day
from bot.core.texts import Lang
from bot.slack.context import Ctx
from bot.slack.results import words


@dataclass(frozen=True)
class Closed:
    """`title`: as it was written. `turnout`: how many answered. `action` with `value` shows it. `more`: markup."""

    at: datetime
    title: str
    turnout: int
    action: str
    value: str
    more: str = ""

    def facts(self, lang: Lang, local: Local) -> str:
        """«3. desember 2026 · 12 har svart»."""
        when = day(self.at.astimezone(local.zone).date(), lang)
        return f"{when} · {words.ANSWERED(lang, count=self.turnout)}"


Results = Callable[[Session, Ctx], list[Closed]]
"""What the person may see of a feature, where they are."""
