"""The modal «Ny puls»: its fields for each kind, and from what they hold to a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta

from bot.core.blocks import Block, View, actions, button, context, cut, input_of, modal, options, plain, section, select
from bot.core.few import ENOUGH
from bot.core.moments import Local
from bot.core.texts import LANGUAGE_NAMES, LANGUAGES, Lang, series
from bot.domain.answers.kinds import KINDS, WRITTEN, Kind
from bot.domain.polls.making import FEWEST, LONGEST_END, LONGEST_OPTION, LONGEST_QUESTION, MOST, Draft
from bot.domain.polls.tables import Poll, missing
from bot.slack.fields import picked_time
from bot.slack.results import words as result_words
from bot.slack.words import CANCEL, CHANNEL, CLOSE, PICK, POST
from handlers.polls import words

USUAL_DAYS, USUAL_TIME = 7, time(15)
AT_ONCE = "now"
Offered = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Begun:
    """A form that is not empty: what its fields hold, by name. `same_as`: the earlier poll that is asked again.

    `fresh`: what the fields hold takes the place of what was typed. Slack keeps that as long as a field is called the
    same, so the fields of a template get names of their own from it.
    """

    kind: Kind = "one"
    fields: Mapping[str, str] = field(default_factory=dict)
    same_as: str = ""
    fresh: str = ""


def form(lang: Lang, local: Local, opens: datetime, begun: Begun, ready: Offered, enough: int = ENOUGH) -> View:
    """`opens`: when what is posted by itself would be posted.

    `ready`: templates and earlier polls that can be asked again, as value and label.
    """
    blocks = [
        section(f"*{result_words.KIND[lang]}*", _kinds(lang, begun, ready)),
        *(block for each in LANGUAGES for block in _language_fields(each, lang, begun)),
        *([_most(lang, begun)] if begun.kind == "several" else []),
        _channel(lang, begun),
        *([_posting(lang, begun, local.moment(opens, lang))] if opens > local.now else []),
        _closes(lang, begun, local),
        input_of("secrecy", result_words.SECRECY[lang], _secrecy(lang, begun, enough)),
        input_of("by_company", words.UNIT[lang], _unit(lang, begun), optional=True),
        context(words.PROMISED(lang, promise=words.PROMISE[lang])),
        actions(button(words.PREVIEW[lang], "poll.preview")),
    ]
    for element in (block["element"] for block in blocks if begun.fresh and block["type"] == "input"):
        element["action_id"] += f":{begun.fresh}"
    data = f"{begun.kind} {begun.same_as}".strip()
    return modal("poll.make", words.NEW[lang], blocks, submit=POST[lang], close=CANCEL[lang], data=data)


def _kinds(lang: Lang, begun: Begun, ready: Offered) -> Block:
    kinds = [(f"kind:{kind}", result_words.KINDS[kind][lang]) for kind in KINDS]
    return select("poll.kind", PICK[lang], [*kinds, *ready], f"kind:{begun.kind}")


def _language_fields(asked_in: Lang, lang: Lang, begun: Begun) -> list[Block]:
    name, optional = LANGUAGE_NAMES[asked_in][lang], asked_in != "nb"
    question = _typed(begun, f"question_{asked_in}", LONGEST_QUESTION, multiline=False)
    first = input_of(f"question_{asked_in}", words.QUESTION(lang, language=name), question, optional=optional)
    if begun.kind in WRITTEN:
        hint = words.SAME_ORDER[lang] if optional else words.ONE_A_LINE(lang, fewest=FEWEST, most=MOST)
        lines = _typed(begun, f"options_{asked_in}", MOST * (LONGEST_OPTION + 1), multiline=True)
        label = words.OPTIONS(lang, language=name)
        return [first, input_of(f"options_{asked_in}", label, lines, optional=optional, hint=hint)]
    if begun.kind == "scale":
        lines = _typed(begun, f"ends_{asked_in}", 2 * (LONGEST_END + 1), multiline=True)
        label = words.ENDS(lang, language=name)
        return [first, input_of(f"ends_{asked_in}", label, lines, optional=True, hint=words.ENDS_HINT[lang])]
    return [first]


def _typed(begun: Begun, name: str, longest: int, *, multiline: bool) -> Block:
    element: Block = {"type": "plain_text_input", "action_id": "words", "max_length": longest}
    element |= {"multiline": True} if multiline else {}
    before = begun.fields.get(name, "")[:longest]
    return element | ({"initial_value": before} if before else {})


def _most(lang: Lang, begun: Begun) -> Block:
    element = _typed(begun, "most", 2, multiline=False)
    return input_of("most", words.MOST[lang], element, optional=True, hint=words.MOST_HINT[lang])


def _channel(lang: Lang, begun: Begun) -> Block:
    channels = {"include": ["public", "private"], "exclude_bot_users": True, "exclude_external_shared_channels": False}
    element: Block = {"type": "conversations_select", "action_id": "channel", "filter": channels}
    element |= {"placeholder": plain(PICK[lang])}
    before = begun.fields.get("channel")
    element |= {"initial_conversation": before} if before else {}
    return input_of("channel", CHANNEL[lang], element, hint=words.INVITED[lang])


def _posting(lang: Lang, begun: Begun, when: str) -> Block:
    """What an organizer does by hand may disturb, where they say so."""
    later = {"text": plain(words.POSTS_LATER(lang, when=when)), "value": "later"}
    now = {"text": plain(words.POSTS_NOW[lang]), "value": AT_ONCE}
    chosen = now if begun.fields.get("posts") == AT_ONCE else later
    choice: Block = {"type": "radio_buttons", "action_id": "posts", "options": [later, now], "initial_option": chosen}
    return input_of("posts", words.POSTS[lang], choice)


def _closes(lang: Lang, begun: Begun, local: Local) -> Block:
    usual = datetime.combine(local.today + timedelta(days=USUAL_DAYS), USUAL_TIME, local.zone)
    at = picked_time(begun.fields.get("closes", "")) or usual
    picker: Block = {"type": "datetimepicker", "action_id": "closes", "initial_date_time": int(at.timestamp())}
    return input_of("closes", words.CLOSING[lang], picker)


def _secrecy(lang: Lang, begun: Begun, enough: int) -> Block:
    anonymous = {"text": plain(words.WITHOUT_NAMES[lang]), "value": "anonymous"}
    few, seen = (words.FEW_READ, words.READ) if begun.kind == "words" else (words.FEW, words.SEEN)
    anonymous |= {"description": plain(few(lang, enough=enough))}
    named = {"text": plain(words.WITH_NAMES[lang]), "value": "named", "description": plain(seen[lang])}
    chosen = named if begun.fields.get("secrecy") == "named" else anonymous
    return {"type": "radio_buttons", "action_id": "secrecy", "options": [anonymous, named], "initial_option": chosen}


def _unit(lang: Lang, begun: Begun) -> Block:
    offered = options([("yes", words.BY_COMPANY[lang])])
    boxes: Block = {"type": "checkboxes", "action_id": "by_company", "options": offered}
    return boxes | ({"initial_options": offered} if begun.fields.get("by_company") else {})


def ready(lang: Lang, templates: Offered, earlier: Offered) -> list[tuple[str, str]]:
    """Below the kinds in the menu."""
    again = [(f"same:{name}", cut(words.SAME_AS(lang, question=question), 75)) for name, question in earlier]
    return [(f"template:{name}", words.TEMPLATE(lang, name=label)) for name, label in templates] + again


def draft(fields: Mapping[str, str], data: str, *, private: bool) -> Draft:
    """`data`: what the form was given, its kind and the poll that it repeats."""
    kind, _, same_as = data.partition(" ")
    return Draft(
        question={lang: fields.get(f"question_{lang}", "") for lang in LANGUAGES},
        options={lang: fields.get(f"options_{lang}", "") for lang in LANGUAGES},
        channel=fields.get("channel", ""),
        private=private,
        named=fields.get("secrecy") == "named",
        closes_at=picked_time(fields.get("closes", "")),
        kind=next((each for each in KINDS if each == kind), "one"),
        ends={lang: fields.get(f"ends_{lang}", "") for lang in LANGUAGES},
        most=fields.get("most", ""),
        by_company=bool(fields.get("by_company")),
        same_as=same_as,
    )


def made(poll: Poll, lang: Lang, local: Local, opens: datetime) -> View:
    """What the organizer sees after sending the form; `opens`: when it is posted."""
    template = words.MADE_LATER if opens > poll.made_at else words.MADE
    times = {"opens": local.moment(opens, lang), "when": local.moment(poll.closes_at, lang)}
    said = template[lang].format(channel=f"<#{poll.channel}>", **times)
    lacking = series([LANGUAGE_NAMES[each][lang] for each in missing(poll)], lang)
    note = [context(words.MISSING(lang, languages=lacking))] if lacking else []
    return modal("notice", words.NEW[lang], [section(said), *note], close=CLOSE[lang])
