"""Finding what a person at the page names, and only what that person may see or touch."""

from bot.workspace.shapes import ControlError, Json
from bot.workspace.state import Channel, Post, State


class Lookup:
    def __init__(self, state: State) -> None:
        self._state = state

    def person(self, user: str) -> Json:
        known = self._state.users.get(user)
        if known is None or known["deleted"]:
            raise ControlError("Den brukeren finnes ikke.")
        return known

    def channel_by_id(self, channel: str) -> Channel:
        found = self._state.channels.get(channel)
        if found is None:
            raise ControlError("Kanalen finnes ikke.")
        return found

    def channel_seen_by(self, user: str, channel: str) -> Channel:
        self.person(user)
        found = self.channel_by_id(channel)
        if found.kind != "channel" and user not in found.members:
            raise ControlError("Kanalen finnes ikke.")
        return found

    def channel_for(self, user: str, channel: str) -> Channel:
        """One that the user is in, to do something there."""
        found = self.channel_seen_by(user, channel)
        if user not in found.members:
            raise ControlError("Bli med i kanalen først.")
        if found.archived:
            raise ControlError("Kanalen er arkivert.")
        return found

    def post_for(self, user: str, channel: Channel, ts: str) -> Post:
        post = channel.posts.get(ts)
        if post is None or post.shown_to not in (None, user):
            raise ControlError("Meldingen finnes ikke lenger.")
        return post

    def view_for(self, user: str, view_id: str) -> Json:
        found = self._state.find_view(view_id)
        if found is None or found[0] != user:
            raise ControlError("Vinduet er lukket.")
        return found[1]
