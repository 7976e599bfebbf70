"""What is said in a conversation when somebody asks for vacant premises."""

from collections.abc import Sequence

from bot.core.texts import LANGUAGES, Counted, Lang, Text, series

TONGUES = LANGUAGES
TITLE = Text(nb="Oversikten over ledige lokaler", nn="Oversikta over ledige lokale", en="The list of vacant premises")
ONE = Text(nb="«{title}»: {facts}.", nn="«{title}»: {facts}.", en="“{title}”: {facts}.")
MORE = Counted(
    Text(nb="{count} til passer.", nn="{count} til passar.", en="{count} more fits."),
    Text(nb="{count} til passer.", nn="{count} til passar.", en="{count} more fit."),
)
WHERE = Text(
    nb="Kontakt og flere opplysninger står i oversikten: `/naering lokaler`.",
    nn="Kontakt og fleire opplysningar står i oversikta: `/naering lokale`.",
    en="Contact and more stand in the overview: `/naering premises`.",
)
KINDS: dict[str, Text] = {
    "": Text(nb="ledige lokaler", nn="ledige lokale", en="vacant premises"),
    "office": Text(nb="ledige kontorer", nn="ledige kontor", en="vacant offices"),
    "shop": Text(nb="ledige butikklokaler", nn="ledige butikklokale", en="vacant shops"),
    "warehouse": Text(nb="ledige lagerlokaler", nn="ledige lagerlokale", en="vacant warehouses"),
    "site": Text(nb="ledige tomter", nn="ledige tomter", en="vacant sites"),
}
OF_SIZE = Text(nb=" på minst {size} m²", nn=" på minst {size} m²", en=" of at least {size} m²")
FOR_AREA = Text(nb=" for {areas}", nn=" for {areas}", en=" for {areas}")
NONE = Text(
    nb="Ingen {kind}{size} står oppført{area} nå.",
    nn="Ingen {kind}{size} står oppførte{area} no.",
    en="No {kind}{size} are listed{area} just now.",
)
CHANGED = Text(
    nb="Oversikten ble sist endret {day}.",
    nn="Oversikta vart sist endra {day}.",
    en="The overview was last changed on {day}.",
)
HEAR = Text(
    nb="Med `/naering lokaler` kan du få vite om nye.",
    nn="Med `/naering lokale` kan du få vite om nye.",
    en="With `/naering premises` you can hear of new ones.",
)


def further(lang: Lang, more: int) -> str:
    """How many more fit, and where to look."""
    return " ".join([*([MORE(lang, more)] if more > 0 else []), WHERE[lang]])


def none(lang: Lang, kind: str, size: str, areas: Sequence[str], day: str) -> str:
    """That nothing is listed, and when the list was last touched. Plain words: empty where they do not apply."""
    said = NONE[lang].format(
        kind=KINDS[kind][lang],
        size=OF_SIZE[lang].format(size=size) if size else "",
        area=FOR_AREA[lang].format(areas=series(areas, lang)) if areas else "",
    )
    return " ".join([said, *([CHANGED[lang].format(day=day)] if day else []), HEAR[lang]])
