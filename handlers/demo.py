"""«Flytt klokka»: only the demonstration has this, to see reminders come and polls close."""

from collections.abc import Callable
from datetime import timedelta

from bot.core.blocks import Message, actions, button, section
from bot.core.errors import UserError
from bot.core.texts import Lang, Text
from bot.slack.context import Ctx
from bot.slack.feature import Feature
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from scheduler.due import next_due

Move = Callable[[timedelta], None]

WORD = Text(nb="klokka", nn="klokka", en="clock")
LINE = Text(
    nb="`/naering klokka` – flytt klokka fram (bare i demonstrasjonen)",
    nn="`/naering klokka` – flytt klokka fram (berre i demonstrasjonen)",
    en="`/naering clock` – move the clock forward (only in the demonstration)",
)
SHOWN = Text(
    nb="I demonstrasjonen er det nå {time}. Flytt klokka fram, og se hva som skjer:",
    nn="I demonstrasjonen er det no {time}. Flytt klokka fram, og sjå kva som skjer:",
    en="In the demonstration it is {time}. Move the clock forward, and see what happens:",
)
STEPS = {
    "1": Text(nb="1 time", nn="1 time", en="1 hour"),
    "24": Text(nb="1 døgn", nn="1 døgn", en="1 day"),
    "168": Text(nb="1 uke", nn="1 veke", en="1 week"),
}
NEXT = Text(nb="Til neste hendelse", nn="Til neste hending", en="To what comes next")
NOTICE = Text(
    nb="EKSEMPEL: dette er en demonstrasjon med oppdiktede folk, ikke en tjeneste fra Lørenskog kommune. Når klokka "
    "er flyttet, stemmer ikke tidene.",
    nn="EKSEMPEL: dette er ein demonstrasjon med oppdikta folk, ikkje ei teneste frå Lørenskog kommune. Når klokka "
    "er flytta, stemmer ikkje tidene.",
    en="EXAMPLE: this is a demonstration with made-up people, not a service of Lørenskog municipality. Once the "
    "clock has been moved, the times are not right.",
)
UNKNOWN = Text(nb="Velg et av stegene.", nn="Vel eit av stega.", en="Choose one of the steps.")


def feature(move: Move) -> Feature:
    """`move` sets the calendar forward; machine time stays, so nothing that Slack checks is touched."""

    def show(ctx: Ctx) -> Reply:
        return Reply(private=_message(ctx, ctx.lang))

    def forward(ctx: Ctx) -> Reply:
        if ctx.value not in STEPS:
            raise UserError(UNKNOWN)
        with ctx.once():
            move(timedelta(hours=int(ctx.value)))
        return Reply(private=_message(ctx, ctx.lang), instead=True)

    def to_next(ctx: Ctx) -> Reply:
        with ctx.once() as session:
            coming = next_due(session, ctx.now)
            move(coming - ctx.now if coming else timedelta())
        return Reply(private=_message(ctx, ctx.lang), instead=True)

    def register(listen: Listen) -> None:
        listen.command(WORD, show)
        listen.action("demo.forward", forward)
        listen.action("demo.next", to_next)

    return Feature("demonstration", register, menu=(LINE,), notice=NOTICE)


def _message(ctx: Ctx, lang: Lang) -> Message:
    now = ctx.parts.now()
    said = SHOWN(lang, time=ctx.parts.local(now).moment(now, lang))
    steps = [button(words[lang], f"demo.forward:{hours}", hours) for hours, words in STEPS.items()]
    coming = button(NEXT[lang], "demo.next", style="primary")
    return Message(said, [section(said), actions(coming, *steps)])
