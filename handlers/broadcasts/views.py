"""The modals and messages of an announcement."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from bot.core.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    confirm,
    context,
    divider,
    input_of,
    modal,
    plain,
    section,
    text_input,
)
from bot.core.moments import Local
from bot.core.texts import LANGUAGE_NAMES, LANGUAGES, Lang, escape
from bot.domain.broadcasts.tables import Broadcast
from bot.domain.broadcasts.writing import LONGEST, Forecast
from bot.slack.failures import why
from bot.slack.push import opt_out
from bot.slack.words import BACK, CANCEL, CHANNEL, FALLS_BACK, REVIEW, SEND, TEXT_IN
from handlers.broadcasts import words
from scheduler.quiet import Quiet

CANCELLED = "cancelled"  # taken back in the outbox


def overview(lang: Lang, latest: Sequence[Broadcast]) -> Message:
    """What is under way can be stopped here too: whoever sent it may have left."""
    lines = [f"• {words.STATES[each.state][lang]}: {escape(_short(each.text(lang)))}" for each in latest]
    heading = words.LATEST[lang] if latest else words.NONE[lang]
    listed = [block for line, each in zip(lines, latest, strict=True) for block in (section(line), *_stop(lang, each))]
    new = actions(button(words.NEW[lang], "broadcast.new", style="primary"))
    return Message("\n".join([heading, *lines]), [section(heading), *listed, new])


def form(lang: Lang) -> View:
    channel = {"type": "conversations_select", "action_id": "channel", "placeholder": plain(CHANNEL[lang])}
    channel |= {"filter": {"include": ["public", "private"], "exclude_bot_users": True}}
    texts = [
        text_input(each, TEXT_IN(lang, language=LANGUAGE_NAMES[each][lang]), longest=LONGEST)
        | ({} if each == "nb" else {"optional": True, "hint": plain(FALLS_BACK[lang])})
        for each in LANGUAGES
    ]
    blocks = [
        *texts,
        input_of("channel", CHANNEL[lang], channel, optional=True, hint=words.CHANNEL_HINT[lang]),
        input_of(
            "at", words.AT[lang], {"type": "datetimepicker", "action_id": "at"}, optional=True, hint=words.AT_HINT[lang]
        ),
    ]
    return modal("broadcast.preview", words.NEW[lang], blocks, submit=REVIEW[lang], close=CANCEL[lang])


def preview(
    lang: Lang, broadcast: Broadcast, forecast: Forecast, now: datetime, quiet: Quiet, *, tested: bool = False
) -> View:
    """Who gets it, why others do not, and how it looks in each language that it was written in."""
    written: dict[str, str] = {"nb": broadcast.nb, "nn": broadcast.nn, "en": broadcast.en}
    shown = {each: escape(text) for each, text in written.items() if text}
    texts = [(context(LANGUAGE_NAMES[each][lang].capitalize()), section(text)) for each, text in shown.items()]
    blocks = [
        section(_forecast(lang, broadcast, forecast, now, quiet)),
        divider(),
        *(block for named, text in texts for block in ((named, text) if len(texts) > 1 else (text,))),
        context(words.FROM[lang].format(person=f"<@{broadcast.by}>")),
        actions(button(words.TO_ME[lang], "broadcast.test", broadcast.id)),
        *([context(words.SENT_TO_ME[lang])] if tested else []),
    ]
    title, close = words.TITLE[lang], BACK[lang]
    return modal("broadcast.send", title, blocks, submit=SEND[lang], close=close, data=broadcast.id)


def message(lang: Lang, broadcast: Broadcast, *, personal: bool = True) -> Message:
    """What a receiver gets."""
    text = escape(broadcast.text(lang))
    below: list[Block] = [opt_out("announcement", lang)] if personal else []
    if not broadcast.by:  # forgotten since
        return Message(text, [section(text), *below])
    sender = words.FROM[lang].format(person=f"<@{broadcast.by}>")
    return Message(f"{text}\n{sender}", [section(text), context(sender), *below])


def without(person: str, payload: dict[str, Any]) -> dict[str, Any]:
    """A message as it was written, without who sent it. What was written cannot hold `<@`: it is escaped."""
    name = f"<@{person}>"
    lines = [line for line in payload["text"].split("\n") if name not in line]
    return payload | {
        "text": "\n".join(lines),
        "blocks": [block for block in payload["blocks"] if name not in str(block)],
    }


def test(lang: Lang, broadcast: Broadcast) -> Message:
    shown = message(lang, broadcast)
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


def _forecast(lang: Lang, broadcast: Broadcast, forecast: Forecast, now: datetime, quiet: Quiet) -> str:
    begins, local = max(broadcast.at or now, now), Local(now, quiet.zone)
    lines = [words.RECEIVE(lang, count=forecast.receive)]
    if broadcast.channel:
        lines = [words.TO_CHANNEL[lang].format(channel=f"<#{broadcast.channel}>")]
    if broadcast.at or quiet.holds(begins):
        first = quiet.later(begins) if broadcast.channel else begins
        lines.append(words.BEGINS(lang, time=local.moment(first, lang)))
    later = local.moment(quiet.later(begins), lang)
    known = {why: template for why, template in words.REASONS.items() if forecast.reasons[why]}
    lines += [f"• {template(lang, count=forecast.reasons[why], time=later)}" for why, template in known.items()]
    return "\n".join(lines)


def _short(words_: str, most: int = 80) -> str:
    line = " ".join(words_.split())
    return line if len(line) <= most else f"{line[:most]}…"
