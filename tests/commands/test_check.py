"""`python -m bot check` verifies a live set-up step by step, and says what to do."""

from pathlib import Path

import pytest

from bot.__main__ import main
from bot.workspace import Workspace
from tests.register.standin import NUMBERS, StandIn, a_standin, company  # noqa: F401
from tests.slacks import ELSEWHERE, STAFF


@pytest.fixture(autouse=True)
def _set_up(workspace: Workspace, standin: StandIn, migrated_sqlite: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    standin.add(company(NUMBERS[0]))
    monkeypatch.setenv("REGISTER_URL", standin.url)
    monkeypatch.setenv("SLACK_API_URL", workspace.api_url)
    monkeypatch.setenv("SLACK_BOT_TOKEN", workspace.app.bot_token)
    monkeypatch.setenv("SLACK_SIGNING_SECRET", workspace.app.signing_secret)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{migrated_sqlite}")
    monkeypatch.setenv("STAFF_CHANNEL", STAFF)


def check(capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    """The exit code, and the faults with their remedies."""
    code = main(["check"])
    out = capsys.readouterr().out
    assert "xox" not in out.replace("xoxb-…", "")
    return code, [line.removeprefix("FAULT ").strip() for line in out.splitlines() if not line.startswith("ok")]


def test_a_sound_set_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert check(capsys) == (0, [])


@pytest.mark.parametrize("command", ["check", "run"])
def test_settings_that_do_not_fit_together_are_told_at_the_start(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DELIVERY_LEASE", "8")
    assert main([command]) == 2
    assert "DELIVERY_LEASE: must be longer than DELIVERY_TIMEOUT (8 s)\n" in capsys.readouterr().err


def test_a_missing_scope_is_named(workspace: Workspace, capsys: pytest.CaptureFixture[str]) -> None:
    for scope in ("users:read", "commands"):
        workspace.app.manifest["oauth_config"]["scopes"]["bot"].remove(scope)
    remedy = "Missing: commands, users:read. Add them and install the app again."
    assert check(capsys) == (1, ["scopes", remedy])


@pytest.mark.parametrize(
    ("channel", "remedy"),
    [
        (ELSEWHERE, "Type /invite @Næringsbot in the staff channel."),
        ("C0NOWHERE", "Slack says channel_not_found about C0NOWHERE. Type /invite @Næringsbot in that channel."),
        (
            "",
            "STAFF_CHANNEL is not set: questions cannot be sent to a person. Set it to the channel's id (C…).",
        ),
    ],
)
def test_a_staff_channel_that_cannot_be_used(
    channel: str, remedy: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("STAFF_CHANNEL", channel)
    assert check(capsys) == (1, ["staff channel", remedy])


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("invalid_auth", "it is none of Slack's, or was cut short."),
        ("token_revoked", "it was revoked; install the app again."),
        ("account_inactive", "the app was removed from the workspace; install it again."),
    ],
)
def test_a_token_that_slack_refuses(
    workspace: Workspace, capsys: pytest.CaptureFixture[str], reason: str, words: str
) -> None:
    workspace.app.token_fault = reason
    copy = "Copy the bot token (xoxb-…) from «OAuth & Permissions», and start again."
    assert check(capsys) == (1, ["token", f"Slack refuses SLACK_BOT_TOKEN ({reason}): {words} {copy}"])


def test_slack_that_cannot_be_reached(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SLACK_API_URL", "http://127.0.0.1:9/api/")
    words = "Slack cannot be reached (ConnectError). Is the network there, and SLACK_API_URL right?"
    assert check(capsys) == (1, ["token", words])


def test_the_app_token_is_tried_too(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SLACK_APP_TOKEN", workspace.app.app_token)
    assert check(capsys) == (0, [])
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-wrong")
    code, [step, remedy] = check(capsys)
    assert (code, step) == (1, "a way in from Slack")
    assert remedy.startswith("Slack refuses SLACK_APP_TOKEN (invalid_auth): it is none of Slack's, or was cut short.")


def test_own_content_alone_is_checked_without_the_shipped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KNOWLEDGE_SHIPPED", "no")
    code, [step, remedy] = check(capsys)
    assert (code, step) == (1, "knowledge")
    assert remedy == "1 fault; type: python -m bot knowledge check"


def test_no_schema_and_no_way_in(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path}/new.db")
    monkeypatch.delenv("SLACK_SIGNING_SECRET")
    code, faults = check(capsys)
    assert (code, faults[0], faults[2]) == (1, "database", "a way in from Slack")
    assert faults[1].endswith("type: python -m bot migrate")


def test_a_broken_knowledge_base(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "own.yaml").write_text("- id: nothing\n")
    monkeypatch.setenv("KNOWLEDGE_DIR", str(tmp_path))
    code, [step, remedy] = check(capsys)
    assert (code, step) == (1, "knowledge")
    assert remedy.endswith("type: python -m bot knowledge check")


def test_a_register_that_cannot_be_asked_or_knows_no_company_here(
    standin: StandIn, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    standin.fails(503)
    way = "Is the network there, and REGISTER_URL right? REGISTER_LOOKUPS=no does without it."
    assert check(capsys) == (1, ["the public register", f"Enhetsregisteret cannot be asked (http 503). {way}"])
    monkeypatch.setenv("MUNICIPALITY", "9999")
    remedy = "Enhetsregisteret knows no company in municipality 9999. Set MUNICIPALITY."
    assert check(capsys) == (1, ["the public register", remedy])
    monkeypatch.setenv("REGISTER_LOOKUPS", "no")
    standin.asked.clear()
    assert (check(capsys), standin.asked) == ((0, []), [])
