"""A small Slack of our own, for the demo and the tests; the bot is driven through its wire only."""

from bot.workspace.app import InstalledApp
from bot.workspace.workspace import Workspace

__all__ = ["InstalledApp", "Workspace"]
