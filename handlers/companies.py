"""«Om bedriften»: members tell branch, area and size of their company, by which figures are split."""

from collections.abc import Mapping

from sqlalchemy.orm import Session

from bot.core.blocks import Block, View, actions, button, context, input_of, modal, section, select
from bot.core.errors import UserError
from bot.core.texts import Lang, Text
from bot.domain.companies import rows
from bot.domain.companies.rows import BRANCHES, SIZES, TRAITS, Company, Told
from bot.slack.context import Ctx
from bot.slack.feature import Feature, Person
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.slack.words import CANCEL, CLOSE, PICK, SAVE

ABOUT = Text(nb="Om bedriften", nn="Om bedrifta", en="About the company")
WHY = Text(
    nb="Resultater kan vises for hver bransje, hvert område og hver størrelse, men aldri for så få at noen kan "
    "kjennes igjen. Kollegaene dine ser og kan endre det samme.",
    nn="Resultat kan visast for kvar bransje, kvart område og kvar storleik, men aldri for så få at nokon kan "
    "kjennast att. Kollegaene dine ser og kan endre det same.",
    en="Results can be shown for each branch, area and size, but never for so few that anybody can be recognised. "
    "Your colleagues see and can change the same.",
)
SAVED = Text(nb="Lagret.", nn="Lagra.", en="Saved.")


def edit(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        company = rows.of(session, ctx.person)
    if company is None:
        raise UserError(rows.NOT_THERE)
    return Reply(open=form(ctx.lang, company, rows.areas(ctx.parts.library().entries)))


def form(lang: Lang, company: Company, known: Mapping[str, Text]) -> View:
    offered = {
        "branch": [(word, text[lang]) for word, text in BRANCHES.items()],
        "area": [(name, title[lang]) for name, title in known.items()],
        "size": [(word, text[lang]) for word, (_, text) in SIZES.items()],
    }
    fields = [
        input_of(trait, TRAITS[trait][lang], select(trait, PICK[lang], choices, getattr(company, trait)), optional=True)
        for trait, choices in offered.items()
    ]
    name: Block = {"type": "section", "text": {"type": "plain_text", "text": company.name, "emoji": False}}
    blocks = [name, *fields, context(WHY[lang])]
    return modal("companies.save", ABOUT[lang], blocks, submit=SAVE[lang], close=CANCEL[lang])


def save(ctx: Ctx) -> Reply:
    known = {"branch": set(BRANCHES), "area": set(rows.areas(ctx.parts.library().entries)), "size": set(SIZES)}
    told = {trait: picked for trait, words in known.items() if (picked := ctx.fields.get(trait, "")) in words}
    with ctx.once() as session:
        company = rows.of(session, ctx.person)
        rows.describe(session, ctx.person, Told(company.name if company else "", **told))
    return Reply(update=modal("notice", ABOUT[ctx.lang], [section(SAVED[ctx.lang])], close=CLOSE[ctx.lang]))


def home(session: Session, person: Person) -> list[Block]:
    return [actions(button(ABOUT[person.lang], "companies.edit"))] if rows.of(session, person.id) else []


def register(listen: Listen) -> None:
    listen.action("companies.edit", edit)
    listen.view("companies.save", save)


FEATURE = Feature("companies", register, home=home)
