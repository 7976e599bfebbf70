"""How a visitor of the page gets around."""

from playwright.sync_api import Locator, Page


def be(page: Page, name: str) -> None:
    page.get_by_role("link", name=name).first.click()


def go(page: Page, name: str) -> None:
    page.get_by_role("navigation", name="Samtaler").get_by_role("link", name=name).click()


def type_in(page: Page, words: str) -> None:
    """Write a message, or a command, where one is."""
    page.get_by_role("textbox", name="Skriv til").fill(words)
    page.keyboard.press("Enter")


def said(page: Page, words: str) -> Locator:
    """The newest message that holds these words."""
    return page.get_by_role("article").filter(has_text=words).last
