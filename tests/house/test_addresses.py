"""Addresses are kebab-case, begin with the word of their area, and name objects by random ids."""

import re

from flask import Flask

WORD = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)?")
AREA_OF = {"rating": "assess", "agreement": "assess"}


def test_every_address_is_kebab_case(app: Flask) -> None:
    parts = {
        part
        for rule in app.url_map.iter_rules()
        for part in re.sub(r"\.?<[^>]+>(\.[a-z]+)?", "", rule.rule).split("/")
        if part
    }
    assert [part for part in parts if not WORD.fullmatch(part)] == []


def test_every_address_begins_with_the_word_of_its_area(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        area = rule.endpoint.partition(".")[0]
        if area not in {"home", "static", "health"}:
            assert rule.rule.startswith(f"/{AREA_OF.get(area, area)}/"), rule.rule


def test_no_address_counts(app: Flask) -> None:
    assert [rule.rule for rule in app.url_map.iter_rules() if "<int:" in rule.rule] == []
