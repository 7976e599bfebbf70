"""The words around approval by a second person."""

from bot.core.texts import Counted, Text

ASK = Text(nb="Be om godkjenning", nn="Be om godkjenning", en="Ask for approval")
ASKED = Text(
    nb="{person} ber om at en annen arrangør godkjenner en utsending.",
    nn="{person} ber om at ein annan arrangør godkjenner ei utsending.",
    en="{person} asks another organizer to approve an announcement.",
)
TO = Counted(
    one=Text(nb="Den går til {count} medlem.", nn="Ho går til {count} medlem.", en="It goes to {count} member."),
    more=Text(
        nb="Den går til {count} medlemmer.", nn="Ho går til {count} medlemmer.", en="It goes to {count} members."
    ),
)
TO_CHANNEL = Text(nb="Den går til {channel}.", nn="Ho går til {channel}.", en="It goes to {channel}.")
URGENT = Text(nb="Hvorfor det haster: {reason}", nn="Kvifor det hastar: {reason}", en="Why it is urgent: {reason}")
APPROVE = Text(nb="Godkjenn og send", nn="Godkjenn og send", en="Approve and send")
SURE = Text(
    nb="Den sendes slik du ser den her.", nn="Ho blir send slik du ser ho her.", en="It is sent as you see it here."
)
APPROVED = Text(
    nb="Utsendingen er godkjent av {person}.",
    nn="Utsendinga er godkjend av {person}.",
    en="The announcement was approved by {person}.",
)
SWITCH_ON = Text(nb="Krev godkjenning av to", nn="Krev godkjenning av to", en="Require two people")
SWITCH_OFF = Text(nb="La én godkjenne", nn="La éin godkjenne", en="Let one person approve")
ON = Text(
    nb="Fra nå av må en annen arrangør godkjenne det som sendes ut, og alt som endres i det.",
    nn="Frå no av må ein annan arrangør godkjenne det som blir sendt ut, og alt som blir endra i det.",
    en="From now on another organizer has to approve what is sent, and every change of it.",
)
OFF = Text(
    nb="Fra nå av kan den som skriver en utsending, også sende den.",
    nn="Frå no av kan den som skriv ei utsending, også sende ho.",
    en="From now on whoever writes an announcement can also send it.",
)
