"""Words that are said in passing, in the midst of what asks: the asker's trade, whom they heard it from, the way here.

«We who run a bakery», «my consultant said», «from Oslo to here»: none of these is asked about.
"""

import re

_SMALL = r"(?:(?:en?|et|ein|eit?|ei|lite[nt]?|lita|små|egen|eigen|eget|eige|an?|the|our|small|little|own) )*"
_SAYS = (
    r"(?:har |has |have )?(?:sa|sier|seier|sagt|fortalte|fortalde|fortalt|nevnte|nemnde|nevner|nemner|påstår|hevd\w+"
    r"|snakk\w+ om|hørte|høyrde|tipset|tipsa|says?|said|told|tells|mentioned|mentions|talk(?:s|ed) about|claim(?:s|ed)"
    r"|insist(?:s|ed)|reckons?)\b"
)
_WISHES = r"(?:har lyst|vil|ønsk\w+|tren(?:ger|g)|skal|wants?|needs?|would like)\b"
_MINE = "(?:min|mi|mitt|vår|vårt)"
_TRADE = re.compile(
    rf"\b(?:vi|me|oss|jeg|eg|æ|dere|dykk|dei|dem|folk) som (?:har|driv|driver|eier|eig|leier|leiger) {_SMALL}(\w+)"
    rf"|\b(?:vi|me|jeg|eg) er {_SMALL}(\w+) (?:som|og|med)\b|\b(?:we are|i am) {_SMALL}(\w+) (?:that|who|with|and)\b"
    rf"|\b(?:utenfor|utanfor|rundt) (\w+) {_MINE}\b|\b(?:outside|around) (?:my|our) (\w+)"
    rf"|\b(\w+) {_MINE} {_WISHES}|\b(?:my|our) (\w+) {_WISHES}"
    rf"|\b(?:we|us|me|i|those|people) (?:who|that) (?:have|runs?|owns?|rent) {_SMALL}(\w+)"
)
_SPEAKER = re.compile(
    rf"\b(\w+) (?:min|mi|mitt|vår|vårt|hennes|hans) {_SAYS}"
    rf"|\b(?:en|ein|ei|et|eit|min|mi|vår) (\w+) {_SAYS}|\b(?:my|our|an?) (?:\w+ )?(\w+) {_SAYS}"
)
_HERE = re.compile(
    r"\b(?:fra|frå|from) (\w+) (?:og |ut |opp |inn |out |up |all the way )*(?:hit|til lørenskog|(?:to )?here\b"
    r"|to lørenskog)"
)


def beside(question: str) -> frozenset[str]:
    """The asker's trade, and who told them."""
    return _found(question, _TRADE, _SPEAKER)


def on_the_way(question: str) -> frozenset[str]:
    """Places from where something comes here."""
    return _found(question, _HERE)


def _found(question: str, *turns: re.Pattern[str]) -> frozenset[str]:
    low = " ".join(question.lower().split())
    return frozenset(word for turn in turns for found in turn.finditer(low) for word in found.groups() if word)
