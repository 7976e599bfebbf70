"""The words around events that come again."""

from bot.core.texts import Counted, Text

AGAIN = Text(nb="Gjentas", nn="Blir gjenteke", en="Repeats")
AGAIN_HINT = Text(
    nb="Tomt felt: bare denne ene gangen. Ellers blir hver gang et eget arrangement med egen påmelding.",
    nn="Tomt felt: berre denne eine gongen. Elles blir kvar gong eit eige arrangement med eiga påmelding.",
    en="Left empty: this one time only. Otherwise each time is an event of its own that people sign up for.",
)
LAST_TIME = Text(nb="Gjentas til og med", nn="Blir gjenteke til og med", en="Repeats up to and including")
TIMES = Text(nb="Antall ganger i alt", nn="Tal på gonger i alt", en="Number of times in all")
END_HINT = Text(
    nb="Er begge feltene tomme, gjentas det til du avlyser det og de neste.",
    nn="Er begge felta tomme, blir det gjenteke til du avlyser det og dei neste.",
    en="If both fields are left empty, it repeats until you call off one and those that follow.",
)
SCOPE = Text(nb="Hva gjelder det?", nn="Kva gjeld det?", en="What does it apply to?")
ONE, FOLLOWING = "one", "following"
SCOPES = {
    ONE: Text(nb="Bare dette arrangementet", nn="Berre dette arrangementet", en="This event only"),
    FOLLOWING: Text(nb="Dette og de neste", nn="Dette og dei neste", en="This and the following"),
}
SCOPE_HINT = Text(
    nb="Arrangementet gjentas. De som er endret hver for seg, blir stående som de er.",
    nn="Arrangementet blir gjenteke. Dei som er endra kvar for seg, blir ståande som dei er.",
    en="The event repeats. Those that were changed by themselves stay as they are.",
)
SCOPE_HINT_OFF = Text(
    nb="Arrangementet gjentas. Velger du de neste også, kommer det ingen flere.",
    nn="Arrangementet blir gjenteke. Vel du dei neste òg, kjem det ingen fleire.",
    en="The event repeats. If you choose the following too, there will be no more.",
)
SCOPE_HINT_MORE = Text(
    nb="Arrangementet gjentas. Program og materiell gjelder bare dette.",
    nn="Arrangementet blir gjenteke. Program og materiell gjeld berre dette.",
    en="The event repeats. Programme and material are of this one only.",
)
SCOPE_HINT_REMINDED = Text(
    nb="Arrangementet gjentas. Velger du «Dette og de neste», gjelder valget hver gang framover.",
    nn="Arrangementet blir gjenteke. Vel du «Dette og dei neste», gjeld valet kvar gong framover.",
    en="The event repeats. If you choose “This and the following”, your choice holds each time from now on.",
)
SCOPE_HINT_INVITED = Text(
    nb="Arrangementet gjentas. Velger du «Dette og de neste», inviteres de du har valgt, hver gang framover, og de du "
    "fjerner, fjernes hver gang. Ellers gjelder endringen bare dette.",
    nn="Arrangementet blir gjenteke. Vel du «Dette og dei neste», blir dei du har valt, inviterte kvar gong framover, "
    "og dei du fjernar, blir fjerna kvar gong. Elles gjeld endringa berre dette.",
    en="The event repeats. If you choose “This and the following”, those you have chosen are invited each time from "
    "now on, and those you remove are removed each time. Otherwise the change applies to this one only.",
)
DONE_WITH = Counted(
    Text(
        nb="Det gjelder ett arrangement, og de som kommer etter det.",
        nn="Det gjeld eitt arrangement, og dei som kjem etter det.",
        en="It applies to one event and those that come after it.",
    ),
    Text(
        nb="Det gjelder {count} arrangementer, og de som kommer etter dem.",
        nn="Det gjeld {count} arrangement, og dei som kjem etter dei.",
        en="It applies to {count} events and those that come after them.",
    ),
)
CALLED_OFF = Counted(
    Text(nb="Det gjelder ett arrangement.", nn="Det gjeld eitt arrangement.", en="It applies to one event."),
    Text(
        nb="Det gjelder {count} arrangementer.", nn="Det gjeld {count} arrangement.", en="It applies to {count} events."
    ),
)
WHOLE_FILE = Text(nb="Kalenderfil for alle", nn="Kalenderfil for alle", en="Calendar file for all")
FILE = Text(
    nb="Kalenderfil med alle gangene «{title}» holdes. Åpne den, så kommer de i kalenderen din. Du må melde deg på "
    "hver gang du vil komme.",
    nn="Kalenderfil med alle gongene «{title}» blir halde. Opne ho, så kjem dei i kalenderen din. Du må melde deg på "
    "kvar gong du vil kome.",
    en="Calendar file with all the times that “{title}” is held. Open it to put them in your calendar. You sign up for "
    "each one that you want to come to.",
)
