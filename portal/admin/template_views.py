"""Templates to fill in: the heads, an example and the words that are understood."""

from flask import Response, abort
from flask.typing import ResponseReturnValue

from portal.access.guard import requires
from portal.access.rules import Permission
from portal.admin.blueprint import blueprint
from portal.admin.template_files import TEMPLATES
from portal.web.language import current_language
from portal.web.spreadsheets.writing import csv_of, xlsx_of

WRITERS = {
    "csv": (csv_of, "text/csv; charset=utf-8"),
    "xlsx": (xlsx_of, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}


@blueprint.get("/templates/<kind>.<form>")
@requires(Permission.ADMINISTER)
def template(kind: str, form: str) -> ResponseReturnValue:
    if kind not in TEMPLATES or form not in WRITERS:
        abort(404)
    write, content_type = WRITERS[form]
    content = write(TEMPLATES[kind](current_language()))
    return Response(
        content,
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="{kind}-template.{form}"'},
    )
