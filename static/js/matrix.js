// Arrow keys move between the cells of the matrix, so that nobody has to tab through hundreds of links.
const steps = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

function next(cell, [down, right]) {
  const rows = [...cell.closest("tbody").rows];
  let row = rows.indexOf(cell.parentElement);
  let column = cell.cellIndex;
  for (;;) {
    row += down;
    column += right;
    const link = rows[row]?.cells[column];
    if (!link) return null;
    if (!rows[row].hidden && link.querySelector("a")) return link.querySelector("a");
  }
}

document.querySelectorAll(".matrix tbody").forEach((body) =>
  body.addEventListener("keydown", (event) => {
    const step = steps[event.key];
    const cell = event.target.closest("a")?.closest("td, th");
    if (!step || !cell || event.altKey || event.ctrlKey || event.metaKey) return;
    const link = next(cell, step);
    if (!link) return;
    event.preventDefault();
    link.focus();
  }),
);
