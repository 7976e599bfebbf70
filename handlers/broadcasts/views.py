"""The modals and messages of an announcement."""

from collections import Counter
from collections.abc import Sequence

from bot.core.blocks import (
    Block,
    Message,
    actions,
    button,
    confirm,
    context,
    section,
)
from bot.core.texts import Lang, escape
from bot.domain.broadcasts.tables import Broadcast
from bot.slack.failures import why
from bot.slack.push import opt_out
from bot.slack.words import CANCEL
from handlers.broadcasts import words

CANCELLED = "cancelled"  # taken back in the outbox


def overview(lang: Lang, latest: Sequence[Broadcast]) -> Message:
    """What is under way can be stopped here too: whoever sent it may have left."""
    lines = [f"• {words.STATES[each.state][lang]}: {escape(_short(each.text(lang)))}" for each in latest]
    heading = words.LATEST[lang] if latest else words.NONE[lang]
    listed = [block for line, each in zip(lines, latest, strict=True) for block in (section(line), *_stop(lang, each))]
    new = actions(button(words.NEW[lang], "broadcast.new", style="primary"))
    return Message("\n".join([heading, *lines]), [section(heading), *listed, new])


def message(lang: Lang, broadcast: Broadcast, attached: Message | None = None, *, personal: bool = True) -> Message:
    """What a receiver gets. `attached`: how that is shown."""
    text, more = escape(broadcast.text(lang)), attached or Message("")
    head = [words.URGENT[lang]] if broadcast.urgent else []
    sender = [words.FROM[lang].format(person=f"<@{broadcast.by}>")] if broadcast.by else []  # none: forgotten since
    below = [opt_out("announcement", lang)] if personal and not broadcast.urgent else []
    blocks = [*map(context, head), section(text), *more.blocks, *map(context, sender), *below]
    return Message("\n".join(one for one in (*head, text, more.text, *sender) if one), blocks)


def test(lang: Lang, shown: Message) -> Message:
    return Message(f"{words.TEST[lang]}\n{shown.text}", [context(words.TEST[lang]), *shown.blocks])


def progress(lang: Lang, broadcast: Broadcast, waiting: int, withheld: Counter[str], failures: Counter[str]) -> Message:
    """One message tells the organizer how far it is; while it runs it can be stopped there.

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
        escape(_short(broadcast.text(lang))),
    ]
    text = "\n".join(lines)
    return Message(text, [section(text), *_stop(lang, broadcast)])


def _stop(lang: Lang, broadcast: Broadcast) -> list[Block]:
    if broadcast.state not in ("approved", "sending"):
        return []
    sure = confirm(words.STOP[lang], words.SURE[lang], words.STOP[lang], CANCEL[lang])
    return [actions(button(words.STOP[lang], "broadcast.stop", broadcast.id, style="danger") | {"confirm": sure})]


def not_posted(lang: Lang, broadcast: Broadcast) -> Message:
    return Message(words.NOT_POSTED[lang].format(channel=f"<#{broadcast.channel}>"))


def _short(words_: str, most: int = 80) -> str:
    line = " ".join(words_.split())
    return line if len(line) <= most else f"{line[:most]}…"
