"""What people read of polls that have closed, and in the files."""

from bot.core.texts import Counted, Text

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
HIDDEN = Text(
    nb="Grupper med færre enn {enough} svar vises ikke, og heller ikke grupper som ville røpet dem, eller der alle "
    "svarte det samme.",
    nn="Grupper med færre enn {enough} svar blir ikkje viste, og heller ikkje grupper som ville røpt dei, eller der "
    "alle svarte det same.",
    en="Groups with fewer than {enough} answers are not shown, nor those that would give them away, or in which all "
    "answered the same.",
)
GROUP = Counted(
    Text(nb="{name} (ett svar)", nn="{name} (eitt svar)", en="{name} (one answer)"),
    Text(nb="{name} ({count} svar)", nn="{name} ({count} svar)", en="{name} ({count} answers)"),
)
TREND = Text(nb="Over tid", nn="Over tid", en="Over time")
MEDIAN_NAME = Text(nb="Median", nn="Median", en="Median")
SCORE_NAME = Text(nb="Anbefaling", nn="Tilråding", en="Recommendation")
MORE_TEXTS = Counted(
    Text(nb="Ett svar til står i fila.", nn="Eitt svar til står i fila.", en="One more answer is in the file."),
    Text(
        nb="{count} svar til står i fila.",
        nn="{count} svar til står i fila.",
        en="{count} more answers are in the file.",
    ),
)
FILE = Text(nb="Resultatet som fil.", nn="Resultatet som fil.", en="The result as a file.")
EXPORTED = Text(
    nb="Fila kommer som direktemelding til deg alene.",
    nn="Fila kjem som direktemelding til deg åleine.",
    en="The file comes as a direct message to you alone.",
)
FIGURES = Text(nb="Tall", nn="Tal", en="Figures")
CODEBOOK = Text(nb="Kodebok", nn="Kodebok", en="Codebook")
ALL = Text(nb="Alle", nn="Alle", en="All")
QUESTION_ASKED = Text(nb="Spørsmål", nn="Spørsmål", en="Question")
PROTECTION = Text(nb="Vern", nn="Vern", en="Protection")
COLUMNS: dict[str, Text] = {
    "split": Text(nb="Inndeling", nn="Inndeling", en="Split by"),
    "group": Text(nb="Gruppe", nn="Gruppe", en="Group"),
    "turnout": Text(nb="Antall som svarte", nn="Tal på svar", en="Answered"),
    "option": Text(nb="Svaralternativ", nn="Svaralternativ", en="Option"),
    "count": Text(nb="Antall", nn="Tal", en="Count"),
    "percent": Text(nb="Prosent", nn="Prosent", en="Percent"),
    "low": Text(nb="Trolig fra", nn="Truleg frå", en="Likely from"),
    "high": Text(nb="Trolig til", nn="Truleg til", en="Likely to"),
    "who": Text(nb="Hvem", nn="Kven", en="Who"),
    "answer": Text(nb="Svar", nn="Svar", en="Answer"),
    "column": Text(nb="Felt", nn="Felt", en="Field"),
    "meaning": Text(nb="Betydning", nn="Tyding", en="Meaning"),
}
MEANINGS: dict[str, Text] = {
    "split": Text(
        nb="Hva svarene er delt inn etter: bransje, område eller størrelse; «Alle» er alle svar.",
        nn="Kva svara er delte inn etter: bransje, område eller storleik; «Alle» er alle svar.",
        en="What the answers are split by: branch, area or size; “All” is all answers.",
    ),
    "turnout": Text(
        nb="Hvor mange i gruppa som svarte.", nn="Kor mange i gruppa som svarte.", en="How many in the group answered."
    ),
    "count": Text(nb="Hvor mange som valgte dette.", nn="Kor mange som valde dette.", en="How many chose this."),
    "percent": Text(
        nb="Av dem som svarte. I raden for median eller anbefaling: selve tallet.",
        nn="Av dei som svarte. I rada for median eller tilråding: sjølve talet.",
        en="Of those who answered. In the row of the median or the recommendation: the figure itself.",
    ),
    "low": Text(
        nb="Nedre grense for et 95 %-intervall: Wilson for andeler, binomisk for median, Agresti–Min for anbefaling.",
        nn="Nedre grense for eit 95 %-intervall: Wilson for delar, binomisk for median, Agresti–Min for tilråding.",
        en="Lower end of a 95% interval: Wilson for shares, binomial for medians, Agresti–Min for recommendations.",
    ),
    "high": Text(nb="Øvre grense.", nn="Øvre grense.", en="Upper end."),
}
