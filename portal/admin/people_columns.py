"""The columns of a sheet of people, and the words that may stand in them."""

from collections.abc import Iterable
from dataclasses import dataclass

from assessments.bands import Band, BandRules
from assessments.csm_types import CsmType
from assessments.text import Text
from portal.admin.reading.columns import Column
from portal.admin.reading.words import Words, both
from portal.persistence.roles import Role

NAME_LIMIT = 100
"""Longest name of a person or a team, in characters."""

DAYS = Text("2026-04-01、2026/4/1、2026年4月1日のいずれか", "2026-04-01, 2026/4/1 or 2026年4月1日")

NAME = Column(
    "name",
    Text("氏名", "Name"),
    Text(
        f"{NAME_LIMIT}文字まで。新しい人には必須",
        f"Up to {NAME_LIMIT} characters; needed for new people",
    ),
    ("名前", "Full name"),
    is_needed=True,
)
EMAIL = Column(
    "email",
    Text("メールアドレス", "E-mail"),
    Text("必須。この列で同じ人かどうかを判断します", "Needed; it tells who is who"),
    ("メール", "E-mail address"),
    is_needed=True,
)
TEAM = Column(
    "team",
    Text("チーム", "Team"),
    Text("登録のない名前なら新しいチームを作ります", "A name that is not known makes a new team"),
    ("チーム名", "部署", "Department"),
)
MANAGER = Column(
    "manager",
    Text("上長メールアドレス", "Manager's e-mail"),
    Text(
        "登録済みの人か、このファイルにいる人。「上長」の役割が付きます",
        "Somebody known or in this file, who gets the role of manager",
    ),
    ("上長", "上長のメールアドレス", "Manager", "Manager e-mail", "Manager's e-mail address"),
)
TYPE = Column(
    "type",
    Text("タイプ", "Type"),
    Text(
        "CSMタイプの名前かID。空の人は評価の対象外",
        "Name or id of a CSM type; without one nobody is rated",
    ),
    ("CSMタイプ", "CSM type"),
)
BAND = Column(
    "band",
    Text("バンド", "Band"),
    Text("初級、標準、上級。空なら標準", "Junior, standard or senior; standard if empty"),
    ("等級バンド", "等級", "Grade"),
)
ROLES = Column(
    "roles",
    Text("役割", "Role"),
    Text(
        "CSM、上長、管理者。複数は「、」で区切ります。空ならCSM",
        "CSM, manager, admin; several with commas; CSM if empty",
    ),
    ("ロール", "Roles"),
)
STARTS_ON = Column(
    "starts_on", Text("開始日", "Start date"), DAYS, ("Start", "Starts on", "Started on")
)

PEOPLE_COLUMNS = (NAME, EMAIL, TEAM, MANAGER, TYPE, BAND, ROLES, STARTS_ON)

ROLE_NAMES = {
    Role.CSM: Text("CSM", "CSM"),
    Role.MANAGER: Text("上長", "Manager"),
    Role.ADMIN: Text("管理者", "Admin"),
}
MORE_NAMES = {
    Role.CSM: ("CSM(担当者)", "担当者"),
    Role.MANAGER: ("マネージャー",),
    Role.ADMIN: ("Administrator",),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """Names of what people are given, in both languages, and the words that mean them."""

    type_names: dict[str, Text]
    band_names: dict[Band, Text]
    types: Words[str]
    bands: Words[Band]
    roles: Words[Role]


def terms_of(types: Iterable[CsmType], bands: BandRules) -> Terms:
    """Terms of the types that have a published map."""
    type_names = {each.id: each.name for each in types}
    band_names = dict(bands.names)
    return Terms(
        type_names,
        band_names,
        Words({type_id: both(name, type_id) for type_id, name in type_names.items()}),
        Words({band: both(name, band.value) for band, name in band_names.items()}),
        Words({role: both(name, role, *MORE_NAMES[role]) for role, name in ROLE_NAMES.items()}),
    )
