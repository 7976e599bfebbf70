"""What every message that nobody asked for ends with: one press, and no more of its kind come."""

from bot.core.blocks import Block, actions, button
from bot.core.texts import Lang, Text
from bot.domain.pushes import Kind

NO_MORE: dict[Kind, Text] = {
    "reminder": Text(nb="Ingen flere påminnelser", nn="Ingen fleire påminningar", en="No more reminders"),
    "announcement": Text(nb="Ikke flere utsendinger", nn="Ikkje fleire utsendingar", en="No more announcements"),
    "survey": Text(nb="Ingen flere undersøkelser", nn="Ingen fleire undersøkingar", en="No more surveys"),
    "premises": Text(nb="Ikke mer om nye lokaler", nn="Ikkje meir om nye lokale", en="No more of new premises"),
}


def opt_out(kind: Kind, lang: Lang) -> Block:
    return actions(button(NO_MORE[kind][lang], "push.mute", kind))
