"""The window in which a member answers with several options or in words, and its receipt."""

from bot.core.blocks import Block, Message, View, header, input_of, modal, options, section
from bot.core.errors import UserError, short
from bot.core.texts import Lang
from bot.domain.answers.asked import Given, wording
from bot.domain.answers.kinds import chosen
from bot.domain.polls.tables import Poll
from bot.slack.results import words as result_words
from bot.slack.words import CANCEL, CLOSE, SEND
from handlers.polls import words

LONGEST = 1000


def answering(poll: Poll, given: Given | None, lang: Lang, found: list[str] | None = None) -> View:
    """`found`: what in the written answer could point to somebody; it is sent all the same when it is sent again."""
    asked = wording(poll, lang)
    element, hint = _words(given) if poll.kind == "words" else _boxes(poll, given, lang), ""
    if poll.most:
        hint = words.AT_MOST(lang, most=poll.most)
    warned = [section(words.POINTS(lang, found=" · ".join(found)))] if found else []
    blocks = [
        header(asked.question),
        *warned,
        input_of("answer", words.ANSWER[lang], element, hint=hint),
        section((result_words.NAMED if poll.named else words.PROMISE)[lang]),
    ]
    send = (words.SEND_ANYWAY if found else SEND)[lang]
    data = f"{poll.id} shown" if found else poll.id
    return modal("poll.give", words.ANSWER[lang], blocks, submit=send, close=CANCEL[lang], data=data)


def _words(given: Given | None) -> Block:
    element: Block = {"type": "plain_text_input", "action_id": "answer", "multiline": True, "max_length": LONGEST}
    return element | ({"initial_value": given.words} if given and given.words else {})


def _boxes(poll: Poll, given: Given | None, lang: Lang) -> Block:
    offered = options((str(n), option) for n, option in enumerate(wording(poll, lang).options))
    before = [offered[n] for n in chosen(poll.kind, given.option)] if given else []
    boxes: Block = {"type": "checkboxes", "action_id": "answer", "options": offered}
    return boxes | ({"initial_options": before} if before else {})


def written(typed: str) -> str:
    words_of_it = short(typed.strip(), "answer", LONGEST)
    if not words_of_it:
        raise UserError(words.NO_ANSWER, field="answer")
    return words_of_it


def received(receipt: Message, lang: Lang) -> View:
    return modal("notice", words.ANSWER[lang], receipt.blocks, close=CLOSE[lang])
