"""An answer as a message: first the fact, then a contact where it helps, then one line of sources."""

from bot.core.blocks import Block, Message, actions, button, context, section
from bot.core.texts import OR, Lang, escape, series
from bot.slack.citations import contact_line, made_of_rows, sources_line
from bot.slack.example import true
from handlers.ask import words
from knowledge.answers import Answer

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
    questions = [
        button(entry.question[lang], f"ask.again:{n}", entry.question[lang])
        for n, entry in enumerate(answer.offered[:RELATED])
    ]
    rows = [actions(*questions)] if questions else []
    said = message.blocks if any(made_of_rows(entry) for entry in answer.entries) else true(message.blocks)
    below = _below(answer, lang, question_id, staffed, shareable)
    return Message(message.text, [*said, *rows, *below, *_correct(answer, lang, editable)])


def _below(answer: Answer, lang: Lang, question_id: str, staffed: bool, shareable: bool) -> list[Block]:
    buttons = []
    if answer.outcome == "answered":
        buttons.append(button(words.HELPFUL[lang], "ask.helpful", question_id))
        buttons.append(button(words.UNHELPFUL[lang], "ask.unhelpful", question_id))
        if shareable:
            buttons.append(button(words.SHARE[lang], "ask.share", question_id))
        if answer.entries[0].kind == "scheme":
            buttons.append(button(words.WHICH_SUPPORT[lang], "support.open"))
    if staffed and (answer.outcome != "answered" or answer.entries[0].id == ASKS_FOR_A_PERSON):
        primary = "primary" if answer.outcome == "refused" else None
        buttons.append(button(words.FORWARD[lang], "inquiry.open", question_id, style=primary))
    return [actions(*buttons)] if buttons else []


def _correct(answer: Answer, lang: Lang, editable: bool) -> list[Block]:
    if not editable or answer.outcome != "answered" or not answer.entries or made_of_rows(answer.entries[0]):
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
    return " ".join([REASONS[answer.reason or "nothing"][lang], *_offered(answer, lang)])


def _offered(answer: Answer, lang: Lang) -> list[str]:
    """What can be pressed below, as questions."""
    near, maybe = (
        [words.TITLE[lang].format(title=entry.title[lang]) for entry in entries]
        for entries in (answer.entries, answer.related)
    )
    nearest = words.NEAREST if len(near) < 2 else words.NEAREST_TWO
    return [
        *([nearest(lang, titles=series(near, lang))] if near else []),
        *([words.MAYBE(lang, titles=series(maybe, lang, OR))] if maybe else []),
    ]


def _contact(answer: Answer, lang: Lang) -> str:
    """In a refusal without the year of its source, which could be taken for the answer."""
    dated = answer.outcome != "refused"
    return "\n".join(contact_line(contact, lang, dated=dated) for contact in answer.contacts)


def _sources(answer: Answer, lang: Lang) -> str:
    return sources_line(answer.entries, lang) if answer.outcome == "answered" else ""
