"""What people read of what is done because of a round's answers."""

from bot.core.texts import Counted, Text

DOING = Text(nb="Dette gjør vi", nn="Dette gjer vi", en="What we do")
TEXT = Text(nb="Dette gjør vi, på {language}", nn="Dette gjer vi, på {language}", en="What we do, in {language}")
HINT = Text(
    nb="Hva som blir gjort på grunn av svarene, hva som ikke blir gjort, og når.",
    nn="Kva som blir gjort på grunn av svara, kva som ikkje blir gjort, og når.",
    en="What is done because of the answers, what is not, and when.",
)
ROLE = Text(nb="Rollen som står bak", nn="Rolla som står bak", en="The role that stands behind it")
ROLE_HINT = Text(
    nb="Står under teksten, med datoen i dag.",
    nn="Står under teksten, med datoen i dag.",
    en="Stands below the text, with today's date.",
)
WHO = Counted(
    Text(
        nb="Når du sender, får én deltaker dette én gang, og det står sammen med resultatene.",
        nn="Når du sender, får éin deltakar dette éin gong, og det står saman med resultata.",
        en="When you send it, one participant gets this once, and it stands with the results.",
    ),
    Text(
        nb="Når du sender, får {count} deltakere dette én gang, og det står sammen med resultatene.",
        nn="Når du sender, får {count} deltakarar dette éin gong, og det står saman med resultata.",
        en="When you send it, {count} participants get this once, and it stands with the results.",
    ),
)
CORRECTION = Text(
    nb="Deltakerne har fått dette. Det du endrer, står sammen med resultatene; ingen får en ny melding.",
    nn="Deltakarane har fått dette. Det du endrar, står saman med resultata; ingen får ei ny melding.",
    en="The participants have been told. What you change stands with the results; nobody gets another message.",
)
SENT = Text(
    nb="Sendt. De som svarte på «{name}», får det i arbeidstida, og det står under `/naering resultat`.",
    nn="Sendt. Dei som svarte på «{name}», får det i arbeidstida, og det står under `/naering resultat`.",
    en="Sent. Those who answered “{name}” get it within working hours, and it stands under `/naering results`.",
)
CORRECTED = Text(
    nb="Rettet. Slik står det nå under `/naering resultat`.",
    nn="Retta. Slik står det no under `/naering resultat`.",
    en="Corrected. This is how it now stands under `/naering results`.",
)
TOLD = Text(
    nb="Takk for at dere svarte på «{name}».",
    nn="Takk for at de svarte på «{name}».",
    en="Thank you for answering “{name}”.",
)
SIGNED = Text(nb="{role}, {day}", nn="{role}, {day}", en="{role}, {day}")
SIGNED_ANEW = Text(
    nb="{role}, {day}. Rettet {changed}.",
    nn="{role}, {day}. Retta {changed}.",
    en="{role}, {day}. Corrected {changed}.",
)
