"""Gaps as the staff see them, the form that fills one, and what the askers are told."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.core.blocks import (
    BUTTON,
    Block,
    Message,
    View,
    actions,
    button,
    context,
    cut,
    input_of,
    modal,
    options,
    quoted,
    section,
    text_input,
)
from bot.core.texts import LANGUAGE_NAMES, LANGUAGES, Lang, Text, bold, escape
from bot.domain.questions import Question
from bot.domain.questions.gaps import Gap
from bot.slack.words import CANCEL, CLOSE
from handlers.gaps import words
from knowledge import entry, rules
from knowledge.library import Library
from knowledge.vocabulary import vocabulary

GAPS = 10  # in one list
EXAMPLES = 3
EXAMPLE = 200  # characters
WORDINGS = 10  # the most checkboxes that Slack shows
PERSONAL = re.compile(r"\S+@\S+|(?<!\w)\+?\d(?:[ .-]?\d){7,}(?!\w)")


def listing(lang: Lang, library: Library, title: Text, gaps: Sequence[Gap]) -> Message:
    """How many asked, examples without names, and a button to answer, for each."""
    if not gaps:
        return Message(words.NONE[lang])
    blocks: list[Block] = [section(f"*{title[lang]}*")]
    said = [f"*{title[lang]}*"]
    for number, gap in enumerate(gaps[:GAPS]):
        lines = "\n".join(_lines(lang, library, gap))
        said.append(lines)
        blocks += [section(lines), _buttons(lang, gap, number)]
    if len(gaps) > GAPS:
        more = words.MORE(lang, count=len(gaps) - GAPS)
        said.append(more)
        blocks.append(context(more))
    return Message("\n\n".join(said), blocks)


def _buttons(lang: Lang, gap: Gap, number: int) -> Block:
    about = _name(lang, gap)
    return actions(
        *(
            button(label, f"{action}:{number}", key(gap), spoken=cut(f"{label}: {about}", BUTTON))
            for label, action in ((words.ANSWER[lang], "gap.open"), (words.DISMISS[lang], "gap.dismiss"))
        )
    )


def dismissed(lang: Lang, count: int, name: str) -> Message:
    said = words.DISMISSED(lang, count)
    return Message(said, [section(said), actions(button(words.UNDO[lang], "gap.restore", name))])


def key(gap: Gap) -> str:
    return f"{gap.near or ''}\n{gap.topic or ''}"


def read_key(value: str) -> tuple[str | None, str | None]:
    near, _, topic = value.partition("\n")
    return near or None, topic or None


def _lines(lang: Lang, library: Library, gap: Gap) -> Iterable[str]:
    yield _heading(lang, library, gap)
    yield from (f"• {_example(question)}" for question in gap.wordings()[:EXAMPLES])
    reasons = Counter(question.reason for question in gap.questions if question.reason)
    if reasons:
        yield ", ".join(f"{words.REASONS[reason][lang]} {count}" for reason, count in reasons.most_common())
    remarks = [question.remark for question in gap.questions if question.remark]
    yield from (words.REMARKED(lang, remark=cut(anonymous(remark), EXAMPLE)) for remark in remarks[:EXAMPLES])


def _heading(lang: Lang, library: Library, gap: Gap) -> str:
    topic = _name(lang, gap)
    near = library.find(gap.near or "")
    count = len(gap.questions)
    asked = words.ASKED(lang, count=count)
    told = [asked, words.DISLIKED(lang, count=gap.disliked)] if gap.disliked else [asked]
    title = bold(topic[0].upper() + topic[1:])
    named = f"{title} ({words.NEAR(lang, title=near.title[lang])})" if near else title
    return f"{named}: {', '.join(told)}"


def _name(lang: Lang, gap: Gap) -> str:
    return vocabulary().names[gap.topic][lang] if gap.topic else words.UNKNOWN[lang]


def _example(question: Question) -> str:
    return escape(cut(anonymous(question.words), EXAMPLE))


def anonymous(said: str) -> str:
    """Without addresses and numbers that could be a person's."""
    return PERSONAL.sub("…", said)


def form(lang: Lang, gap: Gap) -> View:
    wordings = gap.wordings()[:WORDINGS]
    offered = options((question.id, anonymous(question.words)) for question in wordings)
    boxes: Block = {"type": "checkboxes", "action_id": "which", "options": offered, "initial_options": offered}
    blocks = [
        input_of("which", words.WHICH[lang], boxes),
        *(field for each in LANGUAGES for field in _language_fields(each, lang, wordings)),
        context(words.FORM_NOTE[lang]),
    ]
    return modal("gap.fill", words.ANSWER[lang], blocks, submit=words.SEND[lang], close=CANCEL[lang], data=key(gap))


def _language_fields(written: Lang, lang: Lang, wordings: Sequence[Question]) -> list[Block]:
    """The question begins with what somebody asked in that language."""
    name = LANGUAGE_NAMES[written][lang]
    asked = next((question.words for question in wordings if question.lang == written), "")
    line: Block = {"type": "plain_text_input", "action_id": "words", "max_length": entry.BUTTON}
    line |= {"initial_value": cut(anonymous(asked), BUTTON)} if asked else {}
    return [
        input_of(f"question_{written}", words.QUESTION(lang, language=name), line),
        text_input(f"answer_{written}", words.TEXT(lang, language=name), longest=rules.LONGEST),
    ]


def saved(lang: Lang, count: int) -> View:
    said = words.SAVED(lang, count=count) if count else words.SAVED_ONLY[lang]
    return modal("notice", words.ANSWER[lang], [section(said)], close=CLOSE[lang])


def answer(question: Question, filled: Text) -> Message:
    """What the asker is told, in the language of the question."""
    lang: Lang = question.lang  # type: ignore[assignment]
    heading = words.NOW_ANSWERED(lang, words=question.words)
    return Message(f"{heading}\n{escape(filled[lang])}", [section(heading), quoted(filled[lang])])
