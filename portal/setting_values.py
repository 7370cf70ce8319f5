"""What a value of the environment may be; a mistake is named by its variable, not repeated."""

import re
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import SplitResult, urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from assessments.text import LANGUAGES, Language, Text

HOST = re.compile(r"[\w.-]+", re.ASCII)
MAILBOX = re.compile(r"[^@\r\n]+@[^@\r\n]+")
SENT = ("smtp", "smtps")
KEPT_HERE = ("console", "locmem")
COUNTED = ("memory", "redis", "rediss")


class BadSetting(Exception):
    """A setting is not usable. ``message`` names the variable and what it may be."""

    def __init__(self, ja: str, en: str) -> None:
        self.message = Text(ja, en)
        super().__init__(en)


def database_url(url: str, name: str) -> str:
    """A file by its whole path, or a PostgreSQL server with the driver that we use."""
    if url.startswith("sqlite:///"):
        if not Path(url.removeprefix("sqlite:///")).is_absolute():
            raise BadSetting(
                f"{name} には絶対パスを指定してください: sqlite:////srv/portal/portal.db",
                f"{name} must hold a whole path: sqlite:////srv/portal/portal.db",
            )
        return url
    server = re.sub(r"^postgresql(\+psycopg)?://", "postgresql+psycopg://", url)
    if _parts(server, name).scheme != "postgresql+psycopg":
        raise BadSetting(
            f"{name} は sqlite:/// または postgresql:// で始めてください。",
            f"{name} must start with sqlite:/// or postgresql://",
        )
    return server


def base_url(given: Mapping[str, str], name: str, default: str) -> str:
    """Scheme, host and perhaps a port, without a slash at its end."""
    url = given.get(name, default).rstrip("/")
    parts = _parts(url, name)
    is_bare = not any((parts.path, parts.query, parts.fragment, "@" in parts.netloc))
    is_web = parts.scheme in ("http", "https") and HOST.fullmatch(parts.hostname or "")
    if not (is_bare and is_web):
        raise BadSetting(
            f"{name} は https://portal.example.com のように指定してください。",
            f"{name} must look like https://portal.example.com",
        )
    return url


def mail_url(given: Mapping[str, str], name: str, default: str) -> str:
    url = given.get(name, default)
    parts = _parts(url, name)
    if parts.scheme in KEPT_HERE or (parts.scheme in SENT and parts.hostname):
        return url
    raise BadSetting(
        f"{name} には console://、smtp://host、smtps://host のいずれかを指定してください。",
        f"{name} must be console://, smtp://host or smtps://host",
    )


def mail_from(given: Mapping[str, str], name: str, default: str) -> str:
    address = given.get(name, default)
    if not MAILBOX.fullmatch(address):
        raise BadSetting(
            f"{name} には portal@example.com のようなアドレスを指定してください。",
            f"{name} must be an address such as portal@example.com",
        )
    return address


def rate_limit_url(given: Mapping[str, str], name: str, default: str) -> str:
    url = given.get(name, default)
    scheme = _parts(url, name).scheme
    if scheme not in COUNTED:
        raise BadSetting(
            f"{name} には memory:// または redis://host を指定してください。",
            f"{name} must be memory:// or redis://host",
        )
    if scheme != "memory" and find_spec("redis") is None:
        raise BadSetting(
            f"{name} にはパッケージ redis が必要です: pip install 'limits[redis]'",
            f"{name} needs the package redis: pip install 'limits[redis]'",
        )
    return url


def language(given: Mapping[str, str], name: str, default: Language) -> Language:
    word = given.get(name, default)
    for each in LANGUAGES:
        if word == each:
            return each
    raise BadSetting(f"{name} には ja または en を指定してください。", f"{name} must be ja or en")


def time_zone(given: Mapping[str, str], name: str, default: str) -> str:
    zone = given.get(name, default)
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as problem:
        raise BadSetting(
            f"{name} には Asia/Tokyo のような名前を指定してください。",
            f"{name} must be a name such as Asia/Tokyo",
        ) from problem
    return zone


def number(given: Mapping[str, str], name: str, default: int, allowed: range) -> int:
    word = given.get(name, str(default))
    if not (word.isascii() and word.isdigit() and int(word) in allowed):
        raise BadSetting(
            f"{name} には{allowed[0]}〜{allowed[-1]}の整数を指定してください。",
            f"{name} must be a whole number from {allowed[0]} to {allowed[-1]}",
        )
    return int(word)


def flag(given: Mapping[str, str], name: str) -> bool:
    word = given.get(name, "0")
    if word not in ("0", "1"):
        raise BadSetting(f"{name} には 0 または 1 を指定してください。", f"{name} must be 0 or 1")
    return word == "1"


def _parts(url: str, name: str) -> SplitResult:
    """The parts of a URL whose port, if there is one, is a number that ports have."""
    try:
        parts = urlsplit(url)
        if parts.port is None or parts.port:
            return parts
    except ValueError:
        pass
    # The problem itself is kept quiet: it may quote a password.
    raise BadSetting(f"{name} はURLとして使えません。", f"{name} is not a usable URL")
