"""Whether a role is the name of a person: roles and units stand in the knowledge base, people never do."""

import re

# First names that many in Norway bear.
NAMES = frozenset(
    """anders andreas ane anette anita ann anna anne arild arne asbjørn astrid atle aud axel beate bente berit
    bjarne bjørn bjørg camilla cathrine cecilie christian christine dag daniel einar eirik eivind elin elisabeth
    ellen else emil emilie emma erik erling espen eva finn fredrik frode geir gerd grete gro gunn gunnar gustav
    guri hanna hanne hans harald heidi helene helge henrik hilde håkon håvard ida inge inger ingrid ingunn irene
    ivar jakob jan janne jens jenny joakim johan johanne john jon jonas jorunn julie jørgen kari karin karoline
    kathrine katrine kim kirsten kjell kjersti knut kristian kristin kristine kristoffer lars laila leif lene
    linda line lisa liv magne magnus maja malin marianne marie marit marius markus marte martin mats merete
    mette mona monica morten nils nina nora odd oda ola olav ole oskar otto per petter pål ragnhild randi reidar
    roar roger rolf rune sara silje simen sigrid siri sissel siv solveig stein stian stig stine svein sverre
    synnøve terje thea thomas thor tom tommy tone tor tore torill trine trond trude turid unni vegard vibeke
    vidar vigdis wenche øystein øyvind åge åse åsmund ahmed ali amina fatima ibrahim khadija maria mohamed
    mohammad mohammed muhammad omar yusuf""".split()
)
_NAME = re.compile(r"[A-ZÆØÅ][a-zæøåéöäü]+(?:-[A-ZÆØÅ][a-zæøåéöäü]+)?(?: (?:[A-ZÆØÅ]\.|[A-ZÆØÅ][\w-]+)){1,3}")


def a_person(role: str, email: str = "") -> bool:
    """«Kari Nordmann»; also where an address begins with both names, whatever they are."""
    if not _NAME.fullmatch(role.strip()):
        return False
    first, *_, last = re.split(r"[ -]", role.strip().lower())
    return first in NAMES or f"{first}.{last}" == email.partition("@")[0].lower()
