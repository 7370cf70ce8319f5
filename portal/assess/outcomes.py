"""What became of the skills of one form: what is right is kept, the rest is shown again."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from portal.assess.forms import AgreementForm, RatingForm

CONFLICT = 409
WRONG = 422


class Versioned(Protocol):
    """What somebody else wrote meanwhile, and the version it stands at now."""

    @property
    def version(self) -> int: ...


FormT = TypeVar("FormT", RatingForm, AgreementForm)
TheirsT = TypeVar("TheirsT", bound=Versioned)


@dataclass(frozen=True)
class Outcome(Generic[FormT, TheirsT]):
    """All by skill id: ``forms`` as typed, ``saved`` the new versions of what was kept, and
    ``conflicts`` what somebody else wrote meanwhile.
    """

    forms: Mapping[str, FormT]
    saved: Mapping[str, int]
    conflicts: Mapping[str, TheirsT]

    @property
    def wrong(self) -> Mapping[str, FormT]:
        """Forms with something to correct."""
        return {skill_id: form for skill_id, form in self.forms.items() if form.errors}

    @property
    def is_clean(self) -> bool:
        return not self.conflicts and not self.wrong

    @property
    def status(self) -> int:
        return CONFLICT if self.conflicts else WRONG

    @property
    def to_show(self) -> Mapping[str, FormT]:
        """Forms to show as they were typed, with the versions that stand now: what was kept is
        there, and one in conflict can be sent again to win.
        """
        theirs = {skill_id: changed.version for skill_id, changed in self.conflicts.items()}
        for skill_id, version in {**self.saved, **theirs}.items():
            self.forms[skill_id].version.data = str(version)
        return self.forms
