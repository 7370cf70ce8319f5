"""Who may do what, written down a second time, in words of relations and states."""

from collections.abc import Mapping

from portal.access.rules import Permission
from tests.access.world import State

SIGNED_IN = frozenset(
    {
        "skip",
        "manager",
        "ex_manager",
        "other_manager",
        "self",
        "colleague",
        "admin",
        "admin_with_reason",
    }
)
NEVER = frozenset({"anonymous", "without_role", "left", "locked_out"})
MANAGERS = frozenset({"skip", "manager", "ex_manager", "other_manager"})
RATED = SIGNED_IN - {"admin"}
ADMINS = frozenset({"admin", "admin_with_reason"})
OVERSEERS = frozenset({"manager", "skip", "admin_with_reason"})

REVEALED = frozenset({State.BOTH_IN, State.FINALISED, State.LONG_FINALISED})

BY_VIEWER: Mapping[Permission, frozenset[str]] = {
    Permission.SEE_HOME: SIGNED_IN,
    Permission.CHANGE_SETTINGS: SIGNED_IN,
    Permission.READ_MAPS: SIGNED_IN,
    Permission.READ_TRAINING: SIGNED_IN,
    Permission.SEE_ASSESSMENTS: RATED,
    Permission.START_SELF_ASSESSMENT: RATED,
    Permission.START_MANAGER_ASSESSMENT: frozenset({"manager"}),
    Permission.RETURN_SELF_ASSESSMENT: frozenset({"manager"}),
    Permission.AGREE: frozenset({"manager"}),
    Permission.READ_OWN_RESULT: RATED,
    Permission.READ_RESULT: OVERSEERS | {"self"},
    Permission.READ_GROWTH_REPORT: OVERSEERS | {"self"},
    Permission.READ_MANAGER_REPORT: OVERSEERS,
    Permission.SEE_TEAM: MANAGERS,
    Permission.READ_KITS: MANAGERS | ADMINS,
    Permission.ADMINISTER: ADMINS,
    Permission.OPEN_RATINGS: ADMINS,
}


def may(permission: Permission, viewer: str, state: State, writer: str) -> bool:
    """Whether this viewer may; ``writer`` says whose assessment an assessment's URL names."""
    if permission is Permission.WRITE_ASSESSMENT:
        return viewer == writer and writer != "ex_manager"
    if permission is Permission.READ_WRITTEN:
        is_over = writer == "ex_manager" and state is State.LONG_FINALISED
        return viewer == writer and not is_over
    if permission is Permission.COMPARE:
        return state in REVEALED and viewer in OVERSEERS | {"self"}
    return viewer in BY_VIEWER[permission]
