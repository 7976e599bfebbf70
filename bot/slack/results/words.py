"""What people read of figures, and in the files."""

from bot.core.texts import Counted, Text
from bot.domain.answers.kinds import Kind

ANSWERED = Text(nb="{count} har svart", nn="{count} har svart", en="{count} answered")
ANONYMOUS = Text(
    nb="Anonym: svaret lagres uten navn", nn="Anonym: svaret blir lagra utan namn", en="Anonymous: stored without names"
)
NAMED = Text(
    nb="Med navn: arrangørene kan se hvem som svarte hva",
    nn="Med namn: arrangørane kan sjå kven som svarte kva",
    en="Named: organizers can see who answered what",
)
TOO_FEW = Text(
    nb="Svarene vises ikke: en anonym måling må ha minst {enough} svar, så ingen kan kjennes igjen.",
    nn="Svara blir ikkje viste: ei anonym måling må ha minst {enough} svar, så ingen kan kjennast att.",
    en="The answers are not shown: an anonymous poll needs at least {enough}, so that nobody can be recognised.",
)
COUNTED = Text(nb="Antall svar", nn="Tal på svar", en="Number of answers")
ANSWERS = Text(nb="Svar", nn="Svar", en="Answers")
BETWEEN = Text(
    nb="{count} ({percent} %, trolig {low}–{high} %)",
    nn="{count} ({percent} %, truleg {low}–{high} %)",
    en="{count} ({percent}%, likely {low}–{high}%)",
)
LIKELY = Text(
    nb="«Trolig» er der tallet ville havnet 19 av 20 ganger hvis de som svarte, var tilfeldig trukket.",
    nn="«Truleg» er der talet ville hamna 19 av 20 gonger om dei som svarte, var tilfeldig trekte.",
    en="“Likely” is where the figure would be 19 times out of 20 if those who answered had been drawn at random.",
)
MEDIAN = Text(nb="Median: {value}", nn="Median: {value}", en="Median: {value}")
SCORE = Text(
    nb="Anbefaling: {value} (av −100 til 100)",
    nn="Tilråding: {value} (av −100 til 100)",
    en="Recommendation: {value} (from −100 to 100)",
)
RANGE = Text(nb="trolig {low} til {high}", nn="truleg {low} til {high}", en="likely {low} to {high}")
NO_RANGE = Text(
    nb="for få svar til å si noe sikkert",
    nn="for få svar til å seie noko sikkert",
    en="too few answers to be sure",
)
IN_WORDS = Text(
    nb="Svarene er skrevet med egne ord, og bare arrangørene leser dem.",
    nn="Svara er skrivne med eigne ord, og berre arrangørane les dei.",
    en="The answers are in people's own words, and only organizers read them.",
)
SHARE = Text(nb="{count} ({percent} %)", nn="{count} ({percent} %)", en="{count} ({percent}%)")
KIND = Text(nb="Type spørsmål", nn="Type spørsmål", en="Kind of question")
KINDS: dict[Kind, Text] = {
    "one": Text(nb="Ett av flere svar", nn="Eitt av fleire svar", en="One of several answers"),
    "several": Text(nb="Flere svar", nn="Fleire svar", en="Several answers"),
    "scale": Text(nb="Skala fra 1 til 5", nn="Skala frå 1 til 5", en="Scale from 1 to 5"),
    "recommend": Text(nb="Anbefaling fra 0 til 10", nn="Tilråding frå 0 til 10", en="Recommendation from 0 to 10"),
    "unsure": Text(nb="Ja, nei eller vet ikke", nn="Ja, nei eller veit ikkje", en="Yes, no or not sure"),
    "words": Text(nb="Egne ord", nn="Eigne ord", en="Own words"),
}
SECRECY = Text(nb="Hvordan svarer folk?", nn="Korleis svarer folk?", en="How do people answer?")
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
