"""The form of an entry, empty or filled with what stands now."""

from collections.abc import Mapping

from bot.core.blocks import Block, View, input_of, modal, select
from bot.core.texts import LANGUAGE_NAMES, LANGUAGES, Lang, Text
from bot.domain.entries.writing import KINDS, LONGEST_NAME
from bot.slack.words import CANCEL, PICK
from handlers.content import words
from knowledge.entry import BUTTON, Entry
from knowledge.rules import LONGEST


def new(lang: Lang) -> View:
    """Two steps: the kind decides which fields the form has."""
    kinds = select("kind", PICK[lang], [(kind, words.KINDS[kind][lang]) for kind in KINDS])
    blocks = [input_of("kind", words.KIND[lang], kinds)]
    return modal("content.kind", words.NEW[lang], blocks, submit=words.SUBMIT[lang], close=CANCEL[lang])


def form(lang: Lang, kind: str, entry: Entry | None, data: str, helper: str = "") -> View:
    """`helper`: what the contact that helps with it is called."""
    now = standing(entry) | {"handled_by": helper} if entry else {}
    blocks = [
        *_three(lang, now, "title", words.NAME),
        *_three(lang, now, "question", words.QUESTION, BUTTON),
        *_three(lang, now, "text", words.ANSWER, LONGEST, hint=words.ANSWER_HINT),
        _field(lang, now, "asks", words.ASKS, 3000, hint=words.ONE_A_LINE),
        *(_contact(lang, now) if kind == "contact" else [_field(lang, now, "handled_by", words.HANDLED_BY)]),
        _field(lang, now, "document", words.DOCUMENT, 200, optional=False),
        _field(lang, now, "as_of", words.AS_OF, hint=words.AS_OF_HINT, optional=False),
        _field(lang, now, "source_url", words.SOURCE_URL, 500),
        _field(lang, now, "deadline", words.DEADLINE, hint=words.A_DATE),
        _field(lang, now, "until", words.UNTIL, hint=words.A_DATE),
        _field(lang, now, "responsible", words.RESPONSIBLE, hint=words.ROLE_HINT),
        _field(lang, now, "next_check", words.NEXT_CHECK, hint=words.A_DATE),
    ]
    title = (words.CORRECT if entry else words.NEW)[lang]
    return modal("content.preview", title, blocks, submit=words.PREVIEW[lang], close=CANCEL[lang], data=data)


def details(lang: Lang, now: Mapping[str, str], data: str) -> View:
    """The second form: what stands around the answer. All of it may be empty."""
    blocks = [
        _field(lang, now, "aliases", words.ALIASES, 3000, hint=words.ONE_A_LINE),
        _field(lang, now, "topics", words.TOPICS, 1000, hint=words.ONE_A_LINE),
        _field(lang, now, "areas", words.AREAS, 1000, hint=words.NAMES_A_LINE),
        _field(lang, now, "links", words.LINKS, 3000, hint=words.NAMES_A_LINE),
        _field(lang, now, "facts", words.FIGURES, 3000, hint=words.FIGURES_HINT),
    ]
    return modal("content.details", words.MORE[lang], blocks, submit=words.PREVIEW[lang], close=CANCEL[lang], data=data)


def standing(entry: Entry) -> dict[str, str]:
    """What the entry holds, by the names of the form's fields."""
    source, reach = entry.source[0], entry.contact
    three = {"title": entry.title, "question": entry.question, "text": entry.text}
    three |= {"role": reach.role} if reach else {}
    values = {f"{name}_{lang}": text[lang] for name, text in three.items() for lang in LANGUAGES}
    dates = {"deadline": entry.deadline, "until": entry.valid.until, "next_check": entry.next_check}
    values |= {name: day.isoformat() for name, day in dates.items() if day}
    values |= {"email": reach.email or "", "phone": reach.phone or "", "url": reach.url or ""} if reach else {}
    values |= {"asks": "\n".join(entry.asks), "responsible": entry.responsible or ""}
    return values | {"document": source.document, "as_of": source.as_of, "source_url": source.url or ""}


def _contact(lang: Lang, now: Mapping[str, str]) -> list[Block]:
    return [
        *_three(lang, now, "role", words.ROLE, hint=words.ROLE_HINT),
        _field(lang, now, "email", words.EMAIL),
        _field(lang, now, "phone", words.PHONE),
        _field(lang, now, "url", words.URL, 500),
    ]


def _three(
    lang: Lang,
    now: Mapping[str, str],
    name: str,
    label: Text,
    longest: int = LONGEST_NAME,
    *,
    hint: Text | None = None,
) -> list[Block]:
    """A field for each language."""
    fields = []
    for each in LANGUAGES:
        block = _field(lang, now, f"{name}_{each}", label, longest, hint=hint, optional=False)
        block["label"]["text"] = label(lang, language=LANGUAGE_NAMES[each][lang])
        fields.append(block)
    return fields


def _field(
    lang: Lang,
    now: Mapping[str, str],
    name: str,
    label: Text,
    longest: int = LONGEST_NAME,
    *,
    hint: Text | None = None,
    optional: bool = True,
) -> Block:
    element: Block = {"type": "plain_text_input", "action_id": name, "max_length": longest}
    element |= {"multiline": True} if longest >= LONGEST else {}
    element |= {"initial_value": now[name]} if now.get(name) else {}
    return input_of(name, label[lang], element, optional=optional, hint=hint[lang] if hint else "")
