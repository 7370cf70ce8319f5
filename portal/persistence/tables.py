"""Every table, imported in one place so that the metadata is complete."""

from portal.persistence import (
    accounts,
    agreed_levels,
    assessments,
    audit,
    lines,
    maps,
    people,
    ratings,
    roles,
    rounds,
)
from portal.persistence.database import Base

MODULES = (
    accounts,
    agreed_levels,
    assessments,
    audit,
    lines,
    maps,
    people,
    ratings,
    roles,
    rounds,
)
METADATA = Base.metadata
