// Narrows the rows of a table or the items of a list while typing, and says how many are left.
const strings = JSON.parse(document.getElementById("strings").textContent);

// Full-width and half-width, upper and lower case, hiragana and katakana are the same to a reader who searches.
function plain(text) {
  const kana = (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60);
  return text.normalize("NFKC").toLowerCase().replace(/[\u30a1-\u30f6]/g, kana);
}

function rowsOf(target) {
  const rows = [...target.querySelectorAll(target.matches("table") ? "tbody tr" : ":scope > *")];
  return rows.filter((row) => !row.matches("[data-filter-keep]")).map((row) => [row, plain(row.textContent)]);
}

function start(field) {
  const target = document.getElementById(field.dataset.filter);
  if (!target) return;
  const input = field.querySelector("input");
  const count = field.querySelector("[data-filter-count]");
  const rows = rowsOf(target);

  input.addEventListener("input", () => {
    const wanted = plain(input.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const [row, text] of rows) {
      row.hidden = !wanted.every((word) => text.includes(word));
      if (!row.hidden) shown += 1;
    }
    count.textContent = wanted.length ? strings.shown.replace("{n}", shown).replace("{total}", rows.length) : "";
  });
  field.hidden = false;
}

document.querySelectorAll("[data-filter]").forEach(start);
