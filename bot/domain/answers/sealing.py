"""The keys of anonymous questions: of a poll, say.

A ballot is found again by HMAC(key of the poll, person), so that it can be changed while the poll is open. The poll's
key is random and stands in the database sealed with a secret that does not: encrypted by XOR with an HMAC of the
secret and the poll (its 32 bytes are used for this one key only), and authenticated by another HMAC. When the poll
closes the key is destroyed. A copy of the database taken before that, together with the secret, can tell who answered
what; either of them alone cannot. The running process has both.
"""

import hmac
import os
import secrets
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

import sqlalchemy as sa

from bot.core.errors import UserError
from bot.core.settings import Settings
from bot.core.texts import Text

FILE = "ballot-secret"
NO_SECRET = Text(
    nb="Anonyme målinger er ikke satt opp her ennå: BALLOT_SECRET mangler. Spør den som drifter boten.",
    nn="Anonyme målingar er ikkje sette opp her enno: BALLOT_SECRET manglar. Spør den som driftar boten.",
    en="Anonymous polls have not been set up here yet: BALLOT_SECRET is missing. Ask whoever operates the bot.",
)


class Sealed(Protocol):
    """What people answer anonymously. `key`: sealed, as long as it is open."""

    @property
    def id(self) -> str: ...
    @property
    def key(self) -> str | None: ...


@dataclass(frozen=True)
class Keys:
    """`settings` tell where the secret is; it is read when it is needed first."""

    settings: Settings

    def new(self, poll_id: str) -> str:
        """A random key for a poll, sealed."""
        sealed = _xor(secrets.token_bytes(32), self._derived("seal", poll_id))
        return sealed.hex() + self._mark(poll_id, sealed)

    def ballot(self, poll: Sealed, person: str) -> str | None:
        """The key of a person's ballot; none where the poll was sealed with another secret, or is closed."""
        if poll.key is None:
            return None
        sealed, mark = bytes.fromhex(poll.key[:64]), poll.key[64:]
        if not hmac.compare_digest(mark, self._mark(poll.id, sealed)):
            return None
        key = _xor(sealed, self._derived("seal", poll.id))
        return hmac.digest(key, person.encode(), "sha256").hex()

    def _mark(self, poll_id: str, sealed: bytes) -> str:
        return hmac.digest(self._derived("mark", poll_id), sealed, "sha256").hex()

    def _derived(self, purpose: str, poll_id: str) -> bytes:
        secret = _secret(self.settings.ballot_secret.get_secret_value(), self.settings.database_url)
        return hmac.digest(secret, f"{purpose}:{poll_id}".encode(), "sha256")


def _xor(one: bytes, other: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(one, other, strict=True))


@cache
def _secret(given: str, database_url: str) -> bytes:
    if given:
        return given.encode()
    url = sa.make_url(database_url)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise UserError(NO_SECRET, field="secrecy")
    return _kept(Path(url.database).absolute().parent / FILE)


def _kept(file: Path) -> bytes:
    """The secret beside the database; made where there is none, whole or not at all, once."""
    if not file.exists():
        made = file.with_name(f"{FILE}.{secrets.token_hex(4)}")
        with os.fdopen(os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as out:
            out.write(secrets.token_hex(32))
        try:
            file.hardlink_to(made)
        except FileExistsError:
            pass
        finally:
            made.unlink()
    return file.read_text().strip().encode()
