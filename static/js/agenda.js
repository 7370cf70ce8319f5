// Brings what is picked and written on the page by now into the agenda that is about to be printed.
function bringIn(row) {
  const named = (name) => `[name="${row.dataset.agenda}-${name}"]`;
  const picked = document.querySelector(`${named("answer")}:checked`);
  if (!picked) return;
  row.querySelector("[data-agreed]").textContent = picked.value && picked.labels[0].textContent.trim();
  row.querySelector("[data-reason]").textContent = document.querySelector(named("reason")).value;
}

window.addEventListener("beforeprint", () => document.querySelectorAll("[data-agenda]").forEach(bringIn));
