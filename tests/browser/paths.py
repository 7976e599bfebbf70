"""How a visitor of the page gets around."""

import re

from playwright.sync_api import Locator, Page, expect


def be(page: Page, name: str) -> None:
    page.get_by_role("link", name=name).first.click()
    expect(page.locator("p", has_text=f"Du er: {name}")).to_be_visible()


def go(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Samtaler").get_by_role("link", name=name).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(name)


def type_in(page: Page, words: str) -> None:
    """Write a message, or a command, where one is."""
    page.get_by_role("textbox", name="Skriv til").fill(words)
    page.keyboard.press("Enter")


def said(page: Page, words: str) -> Locator:
    """The newest message that holds these words."""
    return page.get_by_role("article").filter(has_text=words).last


def form(page: Page) -> Locator:
    return page.get_by_role("dialog")


def field(page: Page, label: str) -> Locator:
    """A field of the form: its label, what is filled in, its hint, and what is wrong with it."""
    named = page.locator(".bk-label").filter(has_text=re.compile(rf"^{re.escape(label)}( \(valgfritt\))?$"))
    return form(page).locator("[data-block-id]").filter(has=named)


def refused(page: Page, label: str, sentence: str) -> None:
    """The form says this at the field, in sight, and nothing at another."""
    told = field(page, label).get_by_role("alert")
    expect(told).to_have_text(sentence)
    expect(told).to_be_in_viewport(ratio=1)
    expect(form(page).get_by_role("alert").filter(has_text=re.compile(r"\S"))).to_have_count(1)


def goes_on(page: Page) -> None:
    form(page).locator("button[type=submit]").click()


def closes(page: Page) -> None:
    """The focus is back where it was, so that what is typed next goes where it should."""
    form(page).get_by_role("button", name="Lukk", exact=True).click()
    expect(form(page)).to_have_count(0)
    page.wait_for_function("document.activeElement.tagName === 'BUTTON'")
