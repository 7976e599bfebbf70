"""A Slack, and the whole bot behind it."""

from tests.house import a_house, a_house_on_either, a_workspace  # noqa: F401
