"""Settings: what may stand in each variable, and that a mistake is named by its variable."""

from pathlib import Path

import pytest

from portal.config import Settings, read_settings
from portal.setting_values import BadSetting

REFUSED = {
    "PORTAL_DATABASE_URL": [
        "mysql://root@localhost/portal",
        "sqlite://",
        "sqlite:///",
        "sqlite:///:memory:",
        "sqlite:///portal.db",
        "postgresql://portal@host:port/portal",
        "postgresql://portal@host:99999/portal",
        "portal.db",
    ],
    "PORTAL_BASE_URL": [
        "portal.example.com",
        "ftp://portal.example.com",
        "https://",
        "https://portal.example.com/csm",
        "https://portal.example.com?x=1",
        "https://portal.example.com#top",
        "https://user:word@portal.example.com",
        "https://portal.example.com:https",
        "https://portal.example.com:99999",
        "https://portal example.com",
        "http://[::1]:8000",
        "http://[::1",
    ],
    "PORTAL_MAIL_URL": ["ftp://host", "smtp://", "smtp://host:mail", "smtps://host:70000", "host"],
    "PORTAL_MAIL_FROM": ["portal", "@", "portal@example.com\nBcc: all@example.com"],
    "PORTAL_SECRET_KEY": ["short", "k" * 31],
    "PORTAL_RATELIMIT_URL": ["nonsense", "file:///tmp/counts", "redis://host:port"],
    "PORTAL_PROXIES": ["-1", "11", "one", "1.0", "³", "３"],
    "PORTAL_RENDERERS": ["0", "65", "many"],
    "PORTAL_DEFAULT_LANGUAGE": ["fr", "JA", "ja-JP"],
    "PORTAL_TIMEZONE": ["Tokyo", "Asia", "../../etc/passwd", "JST+9", "Asia/Tokyo\0"],
    "PORTAL_DEMO": ["yes", "true", "2"],
}
ACCEPTED = {
    "PORTAL_DATABASE_URL": ["sqlite:////srv/portal.db", "postgresql+psycopg:///portal?host=/run"],
    "PORTAL_BASE_URL": ["https://csm.example.com", "http://10.0.0.7:8080"],
    "PORTAL_MAIL_URL": ["console://", "smtp://u:p%40ss@host:587", "smtps://host", "locmem://"],
    "PORTAL_MAIL_FROM": ["CSM Portal <portal@example.com>", "portal@localhost"],
    "PORTAL_RATELIMIT_URL": ["memory://"],
    "PORTAL_TIMEZONE": ["UTC", "America/Argentina/Buenos_Aires"],
    "PORTAL_DEFAULT_LANGUAGE": ["en", "ja"],
}
FIELDS = {
    "PORTAL_DATABASE_URL": "database_url",
    "PORTAL_BASE_URL": "base_url",
    "PORTAL_MAIL_URL": "mail_url",
    "PORTAL_MAIL_FROM": "mail_from",
    "PORTAL_RATELIMIT_URL": "rate_limit_url",
    "PORTAL_TIMEZONE": "time_zone",
    "PORTAL_DEFAULT_LANGUAGE": "default_language",
}


def pairs(values: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, value) for name, several in values.items() for value in several]


@pytest.fixture
def own(tmp_path: Path) -> dict[str, str]:
    """An environment with nothing but a folder of its own."""
    return {"PORTAL_DATA_DIR": str(tmp_path)}


@pytest.mark.parametrize(("name", "value"), pairs(REFUSED))
def test_a_value_that_cannot_be_used_is_named_by_its_variable(
    own: dict[str, str], name: str, value: str
) -> None:
    with pytest.raises(BadSetting) as refused:
        read_settings({**own, name: value})
    message = refused.value.message
    assert name in message.ja
    assert name in message.en
    assert message.ja != message.en


@pytest.mark.parametrize(("name", "value"), pairs(ACCEPTED))
def test_a_value_that_can_be_used_is_taken_as_it_is(
    own: dict[str, str], name: str, value: str
) -> None:
    assert getattr(read_settings({**own, name: value}), FIELDS[name]) == value


@pytest.mark.parametrize("name", [*REFUSED, "PORTAL_SECRET_KEY_FILE"])
def test_an_empty_value_counts_as_none(own: dict[str, str], name: str) -> None:
    assert read_settings({**own, name: " "}) == read_settings(own)


def test_numbers_reach_from_the_least_to_the_most(own: dict[str, str]) -> None:
    least = {"PORTAL_PROXIES": "0", "PORTAL_RENDERERS": "1"}
    most = {"PORTAL_PROXIES": "10", "PORTAL_RENDERERS": "64"}
    found = [read_settings(own | numbers) for numbers in (least, most)]
    assert [(each.proxies, each.renderers) for each in found] == [(0, 1), (10, 64)]


def test_a_refusal_does_not_repeat_a_password(own: dict[str, str]) -> None:
    for name in ("PORTAL_MAIL_URL", "PORTAL_DATABASE_URL"):
        with pytest.raises(BadSetting) as refused:
            read_settings({**own, name: "smtp://user:hunter2:x@host:hunter2"})
        assert "hunter2" not in f"{refused.value}{refused.value.__cause__}"


def test_postgresql_is_spoken_to_with_the_driver_that_is_installed(own: dict[str, str]) -> None:
    found = read_settings({**own, "PORTAL_DATABASE_URL": "postgresql://u:p@host:5432/portal"})
    assert found.database_url == "postgresql+psycopg://u:p@host:5432/portal"


def test_a_slash_at_the_end_of_the_address_makes_no_difference(own: dict[str, str]) -> None:
    found = read_settings({**own, "PORTAL_BASE_URL": "https://csm.example.com/"})
    assert (found.base_url, found.host, found.is_https) == (
        "https://csm.example.com",
        "csm.example.com",
        True,
    )


@pytest.mark.parametrize(
    ("url", "is_local"),
    [
        ("http://127.0.0.1:8000", True),
        ("http://127.9.9.9", True),
        ("http://localhost:5000", True),
        ("http://192.168.1.5:8000", False),
        ("https://localhost.example.com", False),
    ],
)
def test_only_this_machine_is_local(own: dict[str, str], url: str, is_local: bool) -> None:
    assert read_settings({**own, "PORTAL_BASE_URL": url}).is_local is is_local


def test_without_a_word_the_portal_is_japanese_local_and_no_demo(own: dict[str, str]) -> None:
    found: Settings = read_settings(own)
    assert (found.default_language, found.time_zone) == ("ja", "Asia/Tokyo")
    assert (found.is_local, found.is_https, found.is_demo) == (True, False, False)
    assert found.database_url == f"sqlite:///{own['PORTAL_DATA_DIR']}/portal.db"
