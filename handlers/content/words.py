"""The words about the content and its editing."""

from bot.core.texts import Counted, Text
from bot.domain.entries.versions import Act
from knowledge.entry import Kind

WORD = Text(nb="innhold", nn="innhald", en="content")
LINE = Text(
    nb="`/naering innhold` – legg til, rett og bekreft det jeg svarer med (redaktører)",
    nn="`/naering innhald` – legg til, rett og stadfest det eg svarer med (redaktørar)",
    en="`/naering content` – add, correct and confirm what I answer with (editors)",
)
TITLE = Text(nb="Innhold", nn="Innhald", en="Content")

FIND = Text(nb="Finn en oppføring", nn="Finn ei oppføring", en="Find an entry")
FIND_HINT = Text(
    nb="Skriv navnet, eller et spørsmål som den svarer på.",
    nn="Skriv namnet, eller eit spørsmål som ho svarer på.",
    en="Type its name, or a question that it answers.",
)
SEARCH = Text(nb="Søk", nn="Søk", en="Search")
FOUND = Text(nb="Oppføringer som passer", nn="Oppføringar som passar", en="Entries that fit")
NONE_FOUND = Text(
    nb="Ingen oppføring passer til «{words}».", nn="Inga oppføring passar til «{words}».", en="No entry fits “{words}”."
)
OPEN = Text(nb="Åpne", nn="Opne", en="Open")
NEW = Text(nb="Ny oppføring", nn="Ny oppføring", en="New entry")
RECENT = Text(nb="Sist endret", nn="Sist endra", en="Last changed")
CONFLICTS = Text(
    nb="Endret både her og i filene", nn="Endra både her og i filene", en="Changed both here and in the files"
)
DUE = Counted(
    one=Text(
        nb="{count} oppføring bør kontrolleres.",
        nn="{count} oppføring bør kontrollerast.",
        en="{count} entry should be checked.",
    ),
    more=Text(
        nb="{count} oppføringer bør kontrolleres.",
        nn="{count} oppføringar bør kontrollerast.",
        en="{count} entries should be checked.",
    ),
)

KINDS: dict[Kind, Text] = {
    "area": Text(nb="Område", nn="Område", en="Area"),
    "contact": Text(nb="Kontakt", nn="Kontakt", en="Contact"),
    "event": Text(nb="Arrangement", nn="Arrangement", en="Event"),
    "figure": Text(nb="Tall", nn="Tal", en="Figure"),
    "finding": Text(nb="Funn", nn="Funn", en="Finding"),
    "measure": Text(nb="Tiltak", nn="Tiltak", en="Measure"),
    "organisation": Text(nb="Organisasjon", nn="Organisasjon", en="Organisation"),
    "passage": Text(nb="Avsnitt fra dokument", nn="Avsnitt frå dokument", en="Passage of a document"),
    "plan": Text(nb="Plan", nn="Plan", en="Plan"),
    "procedure": Text(nb="Framgangsmåte", nn="Framgangsmåte", en="Procedure"),
    "scheme": Text(nb="Støtteordning", nn="Støtteordning", en="Support scheme"),
}
ACTS: dict[Act, Text] = {
    "added": Text(nb="lagt til", nn="lagd til", en="added"),
    "corrected": Text(nb="rettet", nn="retta", en="corrected"),
    "verified": Text(nb="kontrollert", nn="kontrollert", en="checked"),
    "retired": Text(nb="trukket tilbake", nn="trekt tilbake", en="retired"),
    "undone": Text(nb="siste endring angret", nn="siste endring angra", en="last change undone"),
    "imported": Text(nb="hentet inn fra fil", nn="henta inn frå fil", en="imported from a file"),
    "settled": Text(
        nb="uenighet med filene avgjort", nn="usemje med filene avgjord", en="conflict with the files settled"
    ),
}
NO_NAME = Text(nb="uten navn", nn="utan namn", en="no name")
HISTORY = Text(nb="Historikk", nn="Historikk", en="History")
NO_HISTORY = Text(nb="Som i filene.", nn="Som i filene.", en="As in the files.")
AS_SEEN = Text(
    nb="Slik ser den som spør, svaret:",
    nn="Slik ser den som spør, svaret:",
    en="This is how the asker sees the answer:",
)
RETIRED = Text(
    nb="Oppføringen er trukket tilbake. Ingen svar bruker den.",
    nn="Oppføringa er trekt tilbake. Ingen svar bruker ho.",
    en="The entry is retired. No answer uses it.",
)
FACTS = Text(
    nb="{kind} · ansvarlig: {role} · kontrolleres innen {day}",
    nn="{kind} · ansvarleg: {role} · skal kontrollerast innan {day}",
    en="{kind} · responsible: {role} · to be checked by {day}",
)
IN_CONFLICT = Text(
    nb="Filene sier noe nyere, men det som er endret her, gjelder. I filene står det: {words}",
    nn="Filene seier noko nyare, men det som er endra her, gjeld. I filene står det: {words}",
    en="The files say something newer, but what was changed here applies. The files say: {words}",
)
KEEP_OURS = Text(nb="Behold vår", nn="Behald vår", en="Keep ours")
TAKE_FILES = Text(nb="Bruk filenes", nn="Bruk det i filene", en="Use the files'")

