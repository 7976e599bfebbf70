"""Every text, option and interactive element with its fields and limits, as a table."""

from collections.abc import Iterator
from typing import Any

from bot.workspace.block_rules import (
    Rule,
    anything,
    both,
    by_type,
    fault,
    flag,
    many,
    number,
    one_of,
    shape,
    string,
)

ID = string(255)
PLAIN_TEXT = shape(must_text=string(3000, 1), emoji=flag)
MRKDWN = shape(must_text=string(3000, 1), verbatim=flag)
DATE = string(10, pattern=r"\d{4}-\d\d-\d\d")
TIME = string(5, pattern=r"\d\d:\d\d")


# --- texts and options ---


def plain(most: int = 3000) -> Rule:
    return by_type(plain_text=shape(must_text=string(most, 1), emoji=flag))


def words(most: int = 3000) -> Rule:
    """Plain text or mrkdwn."""
    return by_type(
        plain_text=shape(must_text=string(most, 1), emoji=flag), mrkdwn=shape(must_text=string(most, 1), verbatim=flag)
    )


def option(text: Rule) -> Rule:
    return shape(must_text=text, must_value=string(150, 1), description=words(75), url=string(3000))


CONFIRM = shape(
    must_title=plain(100),
    must_text=words(300),
    must_confirm=plain(30),
    must_deny=plain(30),
    style=one_of("primary", "danger"),
)
SLACK_FILE = shape(id=string(), url=string())
GROUP = shape(must_label=plain(75), must_options=many(option(plain(75)), 100))
FILTER = shape(
    include=many(one_of("im", "mpim", "private", "public"), 4),
    exclude_external_shared_channels=flag,
    exclude_bot_users=flag,
)


# --- elements ---


def element(**fields: Rule) -> Rule:
    return shape(action_id=ID, **fields)


def select(**fields: Rule) -> Rule:
    return element(placeholder=plain(150), confirm=CONFIRM, focus_on_load=flag, **fields)


def typed(**fields: Rule) -> Rule:
    dispatch = shape(trigger_actions_on=many(one_of("on_enter_pressed", "on_character_entered"), 2))
    return element(placeholder=plain(150), focus_on_load=flag, dispatch_action_config=dispatch, **fields)


def choices(text: Rule, most: int, **fields: Rule) -> Rule:
    return element(must_options=many(option(text), most), confirm=CONFIRM, focus_on_load=flag, **fields)


def options_once(value: Any, at: str) -> Iterator[str]:
    if ("options" in value) == ("option_groups" in value):
        yield fault("needs either options or option_groups", at)


def known_beginning(value: Any, at: str) -> Iterator[str]:
    """What is chosen at first must be among the options, word for word."""
    groups = value.get("option_groups") or [value]
    offered = [option for group in groups if isinstance(group, dict) for option in group.get("options") or []]
    first = value.get("initial_options") or [value[key] for key in ("initial_option",) if key in value]
    if any(option not in offered for option in first):
        yield fault("initial option is not among the options", at)


def one_file(value: Any, at: str) -> Iterator[str]:
    if ("image_url" in value) == ("slack_file" in value):
        yield fault("needs either image_url or slack_file", at)


