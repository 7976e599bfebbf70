"""Socket Mode: the app's own connections, over which Slack sends envelopes and takes acknowledgements."""

from bot.workspace.doors import Answer, Parcel


class SocketDoor:
    def __init__(self, app_id: str) -> None:
        self.app_id = app_id

    def new_ticket(self) -> str:
        return ""

    def send(self, parcel: Parcel) -> Answer:
        return Answer(reason="connection_failed")

    def close(self) -> None:
        return
