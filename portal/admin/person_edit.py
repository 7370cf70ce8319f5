"""One person as an administrator wants them, compared with how they are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from uuid import UUID

from assessments.bands import Band
from assessments.text import Language, Text
from portal.admin.people_checks import LAST_ADMIN, errors_in
from portal.admin.people_facts import Directory, Facts
from portal.admin.people_wanted import Wanted, with_managers
from portal.admin.plans import Finding
from portal.persistence.people import Person
from portal.persistence.roles import Role
from portal.persistence.staff import Staffer

HAS_REPORTS = Text(
    "部下がいる間は「上長」の役割を外せません。先に部下の上長を変更してください。",
    "Somebody with reports keeps the role of manager. Give the reports another manager first.",
)
NO_MANAGER = Text(
    "アドレス「{email}」の人は登録されていません。アドレスを確かめるか、先にその人を追加してください。",
    "Nobody here has the address “{email}”. Check it, or add that person first.",
)
ADDRESS_TAKEN = Text(
    "このメールアドレスは別の人が使っています。", "Somebody else has this e-mail address."
)


@dataclass(frozen=True, slots=True)
class PersonEdit:
    """What was typed. ``manager`` is an address, "" for nobody, and holds from ``from_day``."""

    email: str
    name: str
    language: Language | None
    team: str
    type_id: str | None
    band: Band
    overlays: tuple[str, ...]
    roles: frozenset[Role]
    manager: str
    from_day: date
    starts_on: date | None
    left_on: date | None

    def of(self, person: Person) -> Person:
        """The person with everything that is kept with them but the team."""
        return replace(
            person,
            email=self.email,
            name=self.name,
            language=self.language,
            type_id=self.type_id,
            band=self.band,
            overlays=self.overlays,
            starts_on=self.starts_on,
            left_on=self.left_on,
        )


def stamp_of(staffer: Staffer) -> str:
    """Changes whenever anything about somebody does."""
    roles = sorted(role.value for role in staffer.roles)
    return sha256(repr((staffer.person, roles, staffer.lines)).encode()).hexdigest()[:32]


def wanted_of(edit: PersonEdit, known: Staffer | None, directory: Directory) -> Sequence[Wanted]:
    """This person as wanted, then the new manager where that role has to be given."""
    after = Facts(
        name=edit.name,
        team=edit.team or None,
        manager=edit.manager or None,
        type_id=edit.type_id,
        band=edit.band,
        roles=edit.roles,
        starts_on=edit.starts_on,
    )
    email = known.person.email if known else edit.email
    before = directory.facts_of(known) if known else None
    return with_managers({email: Wanted(0, email, known, before, after)}, directory)


def edit_errors(
    edit: PersonEdit, wanted: Sequence[Wanted], directory: Directory, by: UUID
) -> Iterator[Finding]:
    """Everything that forbids the change, each with the field that it is about."""
    me = wanted[0]
    is_taken = edit.email in directory.by_email and (me.known is None or edit.email != me.email)
    if is_taken:
        yield Finding(None, ADDRESS_TAKEN, "email")
    if is_taken and me.known is None:
        return  # whatever else is found would be about the person who has the address
    yield from errors_in(wanted, directory, by, NO_MANAGER)
    if me.after.roles != edit.roles:
        yield Finding(None, HAS_REPORTS, "roles")
    if edit.left_on and Role.ADMIN in edit.roles and not _other_admins(me.email, directory):
        yield Finding(None, LAST_ADMIN, "left_on")


def _other_admins(email: str, directory: Directory) -> bool:
    return any(
        Role.ADMIN in staffer.roles and staffer.person.left_on is None
        for other, staffer in directory.by_email.items()
        if other != email
    )
