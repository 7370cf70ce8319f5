// Rating from the keyboard: 0–5 pick the level of the skill in focus, n and p go to the next and the previous skill.
const pickers = [...document.querySelectorAll("[data-level-picker]")];

function pick(picker, level) {
  const choice = picker.querySelector(`input[value="${level}"]`);
  if (!choice || choice.matches(":disabled")) return;
  choice.focus();
  if (choice.checked) return;
  choice.checked = true;
  choice.dispatchEvent(new Event("input", { bubbles: true }));
  choice.dispatchEvent(new Event("change", { bubbles: true }));
}

function go(picker, step) {
  const next = pickers[pickers.indexOf(picker) + step];
  if (!next) return;
  const choice = next.querySelector("input:checked") ?? next.querySelector("input");
  choice.focus({ preventScroll: true });
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  next.scrollIntoView({ block: "nearest", behavior: calm ? "auto" : "smooth" });
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const picker = event.target.closest("[data-level-picker]");
  if (/^[0-5]$/.test(event.key)) pick(picker, event.key);
  else if (event.key === "n") go(picker, 1);
  else if (event.key === "p") go(picker, -1);
  else return;
  event.preventDefault();
}

for (const picker of pickers) picker.addEventListener("keydown", onKey);