FROM_LIST = {"options": many(option(plain(75)), 100), "option_groups": many(GROUP, 100)}
SOME = number(1)
BUTTON = element(
    must_text=plain(75),
    value=string(2000),
    url=string(3000),
    style=one_of("primary", "danger"),
    confirm=CONFIRM,
    accessibility_label=string(75),
    agent_prompt=string(4000),
    agent_prompt_display=string(),
    visible_to_user_ids=many(string(), 100),
)
FEEDBACK = shape(must_text=plain(75), must_value=string(2000), accessibility_label=string(75))
IMAGE = both(shape(must_alt_text=string(2000), image_url=string(3000, 1), slack_file=SLACK_FILE), one_file)
STYLE = shape(
    bold=flag, italic=flag, strike=flag, code=flag, underline=flag, highlight=flag, client_highlight=flag, unlink=flag
)
SPAN = by_type(
    text=shape(must_text=string(40_000, 1), style=STYLE),
    link=shape(must_url=string(), text=string(), unsafe=flag, style=STYLE),
    user=shape(must_user_id=string(), style=STYLE),
    channel=shape(must_channel_id=string(), style=STYLE),
    usergroup=shape(must_usergroup_id=string(), style=STYLE),
    team=shape(must_team_id=string(), style=STYLE),
    emoji=shape(must_name=string(), unicode=string(), url=string(), style=STYLE),
    broadcast=shape(must_range=one_of("here", "channel", "everyone"), style=STYLE),
    date=shape(must_timestamp=number(), must_format=string(), url=string(), fallback=string(), style=STYLE),
    color=shape(must_value=string(), style=STYLE),
)
SPANS = many(SPAN, 1000)
LIST = shape(
    must_style=one_of("bullet", "ordered"),
    must_elements=many(by_type(rich_text_section=shape(must_elements=SPANS)), 1000),
    indent=number(0, 8),
    offset=number(0),
    border=number(0, 1),
)
PARAGRAPH = by_type(
    rich_text_section=shape(must_elements=many(SPAN, 1000, 0)),
    rich_text_list=LIST,
    rich_text_quote=shape(must_elements=SPANS, border=number(0, 1)),
    rich_text_preformatted=shape(must_elements=SPANS, border=number(0, 1), language=string()),
)
RICH_TEXT = shape(block_id=ID, must_elements=many(PARAGRAPH, 1000))

CLICKED: dict[str, Rule] = {
    "button": BUTTON,
    "workflow_button": element(
        must_text=plain(75), must_workflow=anything, style=one_of("primary", "danger"), accessibility_label=string(75)
    ),
    "overflow": element(must_options=many(option(plain(75)), 5), confirm=CONFIRM),
}
CHOSEN: dict[str, Rule] = {
    "checkboxes": both(choices(words(75), 10, initial_options=many(anything, 10)), known_beginning),
    "radio_buttons": both(choices(words(75), 10, initial_option=anything), known_beginning),
    "static_select": both(select(initial_option=anything, **FROM_LIST), options_once, known_beginning),
    "multi_static_select": both(
        select(initial_options=many(anything, 100), max_selected_items=SOME, **FROM_LIST), options_once, known_beginning
    ),
    "external_select": select(initial_option=option(plain(75)), min_query_length=number(0)),
    "multi_external_select": select(
        initial_options=many(option(plain(75)), 100), min_query_length=number(0), max_selected_items=SOME
    ),
    "users_select": select(initial_user=string()),
    "multi_users_select": select(initial_users=many(string(), 100), max_selected_items=SOME),
    "channels_select": select(initial_channel=string(), response_url_enabled=flag),
    "multi_channels_select": select(initial_channels=many(string(), 100), max_selected_items=SOME),
    "conversations_select": select(
        initial_conversation=string(), default_to_current_conversation=flag, response_url_enabled=flag, filter=FILTER
    ),
    "multi_conversations_select": select(
        initial_conversations=many(string(), 100),
        default_to_current_conversation=flag,
        filter=FILTER,
        max_selected_items=SOME,
    ),
    "datepicker": select(initial_date=DATE),
    "timepicker": select(initial_time=TIME, timezone=string()),
    "datetimepicker": element(initial_date_time=number(10**9), confirm=CONFIRM, focus_on_load=flag),
}
TYPED: dict[str, Rule] = {
    "plain_text_input": typed(
        initial_value=string(3000), multiline=flag, min_length=number(0, 3000), max_length=number(1, 3000)
    ),
    "email_text_input": typed(initial_value=string(3000)),
    "url_text_input": typed(initial_value=string(3000)),
    "number_input": typed(must_is_decimal_allowed=flag, initial_value=string(), min_value=string(), max_value=string()),
    "rich_text_input": typed(initial_value=by_type(rich_text=RICH_TEXT), min_lines=SOME, max_lines=SOME),
}
FILE_INPUT = element(filetypes=many(string(), 100), max_files=number(1, 10))
CONTEXT_ACTIONS: dict[str, Rule] = {
    "feedback_buttons": element(must_positive_button=FEEDBACK, must_negative_button=FEEDBACK),
    "icon_button": element(
        must_icon=string(),
        must_text=plain(75),
        value=string(2000),
        confirm=CONFIRM,
        accessibility_label=string(75),
        visible_to_user_ids=many(string(), 100),
    ),
}
