"""What people read of polls that have closed, and in the files."""

from bot.core.texts import Text

RESULT_WORD = Text(nb="resultat", nn="resultat", en="results")
RESULT_LINE = Text(
    nb="`/naering resultat` – målinger og undersøkelser som er stengt, og hva de viste",
    nn="`/naering resultat` – målingar og undersøkingar som er stengde, og kva dei viste",
    en="`/naering results` – polls and surveys that are closed, and what they showed",
)
RESULTS = Text(nb="Resultater", nn="Resultat", en="Results")
NO_RESULTS = Text(
    nb="Det er ingen resultater å vise ennå.",
    nn="Det er ingen resultat å vise enno.",
    en="There are no results to show yet.",
)
SHOW = Text(nb="Vis", nn="Vis", en="Show")
AGAIN = Text(nb="Spør om det samme igjen", nn="Spør om det same igjen", en="Ask the same again")
