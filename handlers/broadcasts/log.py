"""Who made, approved, sent, changed and recalled what: a file for the staff."""

from bot.core.blocks import Block, Message, button
from bot.core.texts import Lang, Text, same
from bot.domain import audit, members
from bot.domain.broadcasts.tables import Broadcast
from bot.slack.context import Ctx
from bot.slack.files import METHOD
from bot.slack.listen import Listen
from bot.slack.once import hashed
from bot.slack.reply import Reply
from bot.slack.results.sheets import Cell, csv_file
from handlers.broadcasts import views
from scheduler.outbox import ANSWER, Outgoing, enqueue

LABEL = Text(nb="Loggen som fil", nn="Loggen som fil", en="The log as a file")
SENT = Text(
    nb="Fila kommer i en direktemelding.", nn="Fila kjem i ei direktemelding.", en="The file comes in a direct message."
)
TITLE = Text(nb="Logg over utsendinger", nn="Logg over utsendingar", en="Log of announcements")
COLUMNS = (
    Text(nb="Tid", nn="Tid", en="Time"),
    Text(nb="Hvem (Slack-id)", nn="Kven (Slack-id)", en="Who (Slack id)"),
    Text(nb="Hva", nn="Kva", en="What"),
    Text(nb="Utsending", nn="Utsending", en="Announcement"),
    Text(nb="Begynner slik", nn="Byrjar slik", en="Begins like this"),
    Text(nb="Mer", nn="Meir", en="More"),
)
WHAT = {
    "broadcast made": Text(nb="skrevet", nn="skriven", en="written"),
    "broadcast asked": Text(nb="bedt om godkjenning", nn="bede om godkjenning", en="approval asked for"),
    "broadcast approved": Text(nb="godkjent", nn="godkjend", en="approved"),
    "broadcast urgent": Text(nb="haster, fordi", nn="hastar, fordi", en="urgent, because"),
    "broadcast sent": Text(nb="sendt", nn="send", en="sent"),
    "broadcast paused": Text(nb="satt på pause", nn="sett på pause", en="paused"),
    "broadcast resumed": Text(nb="fortsatt", nn="halden fram", en="resumed"),
    "broadcast stopped": Text(nb="stoppet", nn="stoppa", en="stopped"),
    "broadcast corrected": Text(nb="rettet", nn="retta", en="corrected"),
    "broadcast recalled": Text(nb="trukket tilbake", nn="trekt tilbake", en="recalled"),
    "broadcast two people": Text(nb="krav om to personer", nn="krav om to personar", en="two people needed"),
    "broadcast log": Text(nb="loggen hentet", nn="loggen henta", en="log exported"),
    "segment saved": Text(nb="utvalg lagret", nn="utval lagra", en="segment saved"),
    "segment deleted": Text(nb="utvalg slettet", nn="utval sletta", en="segment deleted"),
}


def export(ctx: Ctx) -> Reply:
    """To whoever of the staff asked, as a direct message."""
    lang = ctx.lang
    with ctx.once() as session:
        members.require(session, ctx.person, "staff")
        audit.note(session, ctx.now, who=ctx.person, what="broadcast log", about="")
        session.flush()
        rows = audit.of(session, "broadcast", "segment")
        texts = {one.id: one.nb for one in session.query(Broadcast)}
        table: list[list[Cell]] = [[column[lang] for column in COLUMNS]]
        for row in rows:
            at = row.at.astimezone(ctx.parts.quiet.zone).isoformat(sep=" ", timespec="seconds")
            begins = views.short(texts.get(row.about, ""))
            table.append([at, row.who, WHAT.get(row.what, same(row.what))[lang], row.about, begins, row.detail])
        file = {"filename": "utsendinger.csv", "title": TITLE[lang], "text": TITLE[lang]}
        key = f"broadcast:log:file:{hashed(ctx.keys[0])}"
        payload = file | csv_file({TITLE[lang]: table})
        enqueue(session, Outgoing(key, ctx.person, payload, METHOD, priority=ANSWER))
    return Reply(private=Message(SENT[lang]))


def log_button(lang: Lang) -> Block:
    return button(LABEL[lang], "broadcast.log")


def register(listen: Listen) -> None:
    listen.action("broadcast.log", export)
