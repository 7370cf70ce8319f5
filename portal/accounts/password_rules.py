"""What makes a password good: length, and that nobody guesses it from who somebody is.

No rule of composition (NIST SP 800-63B-4, 3.1.1.2): a sentence is as good as a riddle.
"""

import re
from collections.abc import Iterable

from assessments.refusals import Refusal
from assessments.text import Text
from portal.accounts.hashing import normal

SHORTEST, LONGEST = 15, 128
LEAST_OWN = 8
"""So many characters must be left when all that is easy to guess is taken out."""
LEAST_DIFFERENT = 5

OBVIOUS = (
    "password", "passwort", "passw0rd", "p@ssw0rd", "パスワード", "ぱすわーど", "letmein",
    "welcome", "changeme", "iloveyou", "secret", "admin", "qwertyuiop", "qwerty", "asdfghjkl",
    "zxcvbnm", "customersuccess", "カスタマーサクセス", "csmskillportal", "skill", "portal",
    "csm", "demo",
)  # fmt: skip
ROWS = ("0123456789", "1234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm")
RUNS = tuple(run * LONGEST for row in ROWS for run in (row, row[::-1]))
SEPARATORS = re.compile(r"[\s._@-]+")


class PasswordTooShort(Refusal):
    wording = Text(
        "パスワードは{least}文字以上にしてください(現在{length}文字)。",
        "Use at least {least} characters (now {length}).",
    )


class PasswordTooLong(Refusal):
    wording = Text("パスワードは{most}文字以内にしてください。", "Use at most {most} characters.")


class PasswordObvious(Refusal):
    wording = Text(
        "氏名、メールアドレス、よく使われる言葉、並びや繰り返しは推測されやすいため使えません。"
        "関係のない言葉をいくつか並べてください。",
        "This is easy to guess: a name, an address, a common word, a row or a repetition. "
        "Put a few unrelated words together instead.",
    )


def check(password: str, *, name: str, email: str) -> None:
    """Raises PasswordTooShort, PasswordTooLong or PasswordObvious for the person's choice."""
    length = len(normal(password))
    if length < SHORTEST:
        raise PasswordTooShort(least=SHORTEST, length=length)
    if length > LONGEST:
        raise PasswordTooLong(most=LONGEST)
    rest = _without(_squeezed(password), {*OBVIOUS, *_words_of(name), *_words_of(email)})
    is_run = any(rest in run for run in RUNS)
    if is_run or len(rest) < LEAST_OWN or len(set(rest)) < LEAST_DIFFERENT:
        raise PasswordObvious


def _squeezed(words: str) -> str:
    return SEPARATORS.sub("", normal(words).casefold())


def _words_of(text: str) -> Iterable[str]:
    """A name or an address as a whole, and each part of it that is more than an initial."""
    parts = SEPARATORS.split(normal(text).casefold())
    return (_squeezed(text), *(part for part in parts if len(part) > 1))


def _without(password: str, words: Iterable[str]) -> str:
    for word in sorted(words, key=len, reverse=True):
        password = password.replace(word, "")
    return password
