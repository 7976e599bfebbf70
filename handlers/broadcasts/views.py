"""The modals and messages of an announcement."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.core.blocks import (
    Block,
    Message,
    actions,
    button,
    confirm,
    context,
    section,
)
from bot.core.texts import Lang, Text, escape
from bot.domain.broadcasts.tables import Broadcast
from bot.slack.failures import why
from bot.slack.push import opt_out
from bot.slack.words import CANCEL
from handlers.broadcasts import reply_words, words

CANCELLED = "cancelled"  # taken back in the outbox


OFFERED = {
    "asked": ("correct", "stop", "recall"),
    "approved": ("pause", "correct", "stop", "recall"),
    "sending": ("pause", "correct", "stop", "recall"),
    "paused": ("resume", "correct", "stop", "recall"),
    "done": ("correct", "recall"),
    "stopped": ("correct", "recall"),
}


@dataclass(frozen=True)
class Mended:
    """What the last correction or recall came to: copies changed, notes instead, still to come, neither."""

    changed: int
    noted: int
    coming: int
    failed: int


def overview(lang: Lang, latest: Sequence[Broadcast], more: Sequence[Block]) -> Message:
    """What is under way can be stopped here too: whoever sent it may have left."""
    lines = [f"• {words.STATES[each.state][lang]}: {escape(short(each.text(lang)))}" for each in latest]
    heading = words.LATEST[lang] if latest else words.NONE[lang]
    pairs = zip(lines, latest, strict=True)
    listed = [block for line, each in pairs for block in (section(line), *_steering(lang, each))]
    new = actions(button(words.NEW[lang], "broadcast.new", style="primary"), *more)
    return Message("\n".join([heading, *lines]), [section(heading), *listed, new])


def message(lang: Lang, broadcast: Broadcast, attached: Message | None, *, personal: bool, corrected: bool) -> Message:
    """What a receiver gets. `attached`: how that is shown. `corrected`: it takes the place of other words."""
    text, more = escape(broadcast.text(lang)), attached or Message("")
    head = [words.URGENT[lang]] if broadcast.urgent else []
    head += [words.CORRECTED[lang]] if corrected else []
    sender = [words.FROM[lang].format(person=f"<@{broadcast.by}>")] if broadcast.by else []  # none: forgotten since
    presses = [button(reply_words.REPLY[lang], "broadcast.reply", broadcast.id)] if broadcast.by else []
    presses += opt_out("announcement", lang)["elements"] if personal and not broadcast.urgent else []
    below = [actions(*presses)] if presses else []
    blocks = [*map(context, head), section(text), *more.blocks, *map(context, sender), *below]
    return Message("\n".join(one for one in (*head, text, more.text, *sender) if one), blocks)


def test(lang: Lang, shown: Message) -> Message:
    return Message(f"{words.TEST[lang]}\n{shown.text}", [context(words.TEST[lang]), *shown.blocks])


def progress(
    lang: Lang,
    broadcast: Broadcast,
    waiting: int,
    withheld: Counter[str],
    failures: Counter[str],
    mended: Mended,
) -> Message:
    """One message tells the organizer how far it is; there it can be steered too.

    `withheld`: why some never get it; `failures`: why some did not get what was sent, as the outbox tells it.
    """
    said = words.PROGRESS(
        lang,
        state=words.STATES[broadcast.state][lang],
        delivered=broadcast.delivered,
        waiting=waiting,
        failed=broadcast.failed,
    )
    reasons = Counter[str]()
    for reason, count in failures.items():
        reasons[why(reason, lang)] += count
    lines = [
        said,
        *(f"• {words.WITHHELD[each](lang, count=count)}" for each, count in withheld.items() if count),
        *(f"• {words.FAILED(lang, count=count, why=reason)}" for reason, count in reasons.items()),
        *_mended(lang, broadcast, mended),
        escape(short(broadcast.text(lang))),
    ]
    text = "\n".join(lines)
    return Message(text, [section(text), *_steering(lang, broadcast)])


def _mended(lang: Lang, broadcast: Broadcast, mended: Mended) -> list[str]:
    if not broadcast.version:
        return []
    said = words.RECALLED if broadcast.state == "recalled" else words.MENDED
    counts = {"changed": mended.changed, "noted": mended.noted, "coming": mended.coming, "failed": mended.failed}
    return [f"• {said(lang, **counts)}"]


def _steering(lang: Lang, broadcast: Broadcast) -> list[Block]:
    """What can still be done about it."""

    def sure(label: Text, asked: Text) -> Block:
        return {"confirm": confirm(label[lang], asked[lang], label[lang], CANCEL[lang])}

    presses = {
        "pause": button(words.PAUSE[lang], "broadcast.pause", broadcast.id),
        "resume": button(words.RESUME[lang], "broadcast.resume", broadcast.id, style="primary"),
        "correct": button(words.CORRECT[lang], "broadcast.correct", broadcast.id),
        "stop": button(words.STOP[lang], "broadcast.stop", broadcast.id) | sure(words.STOP, words.SURE),
        "recall": button(words.RECALL[lang], "broadcast.recall", broadcast.id, style="danger")
        | sure(words.RECALL, words.SURE_RECALL),
    }
    offered = [presses[one] for one in OFFERED.get(broadcast.state, ())]
    return [actions(*offered)] if offered else []


def failing(lang: Lang, broadcast: Broadcast) -> Message:
    said = words.FAILING(lang, failed=broadcast.failed, all=broadcast.delivered + broadcast.failed)
    resume = button(words.RESUME[lang], "broadcast.resume", broadcast.id)
    return Message(said, [section(said), actions(resume)])


def note(lang: Lang, broadcast: Broadcast) -> Message:
    """Where a copy could be neither changed nor removed."""
    if broadcast.state == "recalled":
        return Message(words.RECALLED_NOTE[lang])
    return Message(f"{words.CORRECTED_NOTE[lang]}\n{escape(broadcast.text(lang))}")


def not_posted(lang: Lang, broadcast: Broadcast) -> Message:
    return Message(words.NOT_POSTED[lang].format(channel=f"<#{broadcast.channel}>"))


def short(words_: str, most: int = 80) -> str:
    line = " ".join(words_.split())
    return line if len(line) <= most else f"{line[:most]}…"
