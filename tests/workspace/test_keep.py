"""A restart of the demo finds what was said before."""

from pathlib import Path

from slack_sdk import WebClient

from bot.workspace import Workspace
from tests.workspace.network import MANIFEST, NETWORK
from tests.workspace.peer import client


def test_messages_ids_and_home_survive_a_restart(tmp_path: Path) -> None:
    file = tmp_path / "var" / "workspace.json"
    with Workspace(NETWORK, MANIFEST, kept_in=file, limited=False) as before:
        before.serve()
        slack: WebClient = client(before)
        direct = before.im("U0ADA")
        root = before.say("U0ADA", direct, "Hei")["ts"]
        mark = {"event_type": "outbox", "event_payload": {"k": "1"}}
        slack.chat_postMessage(channel=direct, text="Svar", thread_ts=root, metadata=mark)
        slack.views_publish(user_id="U0ADA", view={"type": "home", "blocks": []})

    changed = NETWORK | {"users": [*NETWORK["users"], {"id": "U0NEW", "name": "ny", "real_name": "Ny Eksempel"}]}
    with Workspace(changed, MANIFEST, kept_in=file, limited=False) as after:
        after.serve()
        slack = client(after)
        assert after.im("U0ADA") == direct
        assert [m["text"] for m in after.messages("U0ADA", direct, root)] == ["Hei", "Svar"]
        assert after.home("U0ADA")["type"] == "home"  # type: ignore[index]
        [_, reply] = slack.conversations_replies(channel=direct, ts=root, include_all_metadata=True)["messages"]
        assert reply["metadata"] == mark
        assert after.say("U0ADA", direct, "Igjen")["ts"] > root
        assert "U0NEW" in after.state.users


def test_a_change_is_written_soon(tmp_path: Path) -> None:
    file = tmp_path / "workspace.json"
    with Workspace(NETWORK, MANIFEST, kept_in=file) as workspace:
        workspace.say("U0ADA", "C0NET", "Hei")
        workspace.wait(lambda: file.exists() and "Hei" in file.read_text())
