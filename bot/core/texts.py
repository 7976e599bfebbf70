"""Words for people, in the three languages we speak."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

Lang = Literal["nb", "nn", "en"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)


@dataclass(frozen=True)
class Text:
    """The same words in bokmål, nynorsk and English.

    `text[lang]` is the words as written; `text(lang, name=value)` fills in values, escaped for Slack.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    nb: str
    nn: str
    en: str

    def __getitem__(self, lang: Lang) -> str:
        return str(getattr(self, lang))

    def __call__(self, lang: Lang, **values: object) -> str:
        return self[lang].format(**{name: escape(str(value)) for name, value in values.items()})


@dataclass(frozen=True)
class Counted:
    """Words with a number in them, `{count}`: how they read of one, and of none or several."""

    one: Text
    more: Text

    def __call__(self, lang: Lang, count: int, **values: object) -> str:
        return (self.one if count == 1 else self.more)(lang, count=count, **values)


AND = Text(nb=" og ", nn=" og ", en=" and ")
OR = Text(nb=" eller ", nn=" eller ", en=" or ")


def series(words: Sequence[str], lang: Lang, between: Text = AND) -> str:
    """«a», «a og b», «a, b og c»."""
    return between[lang].join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


LANGUAGE_NAMES: dict[str, Text] = {
    "nb": Text(nb="bokmål", nn="bokmål", en="bokmål"),
    "nn": Text(nb="nynorsk", nn="nynorsk", en="nynorsk"),
    "en": Text(nb="engelsk", nn="engelsk", en="English"),
}


class Said:
    """A Text with its values, to be read in any language; a value that is a Text is read in the same one."""

    def __init__(self, words: Text, **values: object) -> None:
        self.words, self.values = words, values

    def __getitem__(self, lang: Lang) -> str:
        given = {name: value[lang] if isinstance(value, Text) else value for name, value in self.values.items()}
        return self.words[lang].format(**given)


def same(words: str) -> Text:
    """Words that are alike in every language, such as a name."""
    return Text(nb=words, nn=words, en=words)


def escape(words: str) -> str:
    """Make `words` harmless in Slack's markup: no mention, channel or link can arise from them.

    Source: docs.slack.dev/messaging/formatting-message-text, "Escaping text".
    """
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def bold(words: str) -> str:
    """What somebody wrote, harmless and in bold; stars of its own would end it too early."""
    return f"*{escape(words.replace('*', ''))}*"
