"""The words that the staff read of visits."""

from bot.core.texts import Counted, Text

LINE = Text(
    nb="`/naering besøk` – hvilke bedrifter som vil ha besøk, hva som er avtalt og lovet (ansatte)",
    nn="`/naering besøk` – kva bedrifter som vil ha besøk, kva som er avtalt og lova (tilsette)",
    en="`/naering visits` – which companies want a visit, what is agreed and promised (staff)",
)
TITLE = Text(nb="Besøk i bedrifter", nn="Besøk i bedrifter", en="Visits to companies")
WAITING = Text(nb="Venter på besøk: {count}", nn="Ventar på besøk: {count}", en="Waiting for a visit: {count}")
NONE_WAITING = Text(
    nb="Ingen bedrifter venter på besøk.", nn="Ingen bedrifter ventar på besøk.", en="No company waits for a visit."
)
RULE = Text(
    nb="Rekkefølgen: først de som aldri har hatt besøk, og blant dem de som har ventet et halvt år. Deretter området "
    "og størrelsen med færrest besøk de siste to årene, så de som hadde besøk for lengst siden, og de som har ventet "
    "lengst.",
    nn="Rekkjefølgja: først dei som aldri har hatt besøk, og blant desse dei som har venta eit halvt år. Deretter "
    "området og storleiken med færrast besøk dei siste to åra, så dei som hadde besøk for lengst sidan, og dei som har "
    "venta lengst.",
    en="The order: first those who have never had a visit, and among them those who have waited for half a year. Then "
    "the area and the size with the fewest visits in the last two years, those visited longest ago, and those who have "
    "waited longest.",
)
NEVER = Text(nb="aldri hatt besøk", nn="aldri hatt besøk", en="never visited")
LAST = Text(nb="sist besøkt {day}", nn="sist besøkt {day}", en="last visited {day}")
SINCE = Text(nb="ba om besøk {day}", nn="bad om besøk {day}", en="asked {day}")
NOT_GIVEN = Text(nb="{trait}: ikke oppgitt", nn="{trait}: ikkje oppgitt", en="{trait}: not given")
WANTS = Text(nb="Vil ha besøk av: {whom}", nn="Vil ha besøk av: {whom}", en="Wants a visit by: {whom}")
RAISES = Text(nb="Vil ta opp: {wishes}", nn="Vil ta opp: {wishes}", en="Wants to raise: {wishes}")
NONE_FITTED = Text(
    nb="Ingen av tidene passet. {words}", nn="Ingen av tidene passa. {words}", en="None of the times fitted. {words}"
)
PUT_OFF = Text(nb="Utsatt: {words}", nn="Utsett: {words}", en="Put off: {words}")
OFFERED = Text(
    nb="Foreslått, venter på svar: {times}", nn="Foreslått, ventar på svar: {times}", en="Proposed, no answer: {times}"
)
CHOSEN = Text(
    nb="Bedriften har valgt {when}. Bekreft det.",
    nn="Bedrifta har valt {when}. Stadfest det.",
    en="The company has chosen {when}. Confirm it.",
)
AGREED_FOR = Text(nb="Avtalt: {when}, {place}", nn="Avtalt: {when}, {place}", en="Agreed: {when}, {place}")
WAS = Text(nb="Besøkt {when}", nn="Besøkt {when}", en="Visited {when}")
NOTED = Text(nb="Notat: {notes}", nn="Notat: {notes}", en="Note: {notes}")

PROPOSE = Text(nb="Foreslå tider", nn="Foreslå tider", en="Propose times")
SETTLE = Text(nb="Avtal direkte", nn="Avtal direkte", en="Agree directly")
CONFIRM = Text(nb="Bekreft", nn="Stadfest", en="Confirm")
MOVE = Text(nb="Flytt eller endre", nn="Flytt eller endre", en="Move or change")
MERGE = Text(nb="Slå sammen", nn="Slå saman", en="Merge")
SPLIT = Text(nb="Skill igjen", nn="Skil igjen", en="Split again")
CALL_OFF = Text(nb="Avslå eller avlys", nn="Avslå eller avlys", en="Decline or call off")
NOTES = Text(nb="Notater", nn="Notat", en="Notes")
NEW_PROMISE = Text(nb="Nytt løfte", nn="Ny lovnad", en="New promise")
NOT_HELD = Text(nb="Ble ikke noe av", nn="Vart ikkje noko av", en="It did not take place")
BACK = Text(nb="Tilbake til køen", nn="Tilbake til køen", en="Back to the queue")
OWN = Text(nb="Din egen bedrift", nn="Di eiga bedrift", en="Your own company")
AGREEMENTS = Text(nb="Avtaler ({count})", nn="Avtaler ({count})", en="Agreements ({count})")
PROMISES = Text(nb="Løfter ({count})", nn="Lovnader ({count})", en="Promises ({count})")
YEARS = Text(nb="Besøk per år", nn="Besøk per år", en="Visits per year")
NO_AGREEMENTS = Text(
    nb="Ingen besøk er foreslått eller avtalt.",
    nn="Ingen besøk er foreslått eller avtalte.",
    en="No visits are proposed or agreed.",
)

