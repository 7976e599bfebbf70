"""Repair of misspelt words: the nearest word that the knowledge base uses."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST = 5  # letters; shorter words have too many neighbours
LONG = 8  # letters from which two slips are mended, also in the beginning
# Words of everyday Norwegian and English that look like slips of words that entries hold: «patent» of «parent».
NO_SLIPS = frozenset(
    """apparat apparater avtalt avtalte bankid begrunnelse begrunnet bestilt besøkt besøkte betong distrikt
    distriktet eksempler faktor faktorer faktorene finansielle finanskrisen forandring forlag forlaget formell formelle
    formelt format fornybar fornøyelse forsyninger forsøk forsøket forteller fortelling forutsetter globalt grunnlagt
    honning inflasjon inflasjonen ingeniør ingeniører innsatsen inntekt inntekten inntekter internt investere investerer
    investert investor investorer kontant kontanter konsert konserten konserter leserne leting lønning lønninger
    mandag markere markert migranter minister naturgass objekt objektiv oppstått ordinære oversatt oversette overvekt
    parallelt patent patentet patenter permisjon politiker politikk portal prioritet profil promille racing radius
    redaksjonen redigering redning regning regningen regninger rekord skjerm skjermen skjermer sosial sosiale spesial
    stadion streng strenge studio tilstand utdeling utendørs utformet valuta vaksine vaksiner økologisk økologiske
    acoustic administered ambitious analyst barber booster broker charter closure clover collect collection compass
    compatible complex complexity component components computer computers concert contest contrast convention currencies
    currency declaration deficit demographic domain domains electric electrical electricity eventual explosion explosive
    extent formation formations granite hospice hostel internal intersection legend mastery material materials
    migrant migrants mission monkey organic organism patents phrase plaster player players precise presentation
    promising quantity rebuild reception reduction registry repeal resort retain statute stranger string submission
    timeline""".split()
)


class Speller:
    """Words wait in drawers by their first two letters and, the longer ones, by their last two."""

    def __init__(self, known: Iterable[str]) -> None:
        self._known = known

    @cached_property
    def _drawers(self) -> dict[str, list[str]]:
        drawers: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(self._known):
            if len(word) >= SHORTEST - 1 and word[0].isalpha():
                drawers[f"{word[:2]}*"].append(word)
                drawers[f"*{word[-2:]}"].append(word)
        return drawers

    def repair(self, word: str) -> str | None:
        """The known word that is one slip away; two in a long word whose ends agree. None when nothing is that near."""
        if len(word) < SHORTEST or not word.isalpha():
            return None
        near = self._drawers.get(f"{word[:2]}*", [])
        if len(word) >= LONG:
            near = near + self._drawers.get(f"*{word[-2:]}", [])
        found = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=2 if len(word) >= LONG else 1)
        return found[0] if found and (found[1] < 2 or _ends_agree(word, found[0])) else None


def _ends_agree(word: str, other: str) -> bool:
    """«arbeidsledig» is no slip for «arbeidsliv»."""
    return word[:2] == other[:2] and word[-2:] == other[-2:] and abs(len(word) - len(other)) <= 1
