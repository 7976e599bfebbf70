"""The errors whose words a person reads: who uses the bot, and who runs it."""

from bot.core.texts import Lang, Text, escape


class CannotRun(Exception):
    """Words for the operator: why the program ends, and what to do."""


class UserError(Exception):
    """A refusal: what the person did cannot be done, and why, in their language.

    `field` names the input of a form that it belongs to.
    """

    def __init__(self, words: Text, *, field: str | None = None, **values: object) -> None:
        super().__init__(words.en)
        self.words = words
        self.field = field
        self.values = values

    def say(self, lang: Lang) -> str:
        return self.words(lang, **self.values)


SHOWN = 2900  # characters that a section holds, when markup is made harmless
TOO_LONG = Text(
    nb="Skriv kortere her, med høyst {most} tegn.",
    nn="Skriv kortare her, med høgst {most} teikn.",
    en="Write less here, {most} characters at most.",
)
TOO_SPECIAL = Text(
    nb="Skriv kortere her, eller bruk færre spesialtegn.",
    nn="Skriv kortare her, eller bruk færre spesialteikn.",
    en="Write less here, or use fewer special characters.",
)


def short(typed: str, field: str, longest: int) -> str:
    """What was typed in this field; refused where Slack would cut it."""
    if len(typed) > longest:
        raise UserError(TOO_LONG, field=field, most=longest)
    if len(escape(typed)) > SHOWN:
        raise UserError(TOO_SPECIAL, field=field)
    return typed
