"""Settings: every fault is named at once, secrets are never shown."""

from pathlib import Path

import pytest

from bot.core.settings import Settings, SettingsError


def faults(monkeypatch: pytest.MonkeyPatch, *needed: str, **environment: str) -> list[str]:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        Settings.read(*needed)
    return str(caught.value).splitlines()


def test_all_faults_are_named_in_one_message(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {
        "PORT": "many",
        "TIMEZONE": "Europe/Nowhere",
        "ADMINS": "U1,kari",
        "DEFAULT_LANGUAGE": "sv",
        "KNOWLEDGE_DIR": "/nowhere/at/all",
        "STAFF_CHANNEL": "#staff",
        "SLACK_API_URL": "slack.com",
        "DATABASE_URL": "mysql://x",
        "DELIVERY_LEASE": "0",
    }
    named = faults(monkeypatch, "slack_bot_token", "slack_signing_secret", **wrong)
    assert [line.partition(":")[0] for line in named] == sorted([*wrong, "SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET"])


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("TIMEZONE", "Oslo", "Oslo is no time zone; write it like Europe/Oslo"),
        ("TIMEZONE", "Europe", "Europe is no time zone; write it like Europe/Oslo"),
        *(
            ("QUIET_FROM", wrong, "write a whole number from 1 to 24")
            for wrong in ("0", "25", "20:00", "-1", "²", "8 pm")
        ),
        *(("QUIET_UNTIL", wrong, "write a whole number from 0 to 23") for wrong in ("24", "7.5", "07:00")),
        ("QUIET_UNTIL", "20", "must be an earlier hour than QUIET_FROM (20)"),
        *(("PUSHES_A_DAY", wrong, "write a whole number from 1 to 99") for wrong in ("0", "100", "many")),
        ("ADMINS", "U1, kari", "not Slack user ids (they begin with U or W): kari"),
        ("KNOWLEDGE_DIR", "/nowhere", "there is no folder /nowhere"),
        ("DEFAULT_LANGUAGE", "sv", "must be one of nb, nn, en"),
        ("PORT", "many", "must be a whole number"),
        ("PORT", "99999", "must be 65535 or less"),
        ("PACE_POSTS", "-1", "must be 0 or more"),
        ("CLOCK_TICK", "0", "must be more than 0"),
        ("CLOCK_TICK", "soon", "must be a number"),
        ("CLOCK_TICK", "21", "must be 20 or less"),
        ("DELIVERY_LEASE", "inf", "must be a number"),
        ("KNOWLEDGE_SHIPPED", "perhaps", "must be yes or no"),
        ("DELIVERY_LOOKUPS", ",", "must hold at least one"),
        ("DELIVERY_LOOKUPS", "5,x,y", "must be a number"),
        ("SLACK_API_URL", "slack.com", "write it like https://slack.com/api/, with / at the end"),
        (
            "STAFF_CHANNEL",
            "#staff",
            "write the channel's id, such as C0123ABCD (in Slack: at the bottom of the channel's «About»)",
        ),
        ("SLACK_BOT_TOKEN", "hush", "begins with xoxb-"),
        (
            "SLACK_BOT_TOKEN",
            "xapp-hush",
            "begins with xoxb-; this one belongs to SLACK_APP_TOKEN («Basic Information» → «App-Level Tokens»)",
        ),
        (
            "SLACK_APP_TOKEN",
            "xoxb-hush",
            "begins with xapp-; this one belongs to SLACK_BOT_TOKEN («OAuth & Permissions»)",
        ),
        *(
            ("PUBLIC_URL", wrong, "write it like https://naering.example.org, without a path")
            for wrong in (
                "naering.example.org",
                "ftp://example.org",
                "https://example.org/bot",
                "https://a b",
                "https://",
            )
        ),
    ],
)
def test_a_fault_says_what_to_write(monkeypatch: pytest.MonkeyPatch, name: str, value: str, words: str) -> None:
    assert faults(monkeypatch, **{name: value}) == [f"{name}: {words}"]


