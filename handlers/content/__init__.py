"""Editors look after what the bot answers with: add, correct, verify, retire, undo."""

from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.blocks import Block, actions, button
from bot.core.errors import UserError
from bot.core.texts import Lang
from bot.domain import members
from bot.domain.entries import drafts, editing, versions, writing
from bot.domain.entries.editing import Edit
from bot.domain.entries.versions import EntryVersion, Files
from bot.slack.context import Ctx
from bot.slack.feature import Feature, Person
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from handlers.content import checking, form, views, words
from handlers.content.desk import Change, Desk, edit_of, today
from handlers.content.views import Show
from knowledge.entry import Entry
from knowledge.library import Library
from knowledge.looking import nearest


def feature(show: Show) -> Feature:
    """`show`: an answer as the asker sees it."""
    desk = Desk(show)

    def register(listen: Listen) -> None:
        listen.command(words.WORD, overview)
        listen.action("content.overview", overview)
        listen.view("content.find", search)
        listen.action("content.open", desk.open_entry)
        listen.action("content.new", new)
        listen.view("content.kind", choose_kind)
        listen.action("content.edit", desk.edit)
        listen.view("content.preview", desk.preview)
        listen.action("content.more", desk.more)
        listen.view("content.details", desk.preview_details)
        listen.view("content.publish", publish)
        for name, do in CHANGES.items():
            listen.action(f"content.{name}", desk.change(do))

    return Feature(
        "content",
        register,
        home=home,
        menu_for={"editor": (words.LINE,)},
        nightly=nightly,
        due={checking.WORK: checking.post},
        forget=lambda session, person, _now: versions.forget(session, person) + drafts.forget(session, person),
        export=versions.export,
    )


def publish(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        draft = drafts.take(session, ctx.data, ctx.person)
        entry = Entry.model_validate(draft.content)
        edit = edit_of(ctx, draft.entry, draft.seen)
        saved = editing.save(session, edit, entry, ctx.parts.library().files)
    said = words.PUBLISHED(ctx.lang, title=entry.title[ctx.lang])
    return Reply(close=True, private=views.published(ctx.lang, said, f"{saved.id} {entry.id}"))


def overview(ctx: Ctx) -> Reply:
    library = ctx.parts.library()
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "editor")
        current = versions.newest(session)
    lately = sorted(current.values(), key=lambda row: -row.id)
    recent = [(row.entry, _title(library, row.entry, ctx.lang)) for row in lately[: views.SHOWN]]
    conflicts = [(name, _title(library, name, ctx.lang)) for name in versions.conflicts(library.files, current)]
    late = len(versions.due(library.entries.values(), today(ctx)))
    return Reply(open=views.find(ctx.lang, recent, conflicts, late))


def search(ctx: Ctx) -> Reply:
    _check(ctx)
    asked = ctx.fields.get("words", "").strip()
    library = ctx.parts.library()
    return Reply(update=views.found(ctx.lang, asked, nearest(asked, library, today(ctx))))


def new(ctx: Ctx) -> Reply:
    _check(ctx)
    view = form.new(ctx.lang)
    return Reply(update=view) if ctx.view_id else Reply(open=view)


def choose_kind(ctx: Ctx) -> Reply:
    _check(ctx)
    kind = ctx.fields.get("kind", "")
    if kind not in writing.KINDS:
        raise UserError(writing.NO_KIND, field="kind")
    return Reply(update=form.form(ctx.lang, kind, None, f"0 {kind}"))


def nightly(session: Session, now: datetime) -> None:
    drafts.tidy(session, now)
    checking.begin(session, now)


def home(session: Session, person: Person) -> list[Block]:
    if not members.may(session, person.id, "editor"):
        return []
    return [actions(button(words.TITLE[person.lang], "content.overview"))]


def _verify(session: Session, edit: Edit, entry: Entry | None, files: Files) -> EntryVersion:
    if entry is None:
        raise UserError(editing.GONE)
    return editing.verify(session, edit, entry, files)


CHANGES: dict[str, Change] = {
    "verify": _verify,
    "retire": lambda session, edit, _entry, files: editing.retire(session, edit, files),
    "undo": lambda session, edit, _entry, files: editing.undo(session, edit, files),
    "ours": lambda session, edit, _entry, files: editing.settle(session, edit, files, ours=True),
    "files": lambda session, edit, _entry, files: editing.settle(session, edit, files, ours=False),
}


def _check(ctx: Ctx) -> None:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "editor")


def _title(library: Library, name: str, lang: Lang) -> str:
    entry = library.find(name) or library.files.get(name)
    return entry.title[lang] if entry else name
