"""Which addresses of the entries lead nowhere: each is called once, a few at a time."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx

from bot.core.texts import Said, same
from knowledge.library import records
from knowledge.reading import Problem, Record

AT_ONCE = 8
TIMEOUT = 15.0  # seconds


def dead(folder: Path | None, shipped: Path | None) -> list[Problem]:
    """A fault for each entry with such an address."""
    named = [(url, record) for record in records(folder, shipped) for url in _urls(record)]
    with httpx.Client(follow_redirects=True, timeout=TIMEOUT) as client, ThreadPoolExecutor(AT_ONCE) as pool:
        urls = sorted({url for url, _ in named})
        wrong = dict(zip(urls, pool.map(lambda url: _fault(client, url), urls), strict=True))
    return [
        record.problem(Said(same("{url} {fault}."), url=url, fault=words), "source")
        for url, record in named
        if (words := wrong[url])
    ]


def _urls(record: Record) -> Iterator[str]:
    yield from dict.fromkeys(source.url for source in record.entry.source if source.url)
    if record.entry.contact and record.entry.contact.url:
        yield record.entry.contact.url


def _fault(client: httpx.Client, url: str) -> str | None:
    try:
        with client.stream("GET", url) as reply:
            return f"answers {reply.status_code}" if reply.status_code >= 400 else None
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        return f"cannot be reached ({type(error).__name__})"
