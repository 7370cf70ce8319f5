"""Passwords as Argon2id hashes. One takes 64 MiB for a moment, so few are computed at a time."""

import unicodedata
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

AT_ONCE = 4

turns = BoundedSemaphore(AT_ONCE)

_hasher = PasswordHasher()


def normal(password: str) -> str:
    """The form that is hashed: the same whichever keyboard typed it (NFKC)."""
    return unicodedata.normalize("NFKC", password)


def hashed(password: str) -> str:
    """An Argon2id hash with a salt of its own."""
    with turns:
        return _hasher.hash(normal(password))


def matches(password: str, stored: str | None) -> bool:
    """Whether this is the stored password. None, nothing stored, takes just as long."""
    if stored is None:
        hashed(password)
        return False
    with turns:
        try:
            return _hasher.verify(stored, normal(password))
        except (VerificationError, InvalidHashError):
            return False


def is_dated(stored: str) -> bool:
    """Whether the hash was made with weaker parameters than those of today."""
    return _hasher.check_needs_rehash(stored)
