"""An answer as a message: first the fact, then at most one contact, then one line of sources."""

from bot.core.blocks import Block, Message, actions, button, context, section
from bot.core.texts import Lang, Text, day, escape
from handlers.ask import words
from knowledge.answers import Answer
from knowledge.entry import Entry, Source

REASONS = {"nothing": words.NOTHING, "unsure": words.UNSURE, "outside": words.OUTSIDE}
RELATED = 3
ASKS_FOR_A_PERSON = "procedure.spor_en_person"  # its answer names the button


def render(answer: Answer, lang: Lang) -> Message:
    """The words of an answer; `with_buttons` adds what can be pressed."""
    paragraphs = [paragraph for paragraph in (_body(answer, lang), _contact(answer, lang)) if paragraph]
    source = _sources(answer, lang)
    blocks = [section(paragraph) for paragraph in paragraphs] + ([context(source)] if source else [])
    return Message("\n".join([*paragraphs, source] if source else paragraphs), blocks)


def with_buttons(
    message: Message,
    answer: Answer,
    lang: Lang,
    question_id: str,
    *,
    staffed: bool,
    shareable: bool,
    editable: bool = False,
) -> Message:
    """`staffed`: there are people to send the question to. `shareable`: only the asker sees it as yet.

    `editable`: only somebody who may correct it sees it.
    """
    offered = answer.entries if answer.outcome == "choose" else answer.related
    questions = [
        button(entry.question[lang], f"ask.again:{n}", entry.question[lang])
        for n, entry in enumerate(offered[:RELATED])
    ]
    rows = [actions(*questions)] if questions else []
    return Message(
        message.text,
        [
            *message.blocks,
            *rows,
            *_below(answer, lang, question_id, staffed, shareable),
            *_correct(answer, lang, editable),
        ],
    )


def _below(answer: Answer, lang: Lang, question_id: str, staffed: bool, shareable: bool) -> list[Block]:
    buttons = []
    if answer.outcome == "answered":
        buttons.append(button(words.HELPFUL[lang], "ask.helpful", question_id))
        buttons.append(button(words.UNHELPFUL[lang], "ask.unhelpful", question_id))
        if shareable:
            buttons.append(button(words.SHARE[lang], "ask.share", question_id))
    if staffed and (answer.outcome != "answered" or answer.entries[0].id == ASKS_FOR_A_PERSON):
        primary = "primary" if answer.outcome == "refused" else None
        buttons.append(button(words.FORWARD[lang], "inquiry.open", question_id, style=primary))
    return [actions(*buttons)] if buttons else []


def _correct(answer: Answer, lang: Lang, editable: bool) -> list[Block]:
    if not editable or answer.outcome != "answered" or not answer.entries:
        return []
    return [actions(button(words.CORRECT[lang], "content.open", answer.entries[0].id))]


def headed(heading: str, message: Message) -> Message:
    """With a line above it, for instance the question; `heading` is markup."""
    return Message(f"{heading}\n{message.text}", [context(heading, verbatim=True), *message.blocks])


def _body(answer: Answer, lang: Lang) -> str:
    if answer.outcome == "answered":
        return " ".join(escape(sentence.words[lang]) for sentence in answer.sentences)
    if answer.outcome == "choose":
        return "\n".join([words.CHOOSE[lang], *(f"• {escape(entry.question[lang])}" for entry in answer.entries)])
    nearest = [words.NEAREST(lang, title=answer.entries[0].title[lang])] if answer.entries else []
    return " ".join([REASONS[answer.reason or "nothing"][lang], *nearest])


def _contact(answer: Answer, lang: Lang) -> str:
    entry = answer.contact
    if entry is None or entry.contact is None:
        return ""
    reach = entry.contact
    role = escape(reach.role[lang])
    phone = words.PHONE(lang, phone=reach.phone) if reach.phone else None
    ways = [f"<{reach.url}|{role}>" if reach.url else role, reach.email, phone]
    line = " · ".join(way for way in ways if way)
    return f"{words.CONTACT[lang].format(contact=line)} ({_age(entry, lang)})"


def _age(entry: Entry, lang: Lang) -> str:
    if entry.verified:
        return words.CHECKED(lang, day=day(entry.verified.on, lang))
    return words.AS_OF(lang, year=entry.source[0].as_of[:4])


def _sources(answer: Answer, lang: Lang) -> str:
    if answer.outcome != "answered":
        return ""
    cited = {source.document: source for entry in answer.entries for source in reversed(entry.source)}
    line = " · ".join(_cited(source) for source in cited.values()) + _place(answer.entries[0], lang)
    template: Text = words.SOURCE if len(cited) == 1 else words.SOURCES
    return f"{template[lang].format(source=line)} · {_checked(answer.entries, lang)}"


def _cited(source: Source) -> str:
    """The document, linked where it has an address, with its year unless its name tells that."""
    name = escape(source.document)
    named = f"<{source.url}|{name}>" if source.url else name
    return named if source.as_of[:4] in source.document else f"{named} ({source.as_of[:4]})"


def _place(entry: Entry, lang: Lang) -> str:
    """Where in a document the passage stands."""
    if entry.kind != "passage":
        return ""
    source = entry.source[0]
    page = words.PAGE(lang, page=source.position) if source.position else ""
    return "".join(f", {part}" for part in (f"«{escape(source.section)}»", page) if part)


def _checked(entries: tuple[Entry, ...], lang: Lang) -> str:
    days = [entry.verified.on for entry in entries if entry.verified]
    if len(days) < len(entries):
        return words.NOT_CHECKED[lang]
    return words.CHECKED(lang, day=day(min(days), lang))