def test_a_needed_setting_that_is_wrong_is_named_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert faults(monkeypatch, "slack_bot_token", SLACK_BOT_TOKEN="x") == ["SLACK_BOT_TOKEN: begins with xoxb-"]


def test_no_fault_speaks_in_the_words_of_a_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever setting is added, its faults are told in ours."""
    free = {"host", "database_url", "slack_signing_secret", "ballot_secret", "metrics_token"}
    wrong = {name.upper(): "!" for name in Settings.model_fields if name not in free}
    named = faults(monkeypatch, **wrong)
    assert len(named) == len(wrong)
    for line in named:
        assert not any(words in line for words in ("Input", "String should", "validat", "cannot be read"))


@pytest.mark.parametrize("value", ["sqlite", "postgresql", "sqlite:x", "postgresql://host:port/db"])
def test_an_address_of_a_database_that_cannot_be_read_is_a_fault(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    assert [line.partition(":")[0] for line in faults(monkeypatch, DATABASE_URL=value)] == ["DATABASE_URL"]


@pytest.mark.parametrize("value", [",", "-1", "5,x"])
def test_the_waits_before_each_look_up_must_be_waits(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    named = faults(monkeypatch, DELIVERY_LOOKUPS=value)
    assert [line.partition(":")[0] for line in named] == ["DELIVERY_LOOKUPS"]


def test_a_sender_must_own_a_message_for_longer_than_a_call_may_take(monkeypatch: pytest.MonkeyPatch) -> None:
    named = faults(monkeypatch, DELIVERY_LEASE="8")
    assert named == ["DELIVERY_LEASE: must be longer than DELIVERY_TIMEOUT (8 s)"]


def test_a_message_is_not_sent_again_while_its_call_may_still_be_under_way(monkeypatch: pytest.MonkeyPatch) -> None:
    named = faults(monkeypatch, DELIVERY_LEASE="20", DELIVERY_LOOKUPS="5,10")
    again = "30 s (with DELIVERY_LOOKUPS, save its first), while its call may take 32 s (4 times DELIVERY_TIMEOUT)"
    assert named == [f"DELIVERY_LEASE: is too short: a message would be sent again after {again}"]
    monkeypatch.setenv("DELIVERY_LEASE", "23")
    assert Settings.read().delivery_lease == 23


def test_of_settings_that_do_not_fit_the_faulty_one_is_named_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    named = faults(monkeypatch, DELIVERY_LEASE="20", DELIVERY_LOOKUPS="soon")
    assert named == ["DELIVERY_LOOKUPS: must be a number"]


def test_a_fault_does_not_show_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "hemmelig" not in "".join(faults(monkeypatch, DATABASE_URL="oracle://bot:hemmelig@host/db"))


def test_lists_are_written_with_commas(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ADMINS", "U1, W2,")
    monkeypatch.setenv("DELIVERY_LOOKUPS", "1,2.5")
    settings = Settings.read()
    assert (settings.admins, settings.delivery_lookups) == (("U1", "W2"), (1, 2.5))


def test_what_is_empty_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STAFF_CHANNEL", "")
    assert Settings.read().staff_channel is None


@pytest.mark.parametrize("value", ["https://naering.example.org", "https://naering.example.org/"])
def test_a_public_address_is_kept_without_its_last_slash(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("PUBLIC_URL", value)
    assert Settings.read().public_url == "https://naering.example.org"


def test_a_file_env_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("STAFF_CHANNEL=C0STAFF\nSOMETHING_ELSE=1\n")
    assert Settings.read(_env_file=tmp_path / ".env").staff_channel == "C0STAFF"


def test_a_file_env_that_is_not_utf8_is_said(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"STAFF_CHANNEL=\xe5\n")
    with pytest.raises(SettingsError, match=r"\.env: is not saved as UTF-8"):
        Settings.read(_env_file=tmp_path / ".env")


def test_secrets_are_not_shown() -> None:
    settings = Settings.read(slack_bot_token="xoxb-hush", slack_signing_secret="shh")
    assert "hush" not in repr(settings)
    assert "shh" not in repr(settings)
