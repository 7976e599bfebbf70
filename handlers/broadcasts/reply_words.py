"""The words around a reply to an announcement."""

from bot.core.texts import Text

REPLY = Text(nb="Svar arrangøren", nn="Svar arrangøren", en="Reply to the organizer")
MESSAGE = Text(nb="Melding", nn="Melding", en="Message")
HINT = Text(
    nb="Går til den som sendte ut beskjeden, med navnet ditt.",
    nn="Går til den som sende ut meldinga, med namnet ditt.",
    en="Goes to whoever sent the announcement, with your name.",
)
HEARD = Text(nb="Sendt til {person}.", nn="Sendt til {person}.", en="Sent to {person}.")
REPLIED = Text(
    nb="{person} svarer på utsendingen «{about}»:",
    nn="{person} svarer på utsendinga «{about}»:",
    en="{person} replies to the announcement “{about}”:",
)
ANSWER = Text(nb="Svar", nn="Svar", en="Answer")
ANSWER_HINT = Text(
    nb="Går til den som skrev, som direktemelding fra meg med navnet ditt.",
    nn="Går til den som skreiv, som direktemelding frå meg med namnet ditt.",
    en="Goes to whoever wrote, as a direct message from me with your name.",
)
ANSWERED = Text(
    nb="{person} svarer deg om utsendingen «{about}»:",
    nn="{person} svarer deg om utsendinga «{about}»:",
    en="{person} answers you about the announcement “{about}”:",
)
NOBODY = Text(
    nb="Den som sendte dette, er ikke her lenger. Skriv heller spørsmålet ditt til meg i en direktemelding.",
    nn="Den som sende dette, er ikkje her lenger. Skriv heller spørsmålet ditt til meg i ei direktemelding.",
    en="Whoever sent this is no longer here. Write your question to me in a direct message instead.",
)
