"""One entry of the knowledge base: what we know about one thing, in three languages, with its source."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from bot.core.texts import LANGUAGES, Lang, Text

Kind = Literal[
    "area", "contact", "event", "figure", "finding", "measure", "organisation", "plan", "procedure", "scheme"
]
BUTTON = 75  # Slack's limit for the text of a button, where `question` is shown


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Model):
    """Where an entry has it from: a document, the heading in it, and the place under that heading."""

    document: str
    section: str
    position: str
    as_of: str = Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    url: str | None = Field(default=None, pattern=r"^https?://")


class Contact(Model):
    """A role and the ways to reach it; never a person's name."""

    role: Text
    email: str | None = None
    phone: str | None = None
    url: str | None = Field(default=None, pattern=r"^https?://")

    @model_validator(mode="after")
    def some_way(self) -> "Contact":
        if not (self.email or self.phone or self.url):
            raise ValueError("a contact needs an e-mail, a phone or an address")
        return self


class Valid(Model):
    since: date | None = None
    until: date | None = None


class Verified(Model):
    on: date
    by: str


class Entry(Model):
    """`text`: one to three sentences, the first holds the fact. `question`: the one that it answers, as a button.

    `aliases`: other names of the thing; `asks`: other ways to ask; both in any language.
    `topics` and `areas`: words of the vocabulary and ids of area entries that the entry is about.
    `contact`: only for kind contact. `handled_by`: the id of the contact entry that helps with this.
    `facts`: plain values that `text` states. `verified`: none means not checked since the source.
    """

    id: str = Field(pattern=r"^[a-z0-9_]+(\.[a-z0-9_]+)*$")
    kind: Kind
    title: Text
    text: Text
    question: Text
    source: Annotated[tuple[Source, ...], Field(min_length=1)]
    aliases: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    facts: dict[str, str | int | float] = {}
    contact: Contact | None = None
    handled_by: str | None = None
    links: tuple[str, ...] = ()
    valid: Valid = Valid()
    deadline: date | None = None
    verified: Verified | None = None
    reviewed: dict[Lang, bool] = {"nb": True, "nn": False, "en": True}

    @model_validator(mode="after")
    def sound(self) -> "Entry":
        if (self.kind == "contact") != (self.contact is not None):
            raise ValueError("`contact` belongs to entries of kind contact, and to those alone")
        for lang in LANGUAGES:
            if len(self.question[lang]) > BUTTON:
                raise ValueError(f"question.{lang} is longer than {BUTTON} characters")
        return self
