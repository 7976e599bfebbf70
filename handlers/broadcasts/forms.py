"""The modals in which an announcement is written and looked at."""

from collections.abc import Sequence
from datetime import datetime

from bot.core.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    divider,
    input_of,
    modal,
    plain,
    section,
    select,
    text_input,
)
from bot.core.moments import Local
from bot.core.texts import LANGUAGE_NAMES, LANGUAGES, Lang
from bot.domain.broadcasts.tables import KINDS, LONGEST_REASON, Broadcast
from bot.domain.broadcasts.writing import LONGEST, Forecast
from bot.slack.words import BACK, CANCEL, CHANNEL, FALLS_BACK, PICK, REVIEW, TEXT_IN
from handlers.broadcasts import audience_words, words
from scheduler.quiet import Quiet


def form(lang: Lang, attachable: Sequence[tuple[str, str]]) -> View:
    channel = {"type": "conversations_select", "action_id": "channel", "placeholder": plain(CHANNEL[lang])}
    channel |= {"filter": {"include": ["public", "private"], "exclude_bot_users": True}}
    kinds = select("kind", PICK[lang], [(kind, words.KINDS[kind][lang]) for kind in KINDS], "news")
    reason = {"type": "plain_text_input", "action_id": "reason", "max_length": LONGEST_REASON}
    attach = input_of("attached", words.ATTACH[lang], select("attached", PICK[lang], attachable), optional=True)
    blocks = [
        *_texts(lang),
        *([attach] if attachable else []),
        input_of("kind", words.KIND[lang], kinds, hint=words.KIND_HINT[lang]),
        input_of("reason", words.REASON[lang], reason, optional=True, hint=words.REASON_HINT[lang]),
        input_of("channel", CHANNEL[lang], channel, optional=True, hint=words.CHANNEL_HINT[lang]),
        input_of(
            "at", words.AT[lang], {"type": "datetimepicker", "action_id": "at"}, optional=True, hint=words.AT_HINT[lang]
        ),
    ]
    return modal("broadcast.preview", words.NEW[lang], blocks, submit=REVIEW[lang], close=CANCEL[lang])


def correction(lang: Lang, broadcast: Broadcast) -> View:
    """The words as they are, to be changed."""
    blocks = [section(words.CORRECTING[lang]), *_texts(lang, broadcast)]
    data = f"{broadcast.id} {broadcast.version}"
    title, close = words.CORRECT[lang], CANCEL[lang]
    return modal("broadcast.corrected", title, blocks, submit=words.CORRECT[lang], close=close, data=data)


def _texts(lang: Lang, written: Broadcast | None = None) -> list[Block]:
    return [
        text_input(
            each,
            TEXT_IN(lang, language=LANGUAGE_NAMES[each][lang]),
            initial=getattr(written, each) if written else "",
            longest=LONGEST,
        )
        | ({} if each == "nb" else {"optional": True, "hint": plain(FALLS_BACK[lang])})
        for each in LANGUAGES
    ]


def preview(lang: Lang, broadcast: Broadcast, forecast: str, read: Lang, letter: Message, sends: str) -> View:
    """Who gets it, why others do not, and how it looks to who reads that language."""
    choose = button(audience_words.RECEIVERS[lang], "broadcast.choose", broadcast.id)
    blocks = [
        section(forecast),
        *([] if broadcast.channel else [actions(choose)]),
        divider(),
        *_languages(lang, broadcast, read),
        *(block for block in letter.blocks if block["type"] != "actions"),
        actions(button(words.TO_ME[lang], "broadcast.test", broadcast.id)),
    ]
    title, close = words.TITLE[lang], BACK[lang]
    return modal("broadcast.send", title, blocks, submit=sends, close=close, data=broadcast.id)


def _languages(lang: Lang, broadcast: Broadcast, read: Lang) -> list[Block]:
    """A press for each language in which it reads otherwise."""
    written = [each for each in LANGUAGES if each == "nb" or getattr(broadcast, each)]
    if len(written) == 1:
        return []
    presses = [
        button(
            LANGUAGE_NAMES[each][lang].capitalize(),
            f"broadcast.read:{each}",
            f"{broadcast.id} {each}",
            style="primary" if each == read else None,
        )
        for each in written
    ]
    return [actions(*presses)]


def forecast(lang: Lang, broadcast: Broadcast, told: Forecast, now: datetime, quiet: Quiet) -> str:
    begins, local = max(broadcast.at or now, now), Local(now, quiet.zone)
    lines = [words.RECEIVE(lang, count=told.receive)]
    if broadcast.channel:
        lines = [words.TO_CHANNEL[lang].format(channel=f"<#{broadcast.channel}>")]
    if broadcast.at or quiet.holds(begins):
        first = quiet.later(begins) if broadcast.channel else begins
        lines.append(words.BEGINS(lang, time=local.moment(first, lang)))
    later = local.moment(quiet.later(begins), lang)
    known = {why: template for why, template in words.REASONS.items() if told.reasons[why]}
    lines += [f"• {template(lang, count=told.reasons[why], time=later)}" for why, template in known.items()]
    if before := told.before:
        day, more = local.day(before.at or before.created_at, lang), told.people - before.audience
        change = f"{more:+}" if more else words.AS_MANY[lang]
        lines.append(words.BEFORE(lang, day=day, count=before.audience, change=change))
    return "\n".join(lines)
