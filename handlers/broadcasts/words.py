"""The words around an announcement."""

from bot.core.texts import Counted, Text

WORD = Text(nb="utsending", nn="utsending", en="announcement")
LINE = Text(
    nb="`/naering utsending` – send en beskjed til medlemmene (arrangører)",
    nn="`/naering utsending` – send ei melding til medlemmene (arrangørar)",
    en="`/naering announcement` – send an announcement to the members (organizers)",
)
TITLE = Text(nb="Utsending", nn="Utsending", en="Announcement")
NEW = Text(nb="Ny utsending", nn="Ny utsending", en="New announcement")
LATEST = Text(nb="*De siste utsendingene*", nn="*Dei siste utsendingane*", en="*The latest announcements*")
NONE = Text(nb="Ingen utsendinger ennå.", nn="Ingen utsendingar enno.", en="No announcements yet.")
CHANNEL_HINT = Text(
    nb="Tomt felt: alle medlemmer får den som direktemelding.",
    nn="Tomt felt: alle medlemmer får ho som direktemelding.",
    en="Left empty: all members get it as a direct message.",
)
AT = Text(nb="Tidspunkt", nn="Tidspunkt", en="Time")
AT_HINT = Text(nb="Tomt felt: sendes nå.", nn="Tomt felt: blir send no.", en="Left empty: sent now.")
TO_ME = Text(nb="Send til meg først", nn="Send til meg først", en="Send to me first")
SENT_TO_ME = Text(
    nb="Sendt til deg som direktemelding. De andre har ikke fått noe ennå.",
    nn="Send til deg som direktemelding. Dei andre har ikkje fått noko enno.",
    en="Sent to you as a direct message. The others have not got anything yet.",
)
TO_CHANNEL = Text(nb="Går til {channel}.", nn="Går til {channel}.", en="Goes to {channel}.")
RECEIVE = Counted(
    one=Text(nb="*{count} medlem får den.*", nn="*{count} medlem får ho.*", en="*{count} member receives it.*"),
    more=Text(nb="*{count} medlemmer får den.*", nn="*{count} medlemmer får ho.*", en="*{count} members receive it.*"),
)
BEGINS = Text(nb="Sendes {time}.", nn="Blir send {time}.", en="Will be sent on {time}.")
REASONS = {
    "quiet time": Counted(
        one=Text(
            nb="{count} får den når stilletiden er over ({time})",
            nn="{count} får ho når stilletida er over ({time})",
            en="{count} gets it when quiet time is over ({time})",
        ),
        more=Text(
            nb="{count} får den når stilletiden er over ({time})",
            nn="{count} får ho når stilletida er over ({time})",
            en="{count} get it when quiet time is over ({time})",
        ),
    ),
    "budget": Counted(
        one=Text(
            nb="{count} har fått nok for i dag og får den senere",
            nn="{count} har fått nok for i dag og får ho seinare",
            en="{count} has had enough for today and gets it later",
        ),
        more=Text(
            nb="{count} har fått nok for i dag og får den senere",
            nn="{count} har fått nok for i dag og får ho seinare",
            en="{count} have had enough for today and get it later",
        ),
    ),
    "opted out": Counted(
        one=Text(nb="{count} har reservert seg", nn="{count} har reservert seg", en="{count} has opted out"),
        more=Text(nb="{count} har reservert seg", nn="{count} har reservert seg", en="{count} have opted out"),
    ),
    "left": Counted(
        one=Text(
            nb="{count} er ikke lenger med i arbeidsområdet",
            nn="{count} er ikkje lenger med i arbeidsområdet",
            en="{count} has left the workspace",
        ),
        more=Text(
            nb="{count} er ikke lenger med i arbeidsområdet",
            nn="{count} er ikkje lenger med i arbeidsområdet",
            en="{count} have left the workspace",
        ),
    ),
}
FROM = Text(nb="Fra {person}", nn="Frå {person}", en="From {person}")
TEST = Text(nb="Test, bare til deg:", nn="Test, berre til deg:", en="Test, only for you:")
STATES = {
    "draft": Text(nb="utkast", nn="utkast", en="draft"),
    "approved": Text(nb="venter", nn="ventar", en="waiting"),
    "sending": Text(nb="sendes", nn="blir send", en="being sent"),
    "done": Text(nb="ferdig", nn="ferdig", en="done"),
    "stopped": Text(nb="stoppet", nn="stoppa", en="stopped"),
}
PROGRESS = Text(
    nb="*Utsending: {state}.* Levert: {delivered}. Venter: {waiting}. Kom ikke fram: {failed}.",
    nn="*Utsending: {state}.* Levert: {delivered}. Ventar: {waiting}. Kom ikkje fram: {failed}.",
    en="*Announcement: {state}.* Delivered: {delivered}. Waiting: {waiting}. Not delivered: {failed}.",
)
FAILED = Text(nb="{count} kom ikke fram: {why}", nn="{count} kom ikkje fram: {why}", en="{count} not delivered: {why}")
WITHHELD: dict[str, Counted | Text] = {
    "opted out": REASONS["opted out"],
    "left": REASONS["left"],
    "stopped": Text(
        nb="{count} fikk den ikke, for utsendingen ble stoppet",
        nn="{count} fekk ho ikkje, for utsendinga blei stoppa",
        en="{count} did not get it, as it was stopped",
    ),
    "cancelled": Counted(
        one=Text(
            nb="{count} skal ikke ha den lenger",
            nn="{count} skal ikkje ha ho lenger",
            en="{count} is not to get it any more",
        ),
        more=Text(
            nb="{count} skal ikke ha den lenger",
            nn="{count} skal ikkje ha ho lenger",
            en="{count} are not to get it any more",
        ),
    ),
}
STOP = Text(nb="Stopp", nn="Stopp", en="Stop")
SURE = Text(
    nb="Ingen flere får den. De som allerede har fått den, beholder den.",
    nn="Ingen fleire får ho. Dei som alt har fått ho, beheld ho.",
    en="Nobody else gets it. Those who already have it keep it.",
)
STOPPED = Text(nb="Utsendingen er stoppet.", nn="Utsendinga er stoppa.", en="The announcement has been stopped.")
NOT_POSTED = Text(
    nb="Utsendingen kom ikke ut i {channel}, for jeg er ikke med der. Skriv «/invite @Næringsbot» i kanalen, og lag "
    "den på nytt.",
    nn="Utsendinga kom ikkje ut i {channel}, for eg er ikkje med der. Skriv «/invite @Næringsbot» i kanalen, og lag ho "
    "på nytt.",
    en="The announcement was not posted in {channel}, as I am not in it. Type “/invite @Næringsbot” there, and make it "
    "again.",
)
