"""A second organizer reads an announcement and approves it, where an administrator has switched that on."""

from dataclasses import asdict

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, actions, button, confirm, context, section
from bot.core.texts import Lang, escape
from bot.domain import members
from bot.domain.broadcasts import approving, segments
from bot.domain.broadcasts.tables import Broadcast
from bot.slack.context import Ctx
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.slack.words import CANCEL
from handlers.broadcasts import approving_words as words
from handlers.broadcasts import letters, mending
from scheduler.outbox import ANSWER, Outgoing, enqueue


def ask_others(ctx: Ctx, session: Session, broadcast: Broadcast) -> None:
    """Every other organizer is asked; the first who approves does it for all."""
    default = ctx.parts.settings.default_language
    people = [] if broadcast.channel else segments.audience(session, broadcast.segment, default).people
    for person in _others(session, broadcast):
        lang = letters.language(ctx.parts, session, person)
        letter = letters.letter(ctx.parts, session, broadcast, lang, ctx.now)
        message = asdict(_request(lang, broadcast, letter, broadcast.audience or len(people)))
        enqueue(session, Outgoing(_key(broadcast, person), person, message, priority=ANSWER))


def approve(ctx: Ctx) -> Reply:
    broadcast_id, _, version = ctx.value.partition(" ")
    seen = int(version) if version.isdecimal() and len(version) < 7 else -1
    with ctx.once() as session:
        default = ctx.parts.settings.default_language
        broadcast = approving.approve(session, broadcast_id, seen, ctx.person, ctx.now, default)
        session.flush()
        for person in _others(session, broadcast):
            lang = letters.language(ctx.parts, session, person)
            said = asdict(Message(words.APPROVED[lang].format(person=f"<@{ctx.person}>")))
            said["blocks"] = [section(said["text"])]
            key = f"{_key(broadcast, person)}:done"
            parent = _key(broadcast, person)
            enqueue(session, Outgoing(key, person, said, method="chat.update", parent=parent, priority=ANSWER))
        mending.go_on(session, broadcast, ctx.now)
    return Reply()


def switch(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        approving.need_two(session, ctx.person, ctx.now, needed=ctx.value == "on")
    said = words.ON if ctx.value == "on" else words.OFF
    return Reply(private=Message(said[ctx.lang]))


def switch_button(session: Session, person: str, lang: Lang) -> list[Block]:
    """For administrators."""
    if not members.is_administrator(session, person):
        return []
    on = approving.two_needed(session)
    label = (words.SWITCH_OFF if on else words.SWITCH_ON)[lang]
    return [button(label, "broadcast.two", "off" if on else "on")]


def _others(session: Session, broadcast: Broadcast) -> list[str]:
    own = (broadcast.by, broadcast.changed_by)
    return [person for person in approving.organizers(session) if person not in own]


def _request(lang: Lang, broadcast: Broadcast, letter: Message, count: int) -> Message:
    said = words.ASKED[lang].format(person=f"<@{broadcast.changed_by}>")
    to = words.TO_CHANNEL[lang].format(channel=f"<#{broadcast.channel}>")
    said = f"{said} {to if broadcast.channel else words.TO(lang, count=count)}"
    urgent = [context(words.URGENT(lang, reason=broadcast.reason))] if broadcast.urgent else []
    sure = confirm(words.APPROVE[lang], words.SURE[lang], words.APPROVE[lang], CANCEL[lang])
    value = f"{broadcast.id} {broadcast.version}"
    press = button(words.APPROVE[lang], "broadcast.approve", value, style="primary") | {"confirm": sure}
    shown = [block for block in letter.blocks if block["type"] != "actions"]
    reason = f"\n{escape(broadcast.reason)}" if broadcast.urgent else ""
    return Message(f"{said}{reason}\n{letter.text}", [section(said), *urgent, *shown, actions(press)])


def _key(broadcast: Broadcast, person: str) -> str:
    return f"broadcast:{broadcast.id}:ask:{broadcast.version}:{person}"


def register(listen: Listen) -> None:
    listen.action("broadcast.approve", approve)
    listen.action("broadcast.two", switch)
