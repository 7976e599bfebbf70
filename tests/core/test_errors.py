"""What is typed is as long as Slack shows it, or is refused at its field with the reason."""

import pytest

from bot.core.errors import TOO_LONG, TOO_SPECIAL, UserError, short
from bot.core.texts import Text


@pytest.mark.parametrize(("typed", "reason"), [("x" * 1001, TOO_LONG), ("&" * 1000, TOO_SPECIAL)])
def test_what_slack_would_cut_is_refused(typed: str, reason: Text) -> None:
    with pytest.raises(UserError) as refused:
        short(typed, "text", 1000)
    assert (refused.value.words, refused.value.field) == (reason, "text")


def test_what_slack_shows_is_taken_as_it_is() -> None:
    assert short("&" * 580, "text", 1000) == "&" * 580
