"""The words of the two guides: which support fits us, and whom to turn to."""

from bot.core.texts import Text
from knowledge.entry import Aim, Bar, Place
from knowledge.support import Condition

SHOW = Text(nb="Vis", nn="Vis", en="Show")
SEND_ME = Text(nb="Send til meg", nn="Send til meg", en="Send it to me")
SENT = Text(
    nb="Sendt. Det ligger i «Meldinger».",
    nn="Sendt. Det ligg i «Meldingar».",
    en="Sent. You find it under “Messages”.",
)
PICK_ONE = Text(nb="Velg ett av svarene.", nn="Vel eitt av svara.", en="Choose one of the answers.")
CHECK = Text(
    nb="Satser og frister endres. Sjekk alltid hos den som bestemmer.",
    nn="Satsar og fristar endrar seg. Sjekk alltid hos den som avgjer.",
    en="Rates and deadlines change. Always check with whoever decides.",
)

# --- which support fits us ---

SUPPORT_WORD = Text(nb="støtte", nn="støtte", en="support")
SUPPORT_LINE = Text(
    nb="`/naering støtte` – finn ut hvilken støtte som passer for dere",
    nn="`/naering støtte` – finn ut kva støtte som passar for dykk",
    en="`/naering support` – find out which support fits you",
)
SUPPORT = Text(
    nb="Hvilken støtte passer for oss?", nn="Kva støtte passar for oss?", en="Which support fits our company?"
)
SUPPORT_TITLE = Text(nb="Støtte som passer", nn="Støtte som passar", en="Support that fits")
SUPPORT_ABOUT = Text(
    nb="Seks korte spørsmål. Svarene dine lagres ikke.",
    nn="Seks korte spørsmål. Svara dine blir ikkje lagra.",
    en="Six short questions. Your answers are not stored.",
)
PHASE = Text(nb="Hvor er dere nå?", nn="Kvar er de no?", en="Where are you now?")
PHASES: dict[str, Text] = {
    "idea": Text(nb="Vi har en idé", nn="Vi har ein idé", en="We have an idea"),
    "start": Text(nb="Vi er i oppstart", nn="Vi er i oppstart", en="We are starting up"),
    "growth": Text(nb="Vi vokser raskt", nn="Vi veks raskt", en="We are growing fast"),
    "established": Text(nb="Vi er etablert", nn="Vi er etablerte", en="We are established"),
}
AGE = Text(nb="Hvor gammel er bedriften?", nn="Kor gammal er bedrifta?", en="How old is the company?")
AGES: dict[str, Text] = {
    "unregistered": Text(nb="Ikke registrert ennå", nn="Ikkje registrert enno", en="Not registered yet"),
    "under_3": Text(nb="Under tre år", nn="Under tre år", en="Under three years"),
    "under_5": Text(nb="Tre til fem år", nn="Tre til fem år", en="Three to five years"),
    "older": Text(nb="Fem år eller mer", nn="Fem år eller meir", en="Five years or more"),
}
WORK = Text(nb="Skal dere utvikle noe nytt?", nn="Skal de utvikle noko nytt?", en="Will you develop something new?")
WORKS: dict[str, Text] = {
    "research": Text(nb="Ja, med forskning", nn="Ja, med forsking", en="Yes, with research"),
    "develop": Text(nb="Ja, uten forskning", nn="Ja, utan forsking", en="Yes, without research"),
    "no": Text(nb="Nei", nn="Nei", en="No"),
}
HIRING = Text(
    nb="Vil dere ta inn noen av disse?", nn="Vil de ta inn nokon av desse?", en="Will you take on any of these?"
)
HIRES: dict[Aim, Text] = {
    "hire": Text(
        nb="En som trenger hjelp til å komme i arbeid",
        nn="Nokon som treng hjelp til å kome i arbeid",
        en="Someone who needs help to get into work",
    ),
    "reduced": Text(
        nb="En med varig nedsatt arbeidsevne",
        nn="Nokon med varig nedsett arbeidsevne",
        en="Someone with permanently reduced work capacity",
    ),
    "apprentice": Text(nb="En lærling", nn="Ein lærling", en="An apprentice"),
    "placement": Text(nb="En på praksisplass", nn="Nokon på praksisplass", en="Someone on a work placement"),
}
ENERGY = Text(
    nb="Vil dere spare energi i et yrkesbygg?",
    nn="Vil de spare energi i eit yrkesbygg?",
    en="Will you save energy in a commercial building?",
)
YES_NO: dict[str, Text] = {"yes": Text(nb="Ja", nn="Ja", en="Yes"), "no": Text(nb="Nei", nn="Nei", en="No")}
PLACE = Text(nb="Hvor holder dere til?", nn="Kvar held de til?", en="Where are you based?")
PLACES: dict[str, Text] = {
    "lorenskog": Text(nb="I Lørenskog", nn="I Lørenskog", en="In Lørenskog"),
    "akershus": Text(nb="Et annet sted i Akershus", nn="Ein annan stad i Akershus", en="Elsewhere in Akershus"),
    "elsewhere": Text(nb="Et annet sted i landet", nn="Ein annan stad i landet", en="Elsewhere in the country"),
}
FIT = Text(nb="Passer for dere", nn="Passar for dykk", en="Fits you")
LACKING = Text(nb="Noe mangler", nn="Noko manglar", en="Something is missing")
OVER = Text(nb="Ikke åpent nå", nn="Ikkje ope no", en="Not open now")
NOTHING_FITS = Text(
    nb="Jeg kjenner ingen ordning som er laget for dette. Spør gjerne kommunen eller etablerertjenesten.",
    nn="Eg kjenner inga ordning som er laga for dette. Spør gjerne kommunen eller etablerartenesta.",
    en="I know of no scheme made for this. Do ask the municipality or the start-up service.",
)
WHY = Text(nb="Hvorfor: {why}.", nn="Kvifor: {why}.", en="Why: {why}.")
AIMS: dict[Aim, Text] = {
    "idea": Text(nb="dere har en idé", nn="de har ein idé", en="you have an idea"),
    "start": Text(nb="dere er i oppstart", nn="de er i oppstart", en="you are starting up"),
    "growth": Text(nb="dere vokser raskt", nn="de veks raskt", en="you are growing fast"),
    "develop": Text(
        nb="dere skal utvikle noe nytt", nn="de skal utvikle noko nytt", en="you will develop something new"
    ),
    "research": Text(nb="dere skal forske", nn="de skal forske", en="you will do research"),
    "hire": Text(
        nb="dere vil ansette en som trenger hjelp til å komme i arbeid",
        nn="de vil tilsetje nokon som treng hjelp til å kome i arbeid",
        en="you will hire someone who needs help to get into work",
    ),
    "reduced": Text(
        nb="dere vil ha med en som har varig nedsatt arbeidsevne",
        nn="de vil ha med nokon som har varig nedsett arbeidsevne",
        en="you will take on someone with permanently reduced work capacity",
    ),
    "apprentice": Text(nb="dere vil ha lærling", nn="de vil ha lærling", en="you want an apprentice"),
    "placement": Text(
        nb="dere tilbyr en praksisplass", nn="de tilbyr ein praksisplass", en="you offer a work placement"
    ),
    "energy": Text(
        nb="dere vil spare energi i et yrkesbygg",
        nn="de vil spare energi i eit yrkesbygg",
        en="you will save energy in a commercial building",
    ),
}
MISSING = Text(nb="Mangler: {lack}", nn="Manglar: {lack}", en="Missing: {lack}")
LACKS: dict[Condition, Text] = {
    "registered": Text(
        nb="bedriften må ha organisasjonsnummer.",
        nn="bedrifta må ha organisasjonsnummer.",
        en="the company needs an organisation number.",
    ),
    "young": Text(
        nb="bedriften må være under {years} år.",
        nn="bedrifta må vere under {years} år.",
        en="the company must be under {years} years old.",
    ),
    "place": Text(nb="dere må holde til {place}.", nn="de må halde til {place}.", en="you must be based {place}."),
}
HOLDS: dict[Condition, Text] = {
    "registered": Text(
        nb="bedriften har organisasjonsnummer",
        nn="bedrifta har organisasjonsnummer",
        en="the company has an organisation number",
    ),
    "young": Text(
        nb="bedriften er under {years} år",
        nn="bedrifta er under {years} år",
        en="the company is under {years} years old",
    ),
    "place": Text(nb="dere holder til {place}", nn="de held til {place}", en="you are based {place}"),
}
WITHIN: dict[Place, Text] = {
    "lorenskog": Text(nb="i Lørenskog", nn="i Lørenskog", en="in Lørenskog"),
    "akershus": Text(nb="i Akershus", nn="i Akershus", en="in Akershus"),
}
EXCEPTIONALLY = Text(
    nb="Ordningen er for bedrifter under {years} år, så for dere er det bare unntaksvis mulig.",
    nn="Ordninga er for bedrifter under {years} år, så for dykk er det berre unntaksvis mogleg.",
    en="The scheme is for companies under {years} years old, so for you it is only exceptionally possible.",
)
CLOSED = Text(nb="Fristen gikk ut {day}.", nn="Fristen gjekk ut {day}.", en="The deadline passed on {day}.")
NEEDS = Text(nb="Krav: {needs}", nn="Krav: {needs}", en="Requires: {needs}")
UNCERTAIN = Text(nb="Usikkert: {uncertain}", nn="Usikkert: {uncertain}", en="Uncertain: {uncertain}")
BARS: dict[Bar, Text] = {
    "same_costs": Text(
        nb="Du kan ikke få to tilskudd til de samme kostnadene.",
        nn="Du kan ikkje få to tilskot til dei same kostnadene.",
        en="You cannot get two grants for the same costs.",
    ),
    "before_costs": Text(
        nb="Søk før dere bruker penger: Kostnader fra før søknaden dekkes ikke.",
        nn="Søk før de bruker pengar: Kostnader frå før søknaden blir ikkje dekte.",
        en="Apply before you spend money: costs from before the application are not covered.",
    ),
    "before_start": Text(
        nb="Avtalen må være godkjent før oppstart.",
        nn="Avtalen må vere godkjend før oppstart.",
        en="The agreement must be approved before the start.",
    ),
    "state_aid": Text(
        nb="Reglene om statsstøtte gjelder, og rekkefølgen på søknadene har betydning.",
        nn="Reglane om statsstøtte gjeld, og rekkjefølgja på søknadene har noko å seie.",
        en="State aid rules apply, and the order of applications matters.",
    ),
}
DECIDES = Text(nb="Avgjøres av: {decides}", nn="Blir avgjort av: {decides}", en="Decided by: {decides}")
ELSEWHERE = Text(nb="Les mer og søk", nn="Les meir og søk", en="Read more and apply")
FOR_ALL = Text(
    nb="For all støtte: Du kan ikke få to tilskudd til de samme kostnadene, reglene om statsstøtte (bagatellmessig "
    "støtte) kan sette grenser, og mye støtte dekker ikke kostnader fra før søknaden.",
    nn="For all støtte: Du kan ikkje få to tilskot til dei same kostnadene, reglane om statsstøtte (bagatellmessig "
    "støtte) kan setje grenser, og mykje støtte dekkjer ikkje kostnader frå før søknaden.",
    en="For all support: you cannot get two grants for the same costs, state aid rules (de minimis) may set limits, "
    "and much support does not cover costs from before the application.",
)

