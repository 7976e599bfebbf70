"""The modal «Ny puls»: its fields, and from what they hold to a draft."""

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from bot.core.blocks import Block, View, context, input_of, modal, plain, section
from bot.core.few import ENOUGH
from bot.core.moments import Local
from bot.core.texts import LANGUAGE_NAMES, LANGUAGES, Lang
from bot.domain.polls.making import FEWEST, LONGEST_OPTION, LONGEST_QUESTION, MOST, Draft
from bot.domain.polls.tables import Poll, missing
from bot.slack.context import picked_time
from bot.slack.words import AND, CANCEL, CHANNEL, CLOSE, PICK, POST
from handlers.polls import words

USUAL_DAYS, USUAL_TIME = 7, time(15)
AT_ONCE = "now"


def form(lang: Lang, local: Local, opens: datetime) -> View:
    """`opens`: when what is posted by itself would be posted."""
    channels = {"include": ["public", "private"], "exclude_bot_users": True, "exclude_external_shared_channels": False}
    channel: Block = {"type": "conversations_select", "action_id": "channel", "filter": channels}
    closes = datetime.combine(local.today + timedelta(days=USUAL_DAYS), USUAL_TIME, local.zone)
    picker: Block = {"type": "datetimepicker", "action_id": "closes", "initial_date_time": int(closes.timestamp())}
    blocks = [
        *(field for each in LANGUAGES for field in _language_fields(each, lang)),
        input_of("channel", CHANNEL[lang], channel | {"placeholder": plain(PICK[lang])})
        | {"hint": plain(words.INVITED[lang])},
        *(
            [input_of("posts", words.POSTS[lang], _posting(local.moment(opens, lang), lang))]
            if opens > local.now
            else []
        ),
        input_of("closes", words.CLOSING[lang], picker),
        input_of("secrecy", words.SECRECY[lang], _secrecy(lang)),
        context(words.PROMISE[lang]),
    ]
    return modal("poll.make", words.NEW[lang], blocks, submit=POST[lang], close=CANCEL[lang])


def _language_fields(asked_in: Lang, lang: Lang) -> list[Block]:
    name, optional = LANGUAGE_NAMES[asked_in][lang], asked_in != "nb"
    question = {"type": "plain_text_input", "action_id": "words", "max_length": LONGEST_QUESTION}
    longest = MOST * (LONGEST_OPTION + 1)
    options = {"type": "plain_text_input", "action_id": "words", "multiline": True, "max_length": longest}
    hint = words.SAME_ORDER[lang] if optional else words.ONE_A_LINE(lang, fewest=FEWEST, most=MOST)
    return [
        input_of(f"question_{asked_in}", words.QUESTION(lang, language=name), question, optional=optional),
        input_of(f"options_{asked_in}", words.OPTIONS(lang, language=name), options, optional=optional, hint=hint),
    ]


def _posting(when: str, lang: Lang) -> Block:
    """What an organizer does by hand may disturb, where they say so."""
    later = {"text": plain(words.POSTS_LATER(lang, when=when)), "value": "later"}
    now = {"text": plain(words.POSTS_NOW[lang]), "value": AT_ONCE}
    return {"type": "radio_buttons", "action_id": "posts", "options": [later, now], "initial_option": later}


def _secrecy(lang: Lang) -> Block:
    anonymous = {"text": plain(words.WITHOUT_NAMES[lang]), "value": "anonymous"}
    anonymous |= {"description": plain(words.FEW(lang, enough=ENOUGH))}
    named = {"text": plain(words.WITH_NAMES[lang]), "value": "named", "description": plain(words.SEEN[lang])}
    return {
        "type": "radio_buttons",
        "action_id": "secrecy",
        "options": [anonymous, named],
        "initial_option": anonymous,
    }


def draft(fields: Mapping[str, str], *, private: bool) -> Draft:
    return Draft(
        question={lang: fields.get(f"question_{lang}", "") for lang in LANGUAGES},
        options={lang: fields.get(f"options_{lang}", "") for lang in LANGUAGES},
        channel=fields.get("channel", ""),
        private=private,
        named=fields.get("secrecy") == "named",
        closes_at=picked_time(fields.get("closes", "")),
    )


def made(poll: Poll, lang: Lang, local: Local, opens: datetime) -> View:
    """What the organizer sees after sending the form; `opens`: when it is posted."""
    template = words.MADE_LATER if opens > poll.made_at else words.MADE
    times = {"opens": local.moment(opens, lang), "when": local.moment(poll.closes_at, lang)}
    said = template[lang].format(channel=f"<#{poll.channel}>", **times)
    lacking = AND[lang].join(LANGUAGE_NAMES[each][lang] for each in missing(poll))
    note = [context(words.MISSING(lang, languages=lacking))] if lacking else []
    return modal("notice", words.NEW[lang], [section(said), *note], close=CLOSE[lang])
