"""First tables

Revision: 0001
Follows:
"""

import sqlalchemy as sa
from alembic import op

ADDED_ONLY = "audit events are only ever added"
SQLITE_CHANGES = {
    "UPDATE": "",
    "DELETE": "",
    # INSERT OR REPLACE deletes without asking the trigger above.
    "INSERT": "WHEN EXISTS (SELECT 1 FROM audit_events WHERE sequence = NEW.sequence)",
}


revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "skill_maps",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("type_id", sa.String(length=40), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("document", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_skill_maps")),
        sa.UniqueConstraint("type_id", "version", name=op.f("uq_skill_maps_type_id_version")),
    )
    op.create_table(
        "teams",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_teams")),
        sa.UniqueConstraint("name", name=op.f("uq_teams_name")),
    )
    op.create_table(
        "people",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=True),
        sa.Column("time_zone", sa.String(length=64), nullable=True),
        sa.Column("team_id", sa.Uuid(), nullable=True),
        sa.Column("type_id", sa.String(length=40), nullable=True),
        sa.Column("band", sa.String(length=20), nullable=False),
        sa.Column("overlays", sa.JSON(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=True),
        sa.Column("left_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["team_id"], ["teams.id"], name=op.f("fk_people_team_id_teams")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_people")),
        sa.UniqueConstraint("email", name=op.f("uq_people_email")),
    )
    op.create_index(op.f("ix_people_team_id"), "people", ["team_id"], unique=False)

    op.create_table(
        "accounts",
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("password", sa.String(length=255), nullable=True),
        sa.Column("uniquifier", sa.String(length=64), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("failed_attempts", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_accounts_person_id_people")
        ),
        sa.PrimaryKeyConstraint("person_id", name=op.f("pk_accounts")),
        sa.UniqueConstraint("uniquifier", name=op.f("uq_accounts_uniquifier")),
    )
    op.create_table(
        "audit_events",
        sa.Column(
            "sequence",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("actor_id", sa.Uuid(), nullable=True),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.Column("object_id", sa.Uuid(), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["people.id"], name=op.f("fk_audit_events_actor_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["people.id"], name=op.f("fk_audit_events_subject_id_people")
        ),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_audit_events")),
    )
    op.create_index(op.f("ix_audit_events_actor_id"), "audit_events", ["actor_id"], unique=False)
    op.create_index(
        op.f("ix_audit_events_subject_id"), "audit_events", ["subject_id"], unique=False
    )

    op.create_table(
        "reporting_lines",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("manager_id", sa.Uuid(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "ends_on IS NULL OR ends_on > starts_on",
            name=op.f("ck_reporting_lines_ends_after_start"),
        ),
        sa.CheckConstraint("person_id <> manager_id", name=op.f("ck_reporting_lines_not_oneself")),
        sa.ForeignKeyConstraint(
            ["manager_id"], ["people.id"], name=op.f("fk_reporting_lines_manager_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_reporting_lines_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reporting_lines")),
    )
    op.create_index(
        op.f("ix_reporting_lines_manager_id"), "reporting_lines", ["manager_id"], unique=False
    )
    op.create_index(
        "ix_reporting_lines_person_id_starts_on",
        "reporting_lines",
        ["person_id", "starts_on"],
        unique=True,
    )

    op.create_table(
        "roles",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=True),
        sa.CheckConstraint(
            "ends_on IS NULL OR ends_on > starts_on", name=op.f("ck_roles_ends_after_start")
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["people.id"], name=op.f("fk_roles_person_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_roles")),
    )
    op.create_index(
        "ix_roles_person_id_role_starts_on",
        "roles",
        ["person_id", "role", "starts_on"],
        unique=True,
    )

    op.create_table(
        "rounds",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("map_id", sa.Uuid(), nullable=False),
        sa.Column("band", sa.String(length=20), nullable=False),
        sa.Column("overlays", sa.JSON(), nullable=False),
        sa.Column("started_on", sa.Date(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("is_imported", sa.Boolean(), nullable=False),
        sa.Column("finalised_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finalised_by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["finalised_by"], ["people.id"], name=op.f("fk_rounds_finalised_by_people")
        ),
        sa.ForeignKeyConstraint(
            ["map_id"], ["skill_maps.id"], name=op.f("fk_rounds_map_id_skill_maps")
        ),
        sa.ForeignKeyConstraint(
            ["subject_id"], ["people.id"], name=op.f("fk_rounds_subject_id_people")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rounds")),
    )
    op.create_index(
        "ix_rounds_subject_id_started_on", "rounds", ["subject_id", "started_on"], unique=False
    )
    op.create_index(
        "uq_rounds_open",
        "rounds",
        ["subject_id"],
        unique=True,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )

    op.create_table(
        "agreed_levels",
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("skill_id", sa.String(length=40), nullable=False),
        sa.Column("level", sa.SmallInteger(), nullable=True),
        sa.Column("exemption", sa.String(length=20), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("agreed_by", sa.Uuid(), nullable=True),
        sa.Column("agreed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "exemption = 'not_applicable'", name=op.f("ck_agreed_levels_exemption_is_known")
        ),
        sa.CheckConstraint(
            "level IS NULL OR exemption IS NULL", name=op.f("ck_agreed_levels_one_answer")
        ),
        sa.CheckConstraint("level BETWEEN 0 AND 5", name=op.f("ck_agreed_levels_level_in_range")),
        sa.ForeignKeyConstraint(
            ["agreed_by"], ["people.id"], name=op.f("fk_agreed_levels_agreed_by_people")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["rounds.id"], name=op.f("fk_agreed_levels_round_id_rounds")
        ),
        sa.PrimaryKeyConstraint("round_id", "skill_id", name=op.f("pk_agreed_levels")),
    )
    op.create_table(
        "assessments",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("round_id", sa.Uuid(), nullable=False),
        sa.Column("rater_id", sa.Uuid(), nullable=True),
        sa.Column("relation", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("return_note", sa.Text(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["rater_id"], ["people.id"], name=op.f("fk_assessments_rater_id_people")
        ),
        sa.ForeignKeyConstraint(
            ["round_id"], ["rounds.id"], name=op.f("fk_assessments_round_id_rounds")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_assessments")),
        sa.UniqueConstraint(
            "round_id",
            "relation",
            "rater_id",
            name=op.f("uq_assessments_round_id_relation_rater_id"),
        ),
    )
    op.create_index(op.f("ix_assessments_rater_id"), "assessments", ["rater_id"], unique=False)

    op.create_table(
        "ratings",
        sa.Column("assessment_id", sa.Uuid(), nullable=False),
        sa.Column("skill_id", sa.String(length=40), nullable=False),
        sa.Column("level", sa.SmallInteger(), nullable=True),
        sa.Column("exemption", sa.String(length=20), nullable=True),
        sa.Column("evidence", sa.Text(), nullable=False),
        sa.Column("rated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "exemption IN ('not_applicable', 'not_observed')",
            name=op.f("ck_ratings_exemption_is_known"),
        ),
        sa.CheckConstraint("level BETWEEN 0 AND 5", name=op.f("ck_ratings_level_in_range")),
        sa.CheckConstraint(
            "level IS NULL OR exemption IS NULL", name=op.f("ck_ratings_one_answer")
        ),
        sa.ForeignKeyConstraint(
            ["assessment_id"], ["assessments.id"], name=op.f("fk_ratings_assessment_id_assessments")
        ),
        sa.PrimaryKeyConstraint("assessment_id", "skill_id", name=op.f("pk_ratings")),
    )
    _only_add_to_audit_events()


def _only_add_to_audit_events() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for verb, when in SQLITE_CHANGES.items():
            op.execute(
                f"CREATE TRIGGER audit_events_no_{verb.lower()} BEFORE {verb} ON audit_events "
                f"{when} BEGIN SELECT RAISE(ABORT, '{ADDED_ONLY}'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{ADDED_ONLY}'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_events_only_added BEFORE UPDATE OR DELETE OR TRUNCATE "
        "ON audit_events EXECUTE FUNCTION refuse_audit_change()"
    )
