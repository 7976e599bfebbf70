"""One entry of the knowledge base: what we know about one thing, in three languages, with its source."""

from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, field_validator, model_validator

from bot.core.texts import LANGUAGES, Lang, Text

Kind = Literal[
    "area",
    "contact",
    "event",
    "figure",
    "finding",
    "measure",
    "organisation",
    "passage",
    "plan",
    "procedure",
    "scheme",
]
Aim = Literal["idea", "start", "growth", "develop", "research", "hire", "reduced", "apprentice", "placement", "energy"]
"""What a company is up to: its phase, developing something new, research, whom it takes on, measures for energy."""
Place = Literal["lorenskog", "akershus"]
Bar = Literal["same_costs", "before_costs", "before_start", "state_aid"]
"""What excludes support: a second grant for the same costs, costs or a start before the application, state aid."""
YEAR = timedelta(days=365)  # from one check of an entry to the next
BUTTON = 75  # Slack's limit for the text of a button, where `question` is shown


def first_day(as_of: str) -> date:
    """Of a year, a month or a day; raises ValueError where there is no such day."""
    year, month, day = [*as_of.split("-"), "1", "1"][:3]
    return date(int(year), int(month), int(day))


class Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Source(Model):
    """Where an entry has it from: a document, the heading in it, and the place under that heading."""

    document: str
    section: str
    position: str
    as_of: str = Field(pattern=r"^\d{4}(-\d{2}(-\d{2})?)?$")
    url: str | None = Field(default=None, pattern=r"^https?://")

    @field_validator("as_of")
    @classmethod
    def a_day(cls, value: str) -> str:
        first_day(value)
        return value


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


def _complete(words: Text) -> Text:
    if missing := [lang for lang in LANGUAGES if not words[lang].strip()]:
        raise ValueError(f"is missing in {', '.join(missing)}")
    return words


Words = Annotated[Text, AfterValidator(_complete)]


class Fits(Model):
    """Whom a scheme is for. An empty field asks nothing; only what a source says stands here.

    `aims`: the company must have one of them. `under`: younger than so many years; `exceptionally`: sometimes older.
    `place`: the company must be there. `needs`: what else must hold, that the company knows best.
    `uncertain`: why it may not be there any more. `where`: whom to turn to.
    """

    aims: Annotated[tuple[Aim, ...], Field(min_length=1)]
    registered: bool = False
    under: int | None = None
    exceptionally: int | None = None
    place: Place | None = None
    needs: Words | None = None
    uncertain: Words | None = None
    decides: Words
    bars: tuple[Bar, ...] = ()
    where: str = Field(pattern=r"^https?://")


class Process(Model):
    """How a matter goes: its `steps`, what to have `ready`, and the usual `time` where a source says it."""

    steps: Annotated[tuple[Words, ...], Field(min_length=1)]
    ready: tuple[Words, ...] = ()
    time: Words | None = None


class Entry(Model):
    """`text`: one to three sentences, the first holds the fact. `question`: the one that it answers, as a button.

    `aliases`: other names of the thing; `asks`: other ways to ask; both in any language.
    `topics` and `areas`: words of the vocabulary and ids of area entries that the entry is about.
    `contact`: only for kind contact. `handled_by`: the id of the contact entry that helps with this.
    `fits`: only for kind scheme. `process`: only for kind procedure.
    `facts`: plain values that `text` states. `verified`: none means not checked since the source.
    `history`: it tells on purpose of what is over.
    `responsible`: the role that looks after it. `next_check`: when it is to be looked at again, if not after a year.
    A passage stands as it is in an imported document, in the document's language, with its heading as title.
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
    fits: Fits | None = None
    process: Process | None = None
    links: tuple[str, ...] = ()
    valid: Valid = Valid()
    deadline: date | None = None
    history: bool = False
    verified: Verified | None = None
    responsible: str | None = None
    next_check: date | None = None
    reviewed: dict[Lang, bool] = {"nb": True, "nn": False, "en": True}

    @model_validator(mode="after")
    def sound(self) -> "Entry":
        if (self.kind == "contact") != (self.contact is not None):
            raise ValueError("`contact` belongs to entries of kind contact, and to those alone")
        for kind, field in (("scheme", "fits"), ("procedure", "process")):
            if getattr(self, field) is not None and self.kind != kind:
                raise ValueError(f"`{field}` belongs to entries of kind {kind} alone")
        for lang in LANGUAGES:
            if len(self.question[lang]) > BUTTON:
                raise ValueError(f"question.{lang} is longer than {BUTTON} characters")
        return self

    @property
    def check_by(self) -> date:
        """When it is to be looked at again: a year after the last check, or after its source where there was none."""
        if self.next_check:
            return self.next_check
        since = self.verified.on if self.verified else first_day(max(source.as_of for source in self.source))
        return since + YEAR
