"""Audit events by action

Revision: 0002
Follows: 0001
"""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_index(
        "ix_audit_events_action_sequence", "audit_events", ["action", "sequence"], unique=False
    )
