"""The form for a poll, whatever it asks, keeps Slack's limits in every language."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.moments import Local
from bot.core.texts import LANGUAGES, Lang
from bot.domain.answers.kinds import KINDS, Kind
from bot.workspace import block_kit
from handlers.polls.form import Begun, form

LOCAL = Local(datetime(2026, 9, 30, 20, tzinfo=UTC), ZoneInfo("Europe/Oslo"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_the_form_of_every_kind_keeps_slacks_limits(lang: Lang, kind: Kind) -> None:
    for opens in (LOCAL.now, LOCAL.now + timedelta(hours=9)):
        view = form(lang, LOCAL, opens, Begun(kind), [], enough=1000)
        assert block_kit.faults("modal", view) == []
