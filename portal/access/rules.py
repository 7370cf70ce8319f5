"""Who may do what: one table, read from top to bottom.

A permission needs one of its roles and a claim about the viewer and the object that holds.
Whatever the table does not allow is not there: the guard answers 404.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any

from assessments.ratings import Relation
from portal.access.people import Member, MemberAssessment, MemberRound, Viewer
from portal.persistence.roles import Role

AUTHOR_READS_FOR = timedelta(days=30)
"""How long after a round is settled a rater may still read what she wrote."""


class Permission(StrEnum):
    SEE_HOME = "see_home"
    CHANGE_SETTINGS = "change_settings"
    READ_MAPS = "read_maps"
    READ_TRAINING = "read_training"
    SEE_ASSESSMENTS = "see_assessments"
    START_SELF_ASSESSMENT = "start_self_assessment"
    START_MANAGER_ASSESSMENT = "start_manager_assessment"
    WRITE_ASSESSMENT = "write_assessment"
    READ_WRITTEN = "read_written"
    RETURN_SELF_ASSESSMENT = "return_self_assessment"
    COMPARE = "compare"
    AGREE = "agree"
    READ_OWN_RESULT = "read_own_result"
    READ_RESULT = "read_result"
    READ_GROWTH_REPORT = "read_growth_report"
    READ_MANAGER_REPORT = "read_manager_report"
    SEE_TEAM = "see_team"
    READ_KITS = "read_kits"
    ADMINISTER = "administer"
    OPEN_RATINGS = "open_ratings"


def always(_viewer: Viewer, _object: object) -> bool:
    return True


def is_self(viewer: Viewer, member: Member) -> bool:
    return viewer.id == member.id


def is_other(viewer: Viewer, member: Member) -> bool:
    return viewer.id != member.id


def is_direct_manager(viewer: Viewer, member: Member) -> bool:
    return Role.MANAGER in viewer.roles and member.managers[:1] == (viewer.id,)


def is_in_line(viewer: Viewer, member: Member) -> bool:
    return Role.MANAGER in viewer.roles and viewer.id in member.managers


def has_opened(viewer: Viewer, member: Member) -> bool:
    return Role.ADMIN in viewer.roles and member.id in viewer.opened


def is_rated(_viewer: Viewer, member: Member) -> bool:
    return member.person.type_id is not None and member.person.left_on is None


def may_start_for(viewer: Viewer, member: Member) -> bool:
    return is_direct_manager(viewer, member) and is_rated(viewer, member)


def may_see_result(viewer: Viewer, member: Member) -> bool:
    return is_self(viewer, member) or may_oversee(viewer, member)


def may_oversee(viewer: Viewer, member: Member) -> bool:
    in_charge = is_in_line(viewer, member) or has_opened(viewer, member)
    return in_charge and is_other(viewer, member)


def is_rater(viewer: Viewer, one: MemberAssessment) -> bool:
    """Wrote it, and still stands to the person as the assessment says."""
    if one.written.rater_id != viewer.id:
        return False
    if one.written.relation is Relation.SELF:
        return is_self(viewer, one.member)
    return is_direct_manager(viewer, one.member)


def may_read_written(viewer: Viewer, one: MemberAssessment) -> bool:
    """Who rates reads it; who once rated reads it until 30 days after the round is settled."""
    settled = one.record.finalised_at
    is_recent = settled is None or viewer.now - settled <= AUTHOR_READS_FOR
    return is_rater(viewer, one) or (one.written.rater_id == viewer.id and is_recent)


def may_compare(viewer: Viewer, one: MemberRound) -> bool:
    return one.record.round.is_revealed and may_see_result(viewer, one.member)


def manages(viewer: Viewer, one: MemberRound) -> bool:
    return is_direct_manager(viewer, one.member)


Claim = Callable[[Viewer, Any], bool]
"""Whether something holds of the viewer and the object of the request; no side effect."""

EVERYBODY = frozenset(Role)
CSM = frozenset({Role.CSM})
MANAGER = frozenset({Role.MANAGER})
ADMIN = frozenset({Role.ADMIN})


@dataclass(frozen=True, slots=True)
class Rule:
    """``roles``: one of them is needed. ``about``: what kind of object the claim is about."""

    roles: frozenset[Role]
    about: type | None
    claim: Claim


TABLE: Mapping[Permission, Rule] = {
    Permission.SEE_HOME: Rule(EVERYBODY, None, always),
    Permission.CHANGE_SETTINGS: Rule(EVERYBODY, None, always),
    Permission.READ_MAPS: Rule(EVERYBODY, None, always),
    Permission.READ_TRAINING: Rule(EVERYBODY, None, always),
    Permission.SEE_ASSESSMENTS: Rule(CSM | MANAGER, None, always),
    Permission.START_SELF_ASSESSMENT: Rule(CSM, None, always),
    Permission.START_MANAGER_ASSESSMENT: Rule(MANAGER, Member, may_start_for),
    Permission.WRITE_ASSESSMENT: Rule(CSM | MANAGER, MemberAssessment, is_rater),
    Permission.READ_WRITTEN: Rule(CSM | MANAGER, MemberAssessment, may_read_written),
    Permission.RETURN_SELF_ASSESSMENT: Rule(MANAGER, MemberRound, manages),
    Permission.COMPARE: Rule(EVERYBODY, MemberRound, may_compare),
    Permission.AGREE: Rule(MANAGER, MemberRound, manages),
    Permission.READ_OWN_RESULT: Rule(CSM, None, always),
    Permission.READ_RESULT: Rule(EVERYBODY, Member, may_see_result),
    Permission.READ_GROWTH_REPORT: Rule(EVERYBODY, Member, may_see_result),
    Permission.READ_MANAGER_REPORT: Rule(MANAGER | ADMIN, Member, may_oversee),
    Permission.SEE_TEAM: Rule(MANAGER, None, always),
    Permission.READ_KITS: Rule(MANAGER | ADMIN, None, always),
    Permission.ADMINISTER: Rule(ADMIN, None, always),
    Permission.OPEN_RATINGS: Rule(ADMIN, Member, is_other),
}


def may(viewer: Viewer, permission: Permission, about: object = None) -> bool:
    """Whether the table lets this viewer do this with this object."""
    rule = TABLE[permission]
    return bool(rule.roles & viewer.roles) and rule.claim(viewer, about)