# --- whom to turn to ---

CONTACT_WORD = Text(nb="kontakt", nn="kontakt", en="contact")
CONTACT_LINE = Text(
    nb="`/naering kontakt` – finn rett kontakt og gangen i saken",
    nn="`/naering kontakt` – finn rett kontakt og gangen i saka",
    en="`/naering contact` – find the right contact and the steps of the matter",
)
CONTACT = Text(nb="Finn rett kontakt", nn="Finn rett kontakt", en="Find the right contact")
TOPIC = Text(nb="Hva gjelder det?", nn="Kva gjeld det?", en="What is it about?")
AREA = Text(nb="Hvilket område?", nn="Kva område?", en="Which area?")
NO_AREA = Text(nb="Hele Lørenskog", nn="Heile Lørenskog", en="All of Lørenskog")
PICK_TOPIC = Text(nb="Velg hva det gjelder.", nn="Vel kva det gjeld.", en="Choose what it is about.")
NOBODY = Text(
    nb="Her kjenner jeg ingen kontakt. Spør meg gjerne med egne ord.",
    nn="Her kjenner eg ingen kontakt. Spør meg gjerne med eigne ord.",
    en="I know no contact for this. Do ask me in your own words.",
)
HEADING = Text(nb="{topic} – {area}", nn="{topic} – {area}", en="{topic} – {area}")
STEPS = Text(nb="Gangen i saken", nn="Gangen i saka", en="The steps")
READY = Text(nb="Ha dette klart", nn="Ha dette klart", en="Have this ready")
TIME = Text(nb="Vanlig tid: {time}", nn="Vanleg tid: {time}", en="Usual time: {time}")
