"""What the staff see of promises: the list, the forms, the reminder."""

from bot.core.blocks import Block, Message, View, actions, button, input_of, modal, plain, section, text_input
from bot.core.moments import Local, day
from bot.core.texts import Lang, escape
from bot.domain.visits.promises import LONGEST_NOTES, LONGEST_OUTCOME, LONGEST_WORDS
from bot.domain.visits.rows import LONGEST_ROLE, VisitPromise, Whole
from bot.slack.paging import Page
from bot.slack.words import CANCEL, EDIT, PICK, SAVE
from handlers.visits import facts, staff_words
from handlers.visits import promise_words as words


def told(lang: Lang, promise: VisitPromise, names: str, local: Local) -> str:
    """Markup: the date first, since that is what it is about."""
    today, due = local.today, promise.due_on
    state = "later" if due > today else "today" if due == today else "over"
    owner = words.FOLLOWS[lang].format(owner=facts.owner(promise, lang, for_staff=True))
    return "\n".join(
        [f"*{words.DUE[state](lang, day=day(due, lang))}* · {escape(names)}", escape(promise.words), owner]
    )


def presses(lang: Lang, promise: VisitPromise) -> list[Block]:
    shut = button(words.CLOSE_IT[lang], "visit.close", promise.id, style="primary")
    return [shut, button(EDIT[lang], "visit.promise_edit", promise.id)]


def reminder(lang: Lang, promise: VisitPromise, names: str, local: Local) -> list[Block]:
    return [section(words.REMINDER(lang, names=names)), section(told(lang, promise, names, local))]


def listing(lang: Lang, page: Page[tuple[VisitPromise, str]], local: Local) -> Message:
    heading = words.OPEN_ONES(lang, count=page.all) if page.all else words.NONE[lang]
    rows = [told(lang, promise, names, local) for promise, names in page.shown]
    blocks: list[Block] = [section(f"*{heading}*")]
    for (promise, _), row in zip(page.shown, rows, strict=True):
        blocks += [section(row), actions(*presses(lang, promise))]
    blocks += [*page.blocks(lang, "visit.promises"), actions(button(staff_words.BACK[lang], "visit.queue"))]
    return Message("\n".join(filter(None, [heading, *rows, page.place(lang)])), blocks)


def notes_form(lang: Lang, one: Whole) -> View:
    typed = text_input(
        "notes", words.NOTES_ASKED[lang], initial=one.visit.notes, longest=LONGEST_NOTES, hint=words.NOTES_HINT[lang]
    ) | {"optional": True}
    title = staff_words.NOTES[lang]
    blocks = [_name(one), typed]
    return modal("visit.notes", title, blocks, submit=SAVE[lang], close=CANCEL[lang], data=one.visit.id)


def form(lang: Lang, one: Whole, promise: VisitPromise | None = None) -> View:
    """A new promise, or one to be changed."""
    role: Block = {"type": "plain_text_input", "action_id": "role", "max_length": LONGEST_ROLE}
    role |= {"initial_value": promise.role} if promise and promise.role else {}
    owner: Block = {"type": "users_select", "action_id": "owner", "placeholder": plain(PICK[lang])}
    owner |= {"initial_user": promise.owner} if promise and promise.owner else {}
    picker: Block = {"type": "datepicker", "action_id": "due_on"}
    picker |= {"initial_date": f"{promise.due_on}"} if promise else {}
    written = promise.words if promise else ""
    blocks = [
        _name(one),
        text_input("words", words.WORDS[lang], initial=written, longest=LONGEST_WORDS, hint=words.WORDS_HINT[lang]),
        input_of("role", words.ROLE[lang], role, optional=True),
        input_of("owner", words.OWNER[lang], owner, optional=True, hint=words.OWNER_HINT[lang]),
        input_of("due_on", words.DAY[lang], picker),
    ]
    name, title = ("visit.promise_edit", words.CHANGE_TITLE) if promise else ("visit.promise", staff_words.NEW_PROMISE)
    data = promise.id if promise else one.visit.id
    return modal(name, title[lang], blocks, submit=SAVE[lang], close=CANCEL[lang], data=data)


def close_form(lang: Lang, one: Whole, promise: VisitPromise, local: Local) -> View:
    done = text_input("outcome", words.OUTCOME[lang], longest=LONGEST_OUTCOME, hint=words.WORDS_HINT[lang])
    blocks = [section(told(lang, promise, one.names, local)), done]
    title = words.CLOSE_TITLE[lang]
    return modal("visit.close", title, blocks, submit=SAVE[lang], close=CANCEL[lang], data=promise.id)


def _name(one: Whole) -> Block:
    return {"type": "section", "text": plain(one.names)}
