"""People whom the portal does not know yet."""

from assessments.bands import Band
from portal.persistence.ids import new_id
from portal.persistence.people import Person


def newcomer(email: str, name: str = "") -> Person:
    """Somebody of whom nothing else is known; not rated while there is no type."""
    return Person(
        id=new_id(),
        email=email,
        name=name,
        language=None,
        time_zone=None,
        team=None,
        type_id=None,
        band=Band.STANDARD,
        overlays=(),
        starts_on=None,
        left_on=None,
    )
