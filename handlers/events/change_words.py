"""The words that tell of an event that moved, or is called off."""

from bot.core.texts import Text
from bot.domain.events.invited import ASKED, GRANTED, INVITED
from bot.domain.events.unanswered import GIVEN, STAND

MOVED = Text(
    nb="«{title}» er flyttet. Nå gjelder:",
    nn="«{title}» er flytta. No gjeld:",
    en="“{title}” has been moved. What applies now:",
)
CHANGED = Text(
    nb="«{title}» er endret. Nå gjelder:",
    nn="«{title}» er endra. No gjeld:",
    en="“{title}” has been changed. What applies now:",
)
STILL = {
    "yes": Text(
        nb="Du er fortsatt påmeldt. Passer det, så bekreft med «Kommer». Hvis ikke, gi plassen fra deg her.",
        nn="Du er framleis påmeld. Passar det, så stadfest med «Kjem». Om ikkje, gi plassen frå deg her.",
        en="You are still signed up. If it suits you, confirm with “Coming”. If not, give up your seat here.",
    ),
    "waiting": Text(
        nb="Du står fortsatt på venteliste. Passer det ikke lenger, si fra her.",
        nn="Du står framleis på venteliste. Passar det ikkje lenger, sei frå her.",
        en="You are still on the waiting list. If it no longer suits you, say so here.",
    ),
    "maybe": Text(
        nb="Du har svart «Kanskje». Du kan svare på nytt her.",
        nn="Du har svart «Kanskje». Du kan svare på nytt her.",
        en="You answered “Maybe”. You can answer again here.",
    ),
    INVITED: Text(
        nb="Du er invitert og har ikke svart ennå. Det kan du gjøre her.",
        nn="Du er invitert og har ikkje svart enno. Det kan du gjere her.",
        en="You are invited and have not answered yet. You can do so here.",
    ),
    GRANTED: Text(
        nb="Du kan komme, men har ikke svart ennå. Det kan du gjøre her.",
        nn="Du kan kome, men har ikkje svart enno. Det kan du gjere her.",
        en="You can come, but have not answered yet. You can do so here.",
    ),
    ASKED: Text(
        nb="Du har bedt om plass. Arrangøren svarer deg her i Slack.",
        nn="Du har bede om plass. Arrangøren svarer deg her i Slack.",
        en="You have asked for a seat. The organizer answers you here in Slack.",
    ),
    STAND: Text(
        nb="Du har bedt om stand for bedriften din. Passer det ikke lenger, si fra til arrangøren.",
        nn="Du har bede om stand for bedrifta di. Passar det ikkje lenger, sei frå til arrangøren.",
        en="You have asked for a stand for your company. If it no longer suits you, tell the organizer.",
    ),
    GIVEN: Text(
        nb="Bedriften din har fått stand. Passer det ikke lenger, si fra til arrangøren.",
        nn="Bedrifta di har fått stand. Passar det ikkje lenger, sei frå til arrangøren.",
        en="Your company has been given a stand. If it no longer suits you, tell the organizer.",
    ),
}
STILL_HELD = Text(
    nb="Det er fortsatt holdt av en plass til deg. Trykk «Kommer» innen {until}; ellers går tilbudet til den neste.",
    nn="Det er framleis halde av ein plass til deg. Trykk «Kjem» innan {until}; elles går tilbodet til den neste.",
    en="A seat is still held for you. Press “Coming” before {until}; otherwise it is offered to the next.",
)
WAS_CANCELLED = Text(
    nb="«{title}», som skulle vært {when}, er avlyst.",
    nn="«{title}», som skulle ha vore {when}, er avlyst.",
    en="“{title}”, which was planned for {when}, has been cancelled.",
)
STOOD = {
    "waiting": Text(nb="Du stod på venteliste.", nn="Du stod på venteliste.", en="You were on the waiting list."),
    INVITED: Text(nb="Du var invitert.", nn="Du var invitert.", en="You were invited."),
    GRANTED: Text(
        nb="Du hadde fått tilbud om plass.",
        nn="Du hadde fått tilbod om plass.",
        en="You had been offered a seat.",
    ),
    ASKED: Text(nb="Du hadde bedt om plass.", nn="Du hadde bede om plass.", en="You had asked for a seat."),
    STAND: Text(
        nb="Du hadde bedt om stand for bedriften din.",
        nn="Du hadde bede om stand for bedrifta di.",
        en="You had asked for a stand for your company.",
    ),
    GIVEN: Text(
        nb="Bedriften din hadde fått stand.",
        nn="Bedrifta di hadde fått stand.",
        en="Your company had been given a stand.",
    ),
}
REMOVE_FROM_CALENDAR = Text(
    nb="Har du det i kalenderen, tar denne filen det ut igjen:",
    nn="Har du det i kalenderen, tek denne fila det ut igjen:",
    en="If it is in your calendar, this file takes it out again:",
)
