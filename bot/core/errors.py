"""The one error whose words a person may read."""

from bot.core.texts import Lang, Text


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
