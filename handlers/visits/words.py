"""The words that companies read of visits."""

from bot.core.texts import Counted, Text

WORD = Text(nb="besøk", nn="besøk", en="visits")
LINE = Text(
    nb="`/naering besøk` – inviter kommunen på besøk i bedriften",
    nn="`/naering besøk` – inviter kommunen på besøk i bedrifta",
    en="`/naering visits` – invite the municipality to visit your company",
)
INVITE = Text(nb="Inviter kommunen på besøk", nn="Inviter kommunen på besøk", en="Invite the municipality for a visit")
TITLE = Text(nb="Besøk av kommunen", nn="Besøk av kommunen", en="A municipal visit")
ABOUT = Text(
    nb="Be om besøk av politisk eller administrativ ledelse i kommunen, og skriv hva dere vil ta opp. Forslag til "
    "tider kommer til deg som direktemelding.",
    nn="Be om besøk av politisk eller administrativ leiing i kommunen, og skriv kva de vil ta opp. Framlegg til tider "
    "kjem til deg som direktemelding.",
    en="Ask for a visit by the municipality's political or administrative leaders, and write what your company wants "
    "to raise. Proposed times come to you as a direct message.",
)
FOR = Text(nb="På vegne av {company}.", nn="På vegner av {company}.", en="On behalf of {company}.")
ALREADY = Text(
    nb="Dette har dere skrevet før. Det du skriver nå, legges til:",
    nn="Dette har de skrive før. Det du skriv no, blir lagt til:",
    en="This is what you have written before. What you write now is added:",
)
FIND = Text(nb="Finn bedriften", nn="Finn bedrifta", en="Find the company")
ABOUT_ME = Text(nb="Om deg", nn="Om deg", en="About you")
WHOM_ASKED = Text(nb="Hvem vil dere invitere?", nn="Kven vil de invitere?", en="Whom do you want to invite?")
WHOM = {
    "political": Text(nb="Politisk ledelse", nn="Politisk leiing", en="Political leaders"),
    "administrative": Text(nb="Administrativ ledelse", nn="Administrativ leiing", en="Administrative leaders"),
    "both": Text(
        nb="Politisk og administrativ ledelse",
        nn="Politisk og administrativ leiing",
        en="Political and administrative leaders",
    ),
}
WISHES_ASKED = Text(nb="Hva vil dere ta opp?", nn="Kva vil de ta opp?", en="What do you want to raise?")
WISHES_HINT = Text(
    nb="Det kan bli omfattet av innsynsretten, så ta ikke med sensitive opplysninger.",
    nn="Det kan bli omfatta av innsynsretten, så ta ikkje med sensitive opplysningar.",
    en="It may be subject to public access, so leave out sensitive information.",
)
SUITS_ASKED = Text(nb="Når passer det?", nn="Når passar det?", en="When does it suit you?")
SUITS_HINT = Text(
    nb="For eksempel hvilke ukedager, eller når det ikke passer.",
    nn="Til dømes kva vekedagar, eller når det ikkje passar.",
    en="Which weekdays, for example, or when it does not suit you.",
)
SENT = Text(
    nb="Ønsket om besøk er sendt. Du får forslag til tider som direktemelding.",
    nn="Ønsket om besøk er sendt. Du får framlegg til tider som direktemelding.",
    en="Your request for a visit has been sent. Proposed times come to you as a direct message.",
)
ADDED = Text(
    nb="Lagt til i ønsket som dere alt har sendt.",
    nn="Lagt til i ønsket som de alt har sendt.",
    en="Added to the request that you have sent already.",
)
ADD = Text(nb="Legg til noe", nn="Legg til noko", en="Add something")
WITHDRAW = Text(nb="Trekk tilbake", nn="Trekk tilbake", en="Withdraw")
SURE = Text(
    nb="Vil dere trekke tilbake ønsket om besøk? Det dere har skrevet, blir slettet. Er besøket avtalt, blir det "
    "avlyst.",
    nn="Vil de trekkje tilbake ønsket om besøk? Det de har skrive, blir sletta. Er besøket avtalt, blir det avlyst.",
    en="Do you want to withdraw your request? What you wrote is deleted. A visit that was agreed is called off.",
)
WITHDRAWN = Text(
    nb="Ønsket om besøk er trukket tilbake.",
    nn="Ønsket om besøk er trekt tilbake.",
    en="Your request for a visit has been withdrawn.",
)
STATES = {
    "asked": Text(nb="Dere står i køen.", nn="De står i køen.", en="You are in the queue."),
    "proposed": Text(
        nb="Velg en av tidene (besøket tar {minutes} minutter):",
        nn="Vel ei av tidene (besøket tek {minutes} minutt):",
        en="Choose one of the times (the visit takes {minutes} minutes):",
    ),
    "picked": Text(
        nb="Dere har valgt {when}. Det er ikke bekreftet ennå.",
        nn="De har valt {when}. Det er ikkje stadfesta enno.",
        en="You have chosen {when}. It is not confirmed yet.",
    ),
    "confirmed": Text(nb="Avtalt.", nn="Avtalt.", en="Agreed."),
}
PROPOSED = Text(
    nb="Kommunen vil gjerne komme på besøk til {names}. Velg en tid som passer (besøket tar {minutes} minutter):",
    nn="Kommunen vil gjerne kome på besøk til {names}. Vel ei tid som passar (besøket tek {minutes} minutt):",
    en="The municipality would like to visit {names}. Choose a time that suits you (the visit takes {minutes} "
    "minutes):",
)
NONE_FITS = Text(nb="Ingen passer", nn="Ingen passar", en="None fits")
BETTER = Text(nb="Når passer det bedre?", nn="Når passar det betre?", en="When would be better?")
NONE_SAID = Text(
    nb="Takk for beskjeden. Dere får forslag til nye tider.",
    nn="Takk for meldinga. De får framlegg til nye tider.",
    en="Thank you for telling. You will get new times proposed.",
)
PICKED = Text(
    nb="Takk! Dere har valgt {when}. Du får beskjed når det er bekreftet.",
    nn="Takk! De har valt {when}. Du får melding når det er stadfesta.",
    en="Thank you! You have chosen {when}. You are told when it is confirmed.",
)
TOLD = {
    "confirmed": Text(
        nb="Besøket hos {names} er avtalt.", nn="Besøket hos {names} er avtalt.", en="The visit to {names} is agreed."
    ),
    "moved": Text(
        nb="Besøket hos {names} er flyttet.",
        nn="Besøket hos {names} er flytta.",
        en="The visit to {names} has been moved.",
    ),
    "changed": Text(
        nb="Besøket hos {names} er endret.",
        nn="Besøket hos {names} er endra.",
        en="The visit to {names} has been changed.",
    ),
    "eve": Text(
        nb="Husk at kommunen kommer på besøk til {names}.",
        nn="Hugs at kommunen kjem på besøk til {names}.",
        en="Remember that the municipality visits {names}.",
    ),
    "put_off": Text(
        nb="Besøket hos {names} er utsatt. Dere står fortsatt i køen.",
        nn="Besøket hos {names} er utsett. De står framleis i køen.",
        en="The visit to {names} is put off. You are still in the queue.",
    ),
    "off": Text(
        nb="Kommunen kommer dessverre ikke på besøk til {names}.",
        nn="Kommunen kjem diverre ikkje på besøk til {names}.",
        en="Unfortunately the municipality will not visit {names}.",
    ),
}
WHY = Text(nb="Hvorfor: {words}", nn="Kvifor: {words}", en="Why: {words}")
WHEN = Text(nb="Når: {when}", nn="Når: {when}", en="When: {when}")
WHERE = Text(nb="Sted: {place}", nn="Stad: {place}", en="Where: {place}")
PARTY = Text(nb="Hvem som kommer: {party}", nn="Kven som kjem: {party}", en="Who comes: {party}")
INVITED = Text(nb="Invitert: {whom}", nn="Invitert: {whom}", en="Invited: {whom}")
TO_RAISE = Text(nb="Dere vil ta opp: {wishes}", nn="De vil ta opp: {wishes}", en="You want to raise: {wishes}")
SUITS = Text(nb="Når det passer: {suits}", nn="Når det passar: {suits}", en="When it suits: {suits}")
CALENDAR = Text(nb="Kalenderfil", nn="Kalenderfil", en="Calendar file")
IN_CALENDAR = Text(nb="Kommunen besøker {names}", nn="Kommunen besøkjer {names}", en="The municipality visits {names}")
OFF_IN_CALENDAR = Text(nb="AVLYST: {title}", nn="AVLYST: {title}", en="CALLED OFF: {title}")
FILE = Text(nb="Besøket som kalenderfil.", nn="Besøket som kalenderfil.", en="The visit as a calendar file.")
FILE_SENT = Text(
    nb="Kalenderfila kommer som direktemelding.",
    nn="Kalenderfila kjem som direktemelding.",
    en="The calendar file comes as a direct message.",
)
PROMISES = Text(nb="Dette følger kommunen opp", nn="Dette følgjer kommunen opp", en="What the municipality follows up")
PROMISE = Text(
    nb="• {words} – {owner}, innen {day}", nn="• {words} – {owner}, innan {day}", en="• {words} – {owner}, by {day}"
)
DONE = Text(nb="   Gjort {day}: {outcome}", nn="   Gjort {day}: {outcome}", en="   Done {day}: {outcome}")
LEFT = Text(nb="   Ikke gjort ennå", nn="   Ikkje gjort enno", en="   Not done yet")
KEPT = Text(
    nb="Fulgt opp etter besøket hos {names}: {words}",
    nn="Følgt opp etter besøket hos {names}: {words}",
    en="Followed up after the visit to {names}: {words}",
)
NOBODY = Text(nb="kommunen", nn="kommunen", en="the municipality")
MORE_PROMISES = Counted(
    one=Text(nb="Ett løfte til.", nn="Éin lovnad til.", en="One more promise."),
    more=Text(nb="{count} løfter til.", nn="{count} lovnader til.", en="{count} more promises."),
)
