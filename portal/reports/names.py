"""What the file of a report is called."""

from flask_babel import gettext

from portal.reports.printing import Order
from portal.web.language import speaking
from portal.web.pdf.answers import fit_for_name


def file_name(order: Order) -> str:
    """``Growth report_Hana Sato_2026-11-03.pdf``, in the language of the report."""
    with speaking(order.language):
        titles = {"growth": gettext("Growth report"), "manager": gettext("Manager report")}
    name = fit_for_name(order.person.name)
    return f"{titles[order.kind]}_{name}_{order.today.isoformat()}.pdf"
