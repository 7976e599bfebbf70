"""The words around whom an announcement is for."""

from bot.core.texts import Text
from bot.domain.companies import rows as companies

RECEIVERS = Text(nb="Mottakere", nn="Mottakarar", en="Receivers")
USE = Text(nb="Bruk utvalget", nn="Bruk utvalet", en="Use this")
RULE = Text(
    nb="Velger du flere i samme felt, holder det med én av dem. Fyller du ut flere felter, må alle stemme. Er alt "
    "tomt, får alle medlemmer den.",
    nn="Vel du fleire i same felt, held det med éin av dei. Fyller du ut fleire felt, må alle stemme. Er alt tomt, får "
    "alle medlemmer ho.",
    en="Several choices in one field: any of them is enough. Several fields: all of them must fit. If all is empty, "
    "all members get it.",
)
KEPT = Text(nb="Begynn med et lagret utvalg", nn="Begynn med eit lagra utval", en="Begin with a saved segment")
DELETE = Text(nb="Slett utvalget", nn="Slett utvalet", en="Delete this segment")
SURE = Text(
    nb="Det forsvinner for alle arrangører. Det som er sendt, står.",
    nn="Det blir borte for alle arrangørar. Det som er sendt, står.",
    en="It goes for all organizers. What has been sent stays.",
)
SAVE_AS = Text(nb="Lagre utvalget med navn", nn="Lagre utvalet med namn", en="Save this segment as")
SAVE_HINT = Text(
    nb="Tomt felt: det blir ikke lagret. Alle arrangører kan bruke det som er lagret.",
    nn="Tomt felt: det blir ikkje lagra. Alle arrangørar kan bruke det som er lagra.",
    en="Left empty: it is not saved. All organizers can use what is saved.",
)
TRAITS = companies.TRAITS | {
    "area": Text(nb="Bedriften holder til i", nn="Bedrifta held til i", en="The company is in"),
    "role": Text(nb="Rolle i nettverket", nn="Rolle i nettverket", en="Role in the network"),
    "interest": Text(nb="Opptatt av", nn="Oppteken av", en="Interested in"),
    "language": Text(nb="Språk", nn="Språk", en="Language"),
}
