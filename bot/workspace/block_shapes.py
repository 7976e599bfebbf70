"""Every block and view with its fields and limits, as a table."""

from collections.abc import Iterator
from typing import Any

from bot.workspace.block_rules import Rule, both, by_type, fault, flag, many, number, one_of, shape, string
from bot.workspace.element_shapes import (
    CHOSEN,
    CLICKED,
    CONTEXT_ACTIONS,
    FILE_INPUT,
    ID,
    IMAGE,
    MRKDWN,
    PLAIN_TEXT,
    RICH_TEXT,
    SLACK_FILE,
    TYPED,
    one_file,
    plain,
    words,
)

# --- charts ---

LABEL = string(20, 1)
POINT = shape(must_label=LABEL, must_value=number())
AXES = shape(must_categories=many(LABEL, 20), x_label=string(50), y_label=string(50))
SERIES = shape(must_series=many(shape(must_name=LABEL, must_data=many(POINT, 20)), 6), must_axis_config=AXES)
PIE = shape(must_segments=many(shape(must_label=LABEL, must_value=number(above=0)), 6))


def same_categories(value: Any, at: str) -> Iterator[str]:
    """Each series names its points as the axis does."""
    try:
        categories = value["axis_config"]["categories"]
        labels = [[point["label"] for point in series["data"]] for series in value["series"]]
    except (KeyError, TypeError):
        return
    for i, names in enumerate(labels):
        if names != categories:
            yield fault("labels must match the categories", f"{at}/series/{i}/data")


DRAWN = both(SERIES, same_categories)
CHART = by_type(bar=DRAWN, line=DRAWN, area=DRAWN, pie=PIE)


# --- blocks ---


def block(**fields: Rule) -> Rule:
    return shape(block_id=ID, **fields)


def text_or_fields(value: Any, at: str) -> Iterator[str]:
    if not value.get("text") and not value.get("fields"):
        yield fault("needs text or fields", at)


CELLS = {"raw_text": shape(must_text=string()), "raw_number": shape(must_text=string(), must_value=number())}
CELL = by_type(rich_text=RICH_TEXT, **CELLS)
COLUMN = shape(align=one_of("left", "center", "right"), is_wrapped=flag)
SECTION = block(
    text=words(3000),
    fields=many(words(2000), 10),
    accessory=by_type(image=IMAGE, **CLICKED, **CHOSEN),
    expand=flag,
)

EVERYWHERE: dict[str, Rule] = {
    "actions": block(must_elements=many(by_type(rich_text_input=TYPED["rich_text_input"], **CLICKED, **CHOSEN), 25)),
    "context": block(must_elements=many(by_type(image=IMAGE, plain_text=PLAIN_TEXT, mrkdwn=MRKDWN), 10)),
    "divider": block(),
    "header": block(must_text=plain(150)),
    "image": both(
        block(must_alt_text=string(2000), title=plain(2000), image_url=string(3000, 1), slack_file=SLACK_FILE),
        one_file,
    ),
    "input": block(
        must_label=plain(2000),
        must_element=by_type(file_input=FILE_INPUT, **CHOSEN, **TYPED),
        hint=plain(2000),
        optional=flag,
        dispatch_action=flag,
    ),
    "rich_text": RICH_TEXT,
    "section": both(SECTION, text_or_fields),
}
MESSAGE_AND_HOME: dict[str, Rule] = {
    "data_visualization": block(must_title=string(50, 1), must_chart=CHART),
    "table": block(must_rows=many(many(CELL, 20), 100), column_settings=many(COLUMN, 20)),
    "data_table": block(
        must_caption=string(3000, 1),
        must_rows=many(many(CELL, 20), 101, 2),
        page_size=number(1, 100),
        row_header_column_index=number(0, 19),
    ),
}
MESSAGE: dict[str, Rule] = {
    "markdown": block(must_text=string(12_000, 1)),
    "context_actions": block(must_elements=many(by_type(**CONTEXT_ACTIONS), 5)),
}
MODAL: dict[str, Rule] = {
    "alert": block(must_text=words(200), level=one_of("default", "info", "warning", "error", "success")),
}

BLOCKS = {
    "message": by_type(**EVERYWHERE, **MESSAGE_AND_HOME, **MESSAGE),
    "home": by_type(**EVERYWHERE, **MESSAGE_AND_HOME),
    "modal": by_type(**EVERYWHERE, **MODAL),
}

VIEW: dict[str, Rule] = {
    "must_blocks": many(BLOCKS["modal"], 100),
    "callback_id": ID,
    "private_metadata": string(3000),
    "external_id": ID,
}
SURFACES = {
    "message": many(BLOCKS["message"], 50, 0),
    "home": by_type(home=shape(**VIEW | {"must_blocks": many(BLOCKS["home"], 100, 0)})),
    "modal": by_type(
        modal=shape(
            must_title=plain(24),
            submit=plain(24),
            close=plain(24),
            clear_on_close=flag,
            notify_on_close=flag,
            submit_disabled=flag,
            **VIEW,
        )
    ),
}
