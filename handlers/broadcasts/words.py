"""The words around an announcement."""

from bot.core.texts import Counted, Text
from bot.domain.broadcasts.tables import Kind

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
BEFORE = Text(
    nb="Forrige gang til de samme ({day}): {count} i utvalget. Nå: {change}.",
    nn="Førre gongen til dei same ({day}): {count} i utvalet. No: {change}.",
    en="Last time to the same ({day}): {count} in the segment. Now: {change}.",
)
AS_MANY = Text(nb="like mange", nn="like mange", en="as many")
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
    "urgent": Counted(
        one=Text(
            nb="{count} får den med en gang, for den haster",
            nn="{count} får ho med ein gong, for ho hastar",
            en="{count} gets it at once, as it is urgent",
        ),
        more=Text(
            nb="{count} får den med en gang, for den haster",
            nn="{count} får ho med ein gong, for ho hastar",
            en="{count} get it at once, as it is urgent",
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
KIND = Text(nb="Hva slags beskjed", nn="Kva slags melding", en="What kind of message")
KINDS: dict[Kind, Text] = {
    "news": Text(nb="Nytt", nn="Nytt", en="News"),
    "event": Text(nb="Arrangement", nn="Arrangement", en="Event"),
    "urgent": Text(nb="Haster", nn="Hastar", en="Urgent"),
}
KIND_HINT = Text(
    nb="«Haster» kommer fram med en gang til alle, også i stilletid og til dem som har reservert seg.",
    nn="«Hastar» kjem fram med ein gong til alle, også i stilletid og til dei som har reservert seg.",
    en="“Urgent” reaches everybody at once, in quiet time too, and also those who have opted out.",
)
REASON = Text(nb="Hvorfor det haster", nn="Kvifor det hastar", en="Why it is urgent")
REASON_HINT = Text(
    nb="Bare for det som haster. Mottakerne ser det ikke; det står i loggen.",
    nn="Berre for det som hastar. Mottakarane ser det ikkje; det står i loggen.",
    en="Only for what is urgent. The receivers do not see it; it is kept in the log.",
)
ATTACH = Text(nb="Legg ved", nn="Legg ved", en="Attach")
ATTACHED = Text(nb="{name}: {label}", nn="{name}: {label}", en="{name}: {label}")
NO_ATTACHMENT = Text(
    nb="Dette kan ikke legges ved lenger. Velg noe annet, eller la feltet stå tomt.",
    nn="Dette kan ikkje leggjast ved lenger. Vel noko anna, eller la feltet stå tomt.",
    en="This can no longer be attached. Choose something else, or leave the field empty.",
)
URGENT = Text(nb="*Haster*", nn="*Hastar*", en="*Urgent*")
FROM = Text(nb="Fra {person}", nn="Frå {person}", en="From {person}")
TEST = Text(nb="Test, bare til deg:", nn="Test, berre til deg:", en="Test, only for you:")
STATES = {
    "draft": Text(nb="utkast", nn="utkast", en="draft"),
    "asked": Text(nb="venter på godkjenning", nn="ventar på godkjenning", en="waiting for approval"),
    "approved": Text(nb="venter", nn="ventar", en="waiting"),
    "sending": Text(nb="sendes", nn="blir send", en="being sent"),
    "done": Text(nb="ferdig", nn="ferdig", en="done"),
    "paused": Text(nb="på pause", nn="på pause", en="paused"),
    "stopped": Text(nb="stoppet", nn="stoppa", en="stopped"),
    "recalled": Text(nb="trukket tilbake", nn="trekt tilbake", en="recalled"),
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
PAUSE = Text(nb="Pause", nn="Pause", en="Pause")
RESUME = Text(nb="Fortsett", nn="Hald fram", en="Go on")
CORRECT = Text(nb="Rett", nn="Rett", en="Correct")
CORRECTING = Text(
    nb="De som ikke har fått den ennå, får den nye teksten. Hos dem som har fått den, blir meldingen endret; der det "
    "ikke går, får de en rettelse.",
    nn="Dei som ikkje har fått ho enno, får den nye teksten. Hos dei som har fått ho, blir meldinga endra; der det "
    "ikkje går, får dei ei retting.",
    en="Those who have not got it yet get the new text. For those who have, the message is changed; where that cannot "
    "be, they get a correction.",
)
CORRECTED = Text(nb="Rettet", nn="Retta", en="Corrected")
CORRECTED_NOTE = Text(
    nb="*Rettelse til en utsending du har fått:*",
    nn="*Retting til ei utsending du har fått:*",
    en="*Correction of an announcement that you got:*",
)
RECALL = Text(nb="Trekk tilbake", nn="Trekk tilbake", en="Recall")
SURE_RECALL = Text(
    nb="Ingen flere får den, og meldingen blir slettet hos alle som har fått den. Det kan ikke angres.",
    nn="Ingen fleire får ho, og meldinga blir sletta hos alle som har fått ho. Det kan ikkje angrast.",
    en="Nobody else gets it, and the message is deleted for everybody who got it. This cannot be undone.",
)
RECALLED_NOTE = Text(
    nb="En utsending du har fått, er trukket tilbake. Se bort fra den.",
    nn="Ei utsending du har fått, er trekt tilbake. Sjå bort frå ho.",
    en="An announcement that you got has been recalled. Please disregard it.",
)
MENDED = Text(
    nb="Rettet hos {changed}. Fikk en rettelse i stedet: {noted}. Gjenstår: {coming}. Mislyktes: {failed}.",
    nn="Retta hos {changed}. Fekk ei retting i staden: {noted}. Står att: {coming}. Gjekk ikkje: {failed}.",
    en="Corrected for {changed}. Got a correction instead: {noted}. To come: {coming}. Not possible: {failed}.",
)
RECALLED = Text(
    nb="Slettet hos {changed}. Fikk beskjed i stedet: {noted}. Gjenstår: {coming}. Mislyktes: {failed}.",
    nn="Sletta hos {changed}. Fekk beskjed i staden: {noted}. Står att: {coming}. Gjekk ikkje: {failed}.",
    en="Deleted for {changed}. Told instead: {noted}. To come: {coming}. Not possible: {failed}.",
)
FAILING = Text(
    nb="Utsendingen er satt på pause: {failed} av {all} kom ikke fram. Se på grunnene over, og fortsett når du vil.",
    nn="Utsendinga er sett på pause: {failed} av {all} kom ikkje fram. Sjå på grunnane over, og hald fram når du vil.",
    en="The announcement is paused: {failed} of {all} were not delivered. Look at the reasons above, and go on when "
    "you want.",
)
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
