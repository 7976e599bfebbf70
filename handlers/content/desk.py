"""One entry on an editor's desk: opened, changed, corrected, shown as it will be."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from bot.core.blocks import Message
from bot.core.errors import UserError
from bot.core.texts import LANGUAGES
from bot.domain import members
from bot.domain.entries import details, drafts, editing, naming, versions, writing
from bot.domain.entries.editing import Edit
from bot.domain.entries.versions import EntryVersion, Files
from bot.slack.context import Ctx
from bot.slack.reply import Reply
from handlers.content import form, views, words
from handlers.content.views import Opened, Show
from knowledge.entry import Entry
from knowledge.library import Library
from knowledge.looking import alone

Change = Callable[[Session, Edit, Entry | None, Files], EntryVersion]


@dataclass(frozen=True)
class Desk:
    """`show`: an answer as the asker sees it."""

    show: Show

    def opened(self, session: Session, ctx: Ctx, name: str) -> Opened:
        library = ctx.parts.library()
        current = versions.newest(session, name)
        entry = versions.combined(_own(library, name), current).get(name)
        in_files = library.files[name] if versions.conflicts(_own(library, name), current) else None
        answer = self.show(alone(entry, ctx.lang, today(ctx), library), ctx.lang) if entry else None
        return Opened(name, entry, answer, versions.history(session, name), in_files)

    def open_entry(self, ctx: Ctx) -> Reply:
        with ctx.parts.read() as session:
            members.require(session, ctx.person, "editor")
            view = views.opened(ctx.lang, _existing(self.opened(session, ctx, ctx.value)))
        return Reply(update=view) if ctx.view_id else Reply(open=view)

    def edit(self, ctx: Ctx) -> Reply:
        """From the entry to its form; the form's data tells which version it was made from."""
        with ctx.parts.read() as session:
            members.require(session, ctx.person, "editor")
            it = _existing(self.opened(session, ctx, _named(ctx.value)[1]))
        if it.entry is None or it.entry.kind == "passage":
            raise UserError(editing.GONE)
        helper = naming.entry(it.entry.handled_by or "", ctx.parts.library().entries, ctx.lang)
        return Reply(update=form.form(ctx.lang, it.entry.kind, it.entry, f"{it.seen} {it.name}", helper))

    def more(self, ctx: Ctx) -> Reply:
        """To the form of what stands around the answer."""
        with ctx.parts.read() as session:
            members.require(session, ctx.person, "editor")
            it = _existing(self.opened(session, ctx, _named(ctx.value)[1]))
        if it.entry is None or it.entry.kind == "passage":
            raise UserError(editing.GONE)
        now = details.standing(it.entry, ctx.parts.library(), ctx.lang)
        view = form.details(ctx.lang, now, f"{it.seen} {it.name}")
        return Reply(update=view) if ctx.view_id else Reply(open=view)

    def change(self, do: Change) -> Callable[[Ctx], Reply]:
        def handler(ctx: Ctx) -> Reply:
            seen, name = _named(ctx.value)
            with ctx.parts.read() as session:
                it = _existing(self.opened(session, ctx, name))
            with ctx.once() as session:
                do(session, edit_of(ctx, name, seen), it.entry, ctx.parts.library().files)
            if not ctx.view_id:
                return Reply(private=Message(words.DONE[ctx.lang]))
            with ctx.parts.read() as session:
                return Reply(update=views.opened(ctx.lang, self.opened(session, ctx, name), words.DONE[ctx.lang]))

        return handler

    def preview(self, ctx: Ctx) -> Reply:
        name = _named(ctx.data)[1]
        return self._shown(
            ctx, lambda before, all_: writing.read({**ctx.fields, "kind": name}, before, all_, today(ctx))
        )

    def preview_details(self, ctx: Ctx) -> Reply:
        return self._shown(ctx, lambda before, all_: details.read(ctx.fields, _here(before), all_))

    def _shown(self, ctx: Ctx, read: Callable[[Entry | None, Library], Entry]) -> Reply:
        """What the form makes, as it will be seen; or what is wrong, at its fields."""
        seen, name = _named(ctx.data)
        library = ctx.parts.library()
        with ctx.parts.read() as session:
            members.require(session, ctx.person, "editor")
            before = None if name in writing.KINDS else self.opened(session, ctx, name).entry
        try:
            entry = read(before, library)
        except writing.Wrong as wrong:
            return Reply(errors={field: error.say(ctx.lang) for field, error in wrong.errors.items()})
        with ctx.once() as session:
            draft = drafts.keep(session, ctx.person, entry, seen, ctx.now)
        shown = [self.show(alone(entry, lang, today(ctx), library), lang) for lang in LANGUAGES]
        return Reply(push=views.preview(ctx.lang, draft, shown))


def edit_of(ctx: Ctx, name: str, seen: int) -> Edit:
    staff = ctx.channel is not None and ctx.channel == ctx.parts.settings.staff_channel
    return Edit(ctx.person, ctx.now.astimezone(ctx.parts.quiet.zone), name, seen, staff)


def _named(value: str) -> tuple[int, str]:
    """«seen name», as buttons and forms carry it."""
    seen, _, name = value.partition(" ")
    if not (seen.isascii() and seen.isdigit() and name):
        raise UserError(editing.GONE)
    return int(seen), name


def _own(library: Library, name: str) -> dict[str, Entry]:
    return {name: library.files[name]} if name in library.files else {}


def _existing(it: Opened) -> Opened:
    if it.entry is None and not it.history:
        raise UserError(editing.GONE)
    return it


def _here(entry: Entry | None) -> Entry:
    if entry is None:
        raise UserError(editing.GONE)
    return entry


def today(ctx: Ctx) -> date:
    return ctx.now.astimezone(ctx.parts.quiet.zone).date()
