"""What people read of polls that have closed, and in the files."""

from bot.core.texts import Text

RESULT_WORD = Text(nb="resultat", nn="resultat", en="results")
RESULT_LINE = Text(
    nb="`/naering resultat` – målinger som er stengt, og hva de viste",
    nn="`/naering resultat` – målingar som er stengde, og kva dei viste",
    en="`/naering results` – polls that are closed, and what they showed",
)
RESULTS = Text(nb="Resultater", nn="Resultat", en="Results")
NO_RESULTS = Text(
    nb="Ingen målinger er stengt ennå.", nn="Ingen målingar er stengde enno.", en="No polls have closed yet."
)
SHOW = Text(nb="Vis", nn="Vis", en="Show")
AGAIN = Text(nb="Spør om det samme igjen", nn="Spør om det same igjen", en="Ask the same again")
