"""The windows in which premises are looked for, put out and changed."""

from collections.abc import Mapping
from datetime import date

from bot.core.blocks import Block, View, context, input_of, modal, plain, select
from bot.core.texts import LANGUAGE_NAMES, LANGUAGES, Lang, Text
from bot.domain.premises.offering import LARGEST, LONGEST_LINE, LONGEST_TEXT, LONGEST_TITLE
from bot.domain.premises.rows import CAPS, KINDS, PRICES, Premises
from bot.domain.premises.searching import Search
from bot.slack.words import CANCEL, FALLS_BACK, PICK, POST, SAVE, TEXT_IN
from handlers.premises import words

NONE = "-"  # the value of a choice that stands for nothing, as Slack takes no empty one


def search(lang: Lang, wanted: Search, areas: Mapping[str, Text]) -> View:
    kinds = [(NONE, words.ANY_KIND[lang]), *((kind, name[lang]) for kind, name in KINDS.items())]
    places = [(NONE, words.ANY_AREA[lang]), *((area, name[lang]) for area, name in areas.items())]
    prices = [(price, words.BELOW[lang].format(most=price)) for price in CAPS]
    price = select("price", PICK[lang], prices, wanted.price)
    blocks = [
        input_of("kind", words.KIND[lang], select("kind", PICK[lang], kinds, wanted.kind or NONE)),
        input_of("area", words.AREA[lang], select("area", PICK[lang], places, wanted.area or NONE)),
        input_of("size", words.WANTED_SIZE[lang], _number("size", wanted.size), optional=True),
        input_of("price", words.WANTED_PRICE[lang], price, optional=True, hint=words.WANTED_PRICE_HINT[lang]),
        input_of("by", words.WANTED_BY[lang], _date("by", wanted.by), optional=True),
    ]
    return modal("premises.find", words.SEARCH[lang], blocks, submit=words.SEARCH[lang], close=CANCEL[lang])


def new(lang: Lang, person: str, company: str, areas: Mapping[str, Text]) -> View:
    """`company`: the name of the person's; empty where they have none."""
    for_whom = [context(words.AS_COMPANY(lang, company=company))] if company else []
    blocks = [*for_whom, *_fields(lang, None, person, areas), context(words.ALL_SEE[lang])]
    return modal("premises.create", words.NEW[lang], blocks, submit=POST[lang], close=CANCEL[lang])


def edit(lang: Lang, premises: Premises, areas: Mapping[str, Text]) -> View:
    data = f"{premises.id} {premises.version}"
    blocks = [*_fields(lang, premises, premises.contact_person, areas), context(words.ALL_SEE[lang])]
    return modal("premises.change", words.EDIT_TITLE[lang], blocks, submit=SAVE[lang], close=CANCEL[lang], data=data)


def _fields(lang: Lang, known: Premises | None, person: str | None, areas: Mapping[str, Text]) -> list[Block]:
    """What is needed first, the other languages last."""
    kinds = [(kind, name[lang]) for kind, name in KINDS.items()]
    places = [(NONE, words.OTHER_AREA[lang]), *((area, name[lang]) for area, name in areas.items())]
    prices = [(NONE, words.NO_PRICE[lang]), *((price, name[lang]) for price, name in PRICES.items())]
    price = select("price", PICK[lang], prices, (known and known.price) or NONE)
    least, most = (known.least, known.most) if known else (None, None)
    more = _number("most", most if most != least else None)
    users: Block = {"type": "users_select", "action_id": "contact_person", "placeholder": plain(PICK[lang])}
    users |= {"initial_user": person} if person else {}
    role = _typed("contact", known.contact if known else "", LONGEST_LINE)
    where = select("area", PICK[lang], places, (known.area or NONE) if known else None)
    return [
        *_words(lang, "nb", known),
        input_of("kind", words.KIND[lang], select("kind", PICK[lang], kinds, known.kind if known else None)),
        input_of("area", words.AREA[lang], where),
        input_of("address", words.STREET[lang], _typed("address", known.address if known else "", LONGEST_LINE))
        | OPTIONAL,
        input_of("least", words.LEAST[lang], _number("least", least)),
        input_of("most", words.MOST[lang], more, optional=True, hint=words.MOST_HINT[lang]),
        input_of("price", words.YEARLY[lang], price),
        input_of(
            "free_from",
            words.FREE_FROM[lang],
            _date("free_from", known.free_from if known else None),
            optional=True,
            hint=words.FREE_FROM_HINT[lang],
        ),
        input_of("contact_person", words.PERSON[lang], users, optional=True),
        input_of("contact", words.ROLE[lang], role, optional=True, hint=words.ROLE_HINT[lang]),
        *(block for each in LANGUAGES if each != "nb" for block in _words(lang, each, known)),
    ]


OPTIONAL = {"optional": True}


def _words(lang: Lang, each: Lang, known: Premises | None) -> list[Block]:
    title, text = (known.title.get(each, ""), known.text.get(each, "")) if known else ("", "")
    hint, language = "" if each == "nb" else FALLS_BACK[lang], LANGUAGE_NAMES[each][lang]
    heading = _typed(f"title_{each}", title, LONGEST_TITLE)
    about = _typed(f"text_{each}", text, LONGEST_TEXT) | {"multiline": True}
    return [
        input_of(f"title_{each}", words.NAME(lang, language=language), heading, optional=each != "nb", hint=hint),
        input_of(f"text_{each}", TEXT_IN(lang, language=language), about, optional=True),
    ]


def _typed(name: str, initial: str, longest: int) -> Block:
    element: Block = {"type": "plain_text_input", "action_id": name, "max_length": longest}
    return element | ({"initial_value": initial} if initial else {})


def _number(name: str, initial: int | None) -> Block:
    element: Block = {"type": "number_input", "action_id": name, "is_decimal_allowed": False}
    element |= {"min_value": "1", "max_value": str(LARGEST)}
    return element | ({"initial_value": str(initial)} if initial else {})


def _date(name: str, on: date | None) -> Block:
    return {"type": "datepicker", "action_id": name} | ({"initial_date": on.isoformat()} if on else {})
