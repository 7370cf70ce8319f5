"""The pages of an administrator, opened and sent as a browser would."""

import re

from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from portal.persistence.people import Person


def fields(client: FlaskClient, url: str) -> dict[str, str | list[str]]:
    """What the form of a page would send as it is."""
    html = client.get(url).text
    form = html[html.index('name="stamp"') - 200 :] if 'name="stamp"' in html else html
    sent: dict[str, str | list[str]] = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name = re.search(r'name="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        is_box = 'type="checkbox"' in tag
        if name and not is_box:
            sent[name[1]] = value[1] if value else ""
        elif name and "checked" in tag and value:
            sent[name[1]] = [*sent.get(name[1], []), value[1]]
    for name, body in re.findall(
        r'<select[^>]*name="([^"]*)"[^>]*>(.*?)</select>', form, re.DOTALL
    ):
        chosen = re.search(r'<option value="([^"]*)" selected', body)
        sent[name] = chosen[1] if chosen else ""
    return sent


def change(client: FlaskClient, person: Person, **values: str | list[str]) -> TestResponse:
    url = f"/admin/people/{person.id}"
    return client.post(url, data=fields(client, url) | values)


def add(client: FlaskClient, **values: str | list[str]) -> TestResponse:
    """Send the form of a new person: Emi, with no manager unless one is given."""
    usual: dict[str, str | list[str]] = {
        "name": "Emi",
        "email": "emi@example.com",
        "language": "",
        "type_id": "",
        "band": "standard",
        "roles": ["csm"],
        "from_day": "2099-04-01",
    }
    return client.post("/admin/people/new", data=usual | values)
