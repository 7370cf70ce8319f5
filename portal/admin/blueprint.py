"""The area's blueprint, and the sections between which its pages lead."""

from flask import Blueprint, request, url_for
from flask_babel import lazy_gettext

blueprint = Blueprint("admin", __name__, url_prefix="/admin")

SECTIONS = (
    ("admin.people", lazy_gettext("People")),
    ("admin.import_people", lazy_gettext("Import people")),
    ("admin.import_ratings", lazy_gettext("Import ratings")),
    ("admin.audit_log", lazy_gettext("Audit log")),
)


@blueprint.app_template_global("admin_sections")
def sections() -> list[tuple[str, str, bool]]:
    """Label, address and whether it is this page, for the tabs."""
    return [
        (str(label), url_for(endpoint), request.endpoint == endpoint)
        for endpoint, label in SECTIONS
    ]
