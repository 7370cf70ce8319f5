"""The team matrix as a test reads it: the table by row and column."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from flask.testing import FlaskClient


@dataclass
class Table:
    """Texts of a table's cells, row by row; ``links`` are the addresses in it."""

    rows: list[list[str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def row(self, name: str) -> list[str]:
        """The row whose first cell begins with this name."""
        return next(row for row in self.rows if row[0].startswith(name))

    @property
    def names(self) -> list[str]:
        return [row[0] for row in self.rows]


class Reader(HTMLParser):
    """Reads the tables of a page, by id or caption order."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[Table] = []
        self.cell: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self.tables.append(Table())
        elif tag == "tr":
            self.tables[-1].rows.append([])
        elif tag in ("td", "th"):
            self.cell = []
        elif tag == "a" and self.cell is not None:
            self.tables[-1].links.append(dict(attrs).get("href") or "")

    def handle_data(self, data: str) -> None:
        if self.cell is not None:
            self.cell.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th") and self.cell is not None:
            self.tables[-1].rows[-1].append(" ".join("".join(self.cell).split()))
            self.cell = None


def tables_of(client: FlaskClient, address: str) -> list[Table]:
    """The tables of a page that answers."""
    answer = client.get(address)
    assert answer.status_code == 200
    reader = Reader()
    reader.feed(answer.text)
    return reader.tables


def matrix_of(client: FlaskClient, address: str = "/team/") -> Table:
    """The first table of the page: the matrix."""
    return tables_of(client, address)[0]
