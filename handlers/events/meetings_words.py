"""The words around meetings with units of the municipality at an event."""

from bot.core.texts import Text

MEETINGS = Text(nb="Møter", nn="Møte", en="Meetings")
TITLE = Text(nb="Møter med kommunen", nn="Møte med kommunen", en="Meet the municipality")
INTRO = Text(
    nb="Velg en tid, så er møtet ditt med en gang. Hvert møte varer i et kvarter.",
    nn="Vel ei tid, så er møtet ditt med ein gong. Kvart møte varer i eit kvarter.",
    en="Choose a time, and the meeting is yours at once. Each meeting lasts a quarter of an hour.",
)
MINE = Text(nb="*Møtene dine*", nn="*Møta dine*", en="*Your meetings*")
MEETING = Text(nb="{when}: {unit}", nn="{when}: {unit}", en="{when}: {unit}")
IN_CALENDAR = Text(nb="Møte med {unit}: {title}", nn="Møte med {unit}: {title}", en="Meeting with {unit}: {title}")
GIVE_UP = Text(nb="Gi fra deg", nn="Gi frå deg", en="Give up")
FREE = Text(nb="Ledige tider: {free}", nn="Ledige tider: {free}", en="Free times: {free}")
REMINDED = Text(nb="Møtene dine:\n{meetings}", nn="Møta dine:\n{meetings}", en="Your meetings:\n{meetings}")
LOST = Text(
    nb="Det er ikke lenger tid til dette, så det faller bort:\n{meetings}\nVelg gjerne en ny tid under «Møter».",
    nn="Det er ikkje lenger tid til dette, så det fell bort:\n{meetings}\nVel gjerne ei ny tid under «Møte».",
    en="There is no longer time for this, so it falls away:\n{meetings}\nYou are welcome to choose another time under "
    "“Meetings”.",
)
UNITS = Text(nb="Møter med kommunen", nn="Møte med kommunen", en="Meetings with the municipality")
UNITS_HINT = Text(
    nb="En enhet på hver linje. De som kommer, kan bestille møter på et kvarter med hver av dem.",
    nn="Ei eining på kvar linje. Dei som kjem, kan tinge møte på eit kvarter med kvar av dei.",
    en="A unit a line. Those who come can book meetings of a quarter of an hour with each.",
)
