"""The one installed app: what its manifest says, and the secrets it was given."""

import secrets
from dataclasses import dataclass, field
from typing import Any

from bot.workspace.shapes import Json


def _token(prefix: str) -> str:
    return f"{prefix}-{secrets.randbelow(10**10)}-{secrets.token_hex(12)}"


@dataclass
class InstalledApp:
    manifest: Json
    id: str = "A0NAERING01"
    bot_id: str = "B0NAERING01"
    bot_user: str = "U0NAERING01"
    bot_token: str = field(default_factory=lambda: _token("xoxb"))
    app_token: str = field(default_factory=lambda: _token("xapp-1"))
    signing_secret: str = field(default_factory=lambda: secrets.token_hex(16))
    token_fault: str | None = None  # token_revoked, account_inactive …: what every call is answered with

    def _feature(self, name: str) -> Any:
        return self.manifest.get("features", {}).get(name)

    @property
    def name(self) -> str:
        bot_user = self._feature("bot_user") or {}
        return str(bot_user.get("display_name") or self.manifest.get("display_information", {}).get("name", "Bot"))

    @property
    def description(self) -> str:
        return str(self.manifest.get("display_information", {}).get("description", ""))

    @property
    def scopes(self) -> list[str]:
        return list(self.manifest.get("oauth_config", {}).get("scopes", {}).get("bot", []))

    @property
    def events(self) -> list[str]:
        return list(self.manifest.get("settings", {}).get("event_subscriptions", {}).get("bot_events", []))

    @property
    def commands(self) -> list[Json]:
        return list(self._feature("slash_commands") or [])

    @property
    def shortcuts(self) -> list[Json]:
        return list(self._feature("shortcuts") or [])

    @property
    def prompts(self) -> list[Json]:
        """Suggested prompts that the manifest itself names."""
        return list((self._feature("agent_view") or {}).get("suggested_prompts", []))