CORRECT = Text(nb="Rett", nn="Rett", en="Correct")
VERIFY = Text(nb="Fortsatt riktig", nn="Framleis rett", en="Still right")
RETIRE = Text(nb="Trekk tilbake", nn="Trekk tilbake", en="Retire")
UNDO = Text(nb="Angre siste endring", nn="Angre siste endring", en="Undo last change")
SURE = Text(
    nb="Ingen svar bruker oppføringen etter dette. Du kan angre.",
    nn="Ingen svar bruker oppføringa etter dette. Du kan angre.",
    en="No answer uses the entry after this. You can undo it.",
)
SUBMIT = Text(nb="Neste", nn="Neste", en="Next")
PREVIEW = Text(nb="Forhåndsvis", nn="Førehandsvis", en="Preview")
PUBLISH = Text(nb="Publiser", nn="Publiser", en="Publish")
PUBLISHED = Text(
    nb="«{title}» er lagret og gjelder fra nå.",
    nn="«{title}» er lagra og gjeld frå no.",
    en="“{title}” is saved and in effect from now on.",
)
DONE = Text(nb="Gjort. Det gjelder fra nå.", nn="Gjort. Det gjeld frå no.", en="Done. It is in effect from now on.")

KIND = Text(nb="Hva slags oppføring", nn="Kva slags oppføring", en="Kind of entry")
NAME = Text(nb="Navn, {language}", nn="Namn, {language}", en="Name, {language}")
ANSWER = Text(nb="Svar, {language}", nn="Svar, {language}", en="Answer, {language}")
ANSWER_HINT = Text(
    nb="En til tre setninger. Den første sier det viktigste.",
    nn="Ei til tre setningar. Den første seier det viktigaste.",
    en="One to three sentences. The first says what matters most.",
)
QUESTION = Text(
    nb="Spørsmålet det svarer på, {language}", nn="Spørsmålet det svarer på, {language}", en="Question, {language}"
)
ASKS = Text(nb="Andre måter å spørre på", nn="Andre måtar å spørje på", en="Other ways to ask")
ONE_A_LINE = Text(nb="Én på hver linje.", nn="Éin på kvar linje.", en="One per line.")
ROLE = Text(nb="Rolle eller enhet, {language}", nn="Rolle eller eining, {language}", en="Role or unit, {language}")
ROLE_HINT = Text(nb="Aldri navnet på en person.", nn="Aldri namnet på ein person.", en="Never a person's name.")
EMAIL = Text(nb="E-post", nn="E-post", en="E-mail")
PHONE = Text(nb="Telefon", nn="Telefon", en="Phone")
URL = Text(nb="Nettside", nn="Nettside", en="Web page")
HANDLED_BY = Text(nb="Kontakt som hjelper videre", nn="Kontakt som hjelper vidare", en="Contact that helps with this")
MORE = Text(nb="Emner og nøkkeltall", nn="Emne og nøkkeltal", en="Topics and figures")
ALIASES = Text(nb="Andre navn på det samme", nn="Andre namn på det same", en="Other names of the same")
TOPICS = Text(nb="Emner", nn="Emne", en="Topics")
AREAS = Text(nb="Områder", nn="Område", en="Areas")
LINKS = Text(
    nb="Oppføringer som hører sammen med denne", nn="Oppføringar som høyrer saman med denne", en="Related entries"
)
NAMES_A_LINE = Text(
    nb="Navnet på én oppføring på hver linje.",
    nn="Namnet på éi oppføring på kvar linje.",
    en="The name of one entry a line.",
)
FIGURES = Text(nb="Nøkkeltall", nn="Nøkkeltal", en="Key figures")
FIGURES_HINT = Text(
    nb="Ett på hver linje, som arbeidsplasser: 20720. Tallet må også stå i svaret.",
    nn="Eitt på kvar linje, som arbeidsplassar: 20720. Talet må òg stå i svaret.",
    en="One a line, as jobs: 20720. The figure must stand in the answer too.",
)
DOCUMENT = Text(nb="Kilde", nn="Kjelde", en="Source")
AS_OF = Text(nb="Kilden er fra", nn="Kjelda er frå", en="The source is from")
AS_OF_HINT = Text(
    nb="Et år, eller en dato som 2026-01-31.",
    nn="Eit år, eller ein dato som 2026-01-31.",
    en="A year, or a date as 2026-01-31.",
)
SOURCE_URL = Text(nb="Kildens adresse", nn="Adressa til kjelda", en="The source's address")
DEADLINE = Text(nb="Søknadsfrist", nn="Søknadsfrist", en="Deadline")
UNTIL = Text(nb="Gjelder til og med", nn="Gjeld til og med", en="Valid until")
A_DATE = Text(nb="Som 2026-01-31.", nn="Som 2026-01-31.", en="As 2026-01-31.")
RESPONSIBLE = Text(nb="Ansvarlig rolle", nn="Ansvarleg rolle", en="Responsible role")
NEXT_CHECK = Text(nb="Kontrolleres innen", nn="Skal kontrollerast innan", en="To be checked by")