SLOT = Text(nb="Tid {n}", nn="Tid {n}", en="Time {n}")
STARTS = Text(nb="Når begynner besøket?", nn="Når byrjar besøket?", en="When does the visit begin?")
MINUTES = Text(nb="Hvor lenge?", nn="Kor lenge?", en="How long?")
LASTS = Text(nb="{minutes} minutter", nn="{minutes} minutt", en="{minutes} minutes")
PLACE = Text(nb="Hvor er besøket?", nn="Kvar er besøket?", en="Where is the visit?")
WHO_COMES = Text(nb="Hvem kommer fra kommunen?", nn="Kven kjem frå kommunen?", en="Who comes from the municipality?")
ROLES_HINT = Text(
    nb="Roller, for eksempel ordføreren. Bedriften får se det.",
    nn="Roller, til dømes ordføraren. Bedrifta får sjå det.",
    en="Roles, such as the mayor. The company sees it.",
)
WITH_WHICH = Text(nb="Hvilket besøk er det samme?", nn="Kva besøk er det same?", en="Which visit is the same one?")
MERGE_HINT = Text(
    nb="Bedriftene besøkes sammen, og hver av dem ser bare det den selv vil ta opp.",
    nn="Bedriftene får besøk saman, og kvar av dei ser berre det ho sjølv vil ta opp.",
    en="The companies are visited together, and each sees only what it wants to raise itself.",
)
NO_OTHER = Text(
    nb="Det er ingen andre i køen å slå sammen med.",
    nn="Det er ingen andre i køen å slå saman med.",
    en="There is nobody else in the queue to merge with.",
)
REASON = Text(nb="Hvorfor?", nn="Kvifor?", en="Why?")
REASON_HINT = Text(nb="Bedriften får se dette.", nn="Bedrifta får sjå dette.", en="The company sees this.")
WHAT_NEXT = Text(nb="Hva skjer med ønsket?", nn="Kva skjer med ønsket?", en="What happens to the request?")
NEXT = {
    "keep": Text(nb="Bedriften blir stående i køen", nn="Bedrifta blir ståande i køen", en="It stays in the queue"),
    "end": Text(nb="Ønsket avsluttes", nn="Ønsket blir avslutta", en="The request is closed"),
}

MERGED = Text(nb="Slått sammen: {names}", nn="Slått saman: {names}", en="Merged: {names}")
WAS_SPLIT = Text(nb="Skilt igjen.", nn="Skilde igjen.", en="Split again.")
SAVED = Text(nb="Lagret.", nn="Lagra.", en="Saved.")
TOLD = Counted(
    one=Text(
        nb="Lagret. Én person i bedriften får beskjed.",
        nn="Lagra. Éin person i bedrifta får melding.",
        en="Saved. One person at the company is told.",
    ),
    more=Text(
        nb="Lagret. {count} personer får beskjed.",
        nn="Lagra. {count} personar får melding.",
        en="Saved. {count} people are told.",
    ),
)
NOBODY_THERE = Text(
    nb="Lagret, men ingen fra bedriften er med her lenger. Gi beskjed på en annen måte.",
    nn="Lagra, men ingen frå bedrifta er med her lenger. Gi melding på ein annan måte.",
    en="Saved, but nobody from the company is here any more. Tell them in another way.",
)
WAITS = Text(
    nb="Det er stilletid, så beskjeden går {when}.",
    nn="Det er stilletid, så meldinga går {when}.",
    en="It is quiet time, so the message leaves on {when}.",
)
BACK_IN_QUEUE = Text(
    nb="Bedriften står i køen igjen.", nn="Bedrifta står i køen igjen.", en="The company is in the queue again."
)
NEWS = {
    "new": Text(nb="{names} ber om besøk.", nn="{names} ber om besøk.", en="{names} asks for a visit."),
    "added": Text(
        nb="{names} har lagt til noe i ønsket om besøk.",
        nn="{names} har lagt til noko i ønsket om besøk.",
        en="{names} has added to the request for a visit.",
    ),
    "picked": Text(
        nb="{names} har valgt tid for besøket.",
        nn="{names} har valt tid for besøket.",
        en="{names} has chosen a time for the visit.",
    ),
    "none": Text(
        nb="Ingen av tidene passet for {names}.",
        nn="Ingen av tidene passa for {names}.",
        en="None of the times suits {names}.",
    ),
    "withdrawn": Text(
        nb="{names} har trukket tilbake ønsket om besøk.",
        nn="{names} har trekt tilbake ønsket om besøk.",
        en="{names} has withdrawn the request for a visit.",
    ),
    "over": Text(
        nb="Besøket hos {names} er over. Skriv gjerne notater, og hva kommunen lovet å følge opp.",
        nn="Besøket hos {names} er over. Skriv gjerne notat, og kva kommunen lova å følgje opp.",
        en="The visit to {names} is over. Do write notes, and what the municipality promised to follow up.",
    ),
    "confirmed": Text(
        nb="Besøket hos {names} er avtalt.", nn="Besøket hos {names} er avtalt.", en="The visit to {names} is agreed."
    ),
    "moved": Text(
        nb="Besøket hos {names} er flyttet eller endret.",
        nn="Besøket hos {names} er flytta eller endra.",
        en="The visit to {names} has been moved or changed.",
    ),
    "eve": Text(nb="Husk besøket hos {names}.", nn="Hugs besøket hos {names}.", en="Remember the visit to {names}."),
    "off": Text(
        nb="Besøket hos {names} er avlyst.",
        nn="Besøket hos {names} er avlyst.",
        en="The visit to {names} is called off.",
    ),
}
