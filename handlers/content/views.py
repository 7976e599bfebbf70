"""The modals of the content: finding an entry, one entry with its history, and what an edit will look like."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.core.blocks import (
    BUTTON,
    Block,
    Message,
    View,
    actions,
    button,
    confirm,
    context,
    cut,
    divider,
    input_of,
    modal,
    section,
)
from bot.core.moments import day
from bot.core.texts import Lang, escape
from bot.domain.entries.drafts import EntryDraft
from bot.domain.entries.versions import EntryVersion
from bot.slack.words import BACK, CANCEL, CLOSE, NOT_GIVEN
from handlers.content import words
from knowledge.answers import Answer
from knowledge.entry import Entry

Show = Callable[[Answer, Lang], Message]
SHOWN = 8  # entries in a list


@dataclass(frozen=True)
class Opened:
    """An entry as an editor sees it. `entry`: none where it is retired. `files`: what newer files say instead."""

    name: str
    entry: Entry | None
    answer: Message | None
    history: Sequence[EntryVersion]
    files: Entry | None

    @property
    def seen(self) -> int:
        return self.history[0].id if self.history else 0


def find(lang: Lang, recent: Sequence[tuple[str, str]], conflicts: Sequence[tuple[str, str]], late: int) -> View:
    """`recent` and `conflicts`: ids and titles of entries."""
    typed = {"type": "plain_text_input", "action_id": "words", "max_length": 200}
    blocks = [
        input_of("words", words.FIND[lang], typed, hint=words.FIND_HINT[lang]),
        actions(button(words.NEW[lang], "content.new")),
        *_listed(lang, words.CONFLICTS[lang], conflicts, "conflict"),
        *([context(words.DUE(lang, count=late))] if late else []),
        *_listed(lang, words.RECENT[lang], recent, "recent"),
    ]
    return modal("content.find", words.TITLE[lang], blocks, submit=words.SEARCH[lang], close=CLOSE[lang])


def found(lang: Lang, asked: str, entries: Sequence[Entry]) -> View:
    blocks = _listed(lang, words.FOUND[lang], [(entry.id, entry.title[lang]) for entry in entries], "found")
    blocks = blocks or [section(words.NONE_FOUND(lang, words=asked))]
    return modal("notice", words.TITLE[lang], [*blocks, actions(button(words.NEW[lang], "content.new"))],
                 close=CLOSE[lang])  # fmt: skip


def _listed(lang: Lang, heading: str, entries: Sequence[tuple[str, str]], where: str) -> list[Block]:
    open_it = words.OPEN[lang]
    rows = [
        section(
            f"{escape(title)}\n`{name}`",
            button(open_it, f"content.open:{where}{n}", name, spoken=cut(f"{open_it}: {title}", BUTTON)),
        )
        for n, (name, title) in enumerate(entries[:SHOWN])
    ]
    return [section(f"*{heading}*"), *rows] if rows else []


def opened(lang: Lang, it: Opened, said: str = "") -> View:
    """One entry with all that can be done to it."""
    told = [section(said)] if said else []
    return modal("notice", words.TITLE[lang], [*told, *_answer(lang, it), *_below(lang, it)], close=CLOSE[lang])


def _answer(lang: Lang, it: Opened) -> list[Block]:
    if it.entry is None or it.answer is None:
        return [section(words.RETIRED[lang]), context(f"`{it.name}`")]
    role = it.entry.responsible or NOT_GIVEN[lang]
    kind = words.KINDS[it.entry.kind][lang]
    facts = words.FACTS(lang, kind=kind, role=role, day=day(it.entry.check_by, lang))
    heading = f"*{escape(it.entry.question[lang])}*\n`{it.name}`"
    return [section(heading), context(words.AS_SEEN[lang]), *it.answer.blocks, context(facts)]


def _below(lang: Lang, it: Opened) -> list[Block]:
    value = f"{it.seen} {it.name}"
    buttons = _buttons(lang, it, value)
    lines = [_act(lang, row) for row in it.history] or [words.NO_HISTORY[lang]]
    rows = [actions(*buttons)] if buttons else []
    return [*_conflict(lang, it, value), *rows, divider(), context("\n".join([f"*{words.HISTORY[lang]}*", *lines]))]


def _buttons(lang: Lang, it: Opened, value: str) -> list[Block]:
    buttons = []
    if it.entry:
        if it.entry.kind != "passage":  # those are corrected in their document and imported again
            buttons.append(button(words.CORRECT[lang], "content.edit", value, style="primary"))
            buttons.append(button(words.MORE[lang], "content.more", value))
        buttons.append(button(words.VERIFY[lang], "content.verify", value))
        sure = confirm(words.RETIRE[lang], words.SURE[lang], words.RETIRE[lang], CANCEL[lang])
        buttons.append(button(words.RETIRE[lang], "content.retire", value, style="danger") | {"confirm": sure})
    if it.history:
        buttons.append(button(words.UNDO[lang], "content.undo", value))
    return buttons


def _conflict(lang: Lang, it: Opened, value: str) -> list[Block]:
    if it.files is None:
        return []
    ours = button(words.KEEP_OURS[lang], "content.ours", value)
    theirs = button(words.TAKE_FILES[lang], "content.files", value)
    return [section(words.IN_CONFLICT(lang, words=it.files.text[lang])), actions(ours, theirs)]


def _act(lang: Lang, row: EntryVersion) -> str:
    who = f"<@{row.who}>" if row.who else words.NO_NAME[lang]
    return f"{day(row.at.date(), lang)}: {words.ACTS[row.act][lang]} ({who})"  # type: ignore[index]


def preview(lang: Lang, draft: EntryDraft, messages: Sequence[Message]) -> View:
    """In all languages, as the asker will see it."""
    shown = [block for message in messages for block in (divider(), *message.blocks)]
    blocks = [context(words.AS_SEEN[lang]), *shown]
    title, close = words.PREVIEW[lang], BACK[lang]
    return modal("content.publish", title, blocks, submit=words.PUBLISH[lang], close=close, data=draft.id)


def published(lang: Lang, said: str, value: str) -> Message:
    buttons = button(words.MORE[lang], "content.more", value), button(words.UNDO[lang], "content.undo", value)
    return Message(said, [section(said), actions(*buttons)])
