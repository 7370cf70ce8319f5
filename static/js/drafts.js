// Keeps what is typed in an autosave region on this device, under its writer's id, until the server has it,
// and offers it again when the page is opened with something else in its fields.
const strings = JSON.parse(document.getElementById("strings").textContent);

function controlsOf(region) {
  return [...region.querySelectorAll("input, select, textarea")].filter((one) => one.name && one.type !== "hidden");
}

function isChoice(control) {
  return control.type === "radio" || control.type === "checkbox";
}

function filledIn(region) {
  const chosen = controlsOf(region).filter((one) => !isChoice(one) || one.checked);
  return JSON.stringify(chosen.map((one) => [one.name, one.value]));
}

function fillIn(region, fields) {
  for (const one of controlsOf(region)) {
    const values = fields.filter(([name]) => name === one.name).map(([, value]) => value);
    if (isChoice(one)) one.checked = values.includes(one.value);
    else if (values.length) one.value = values[0];
  }
  controlsOf(region)[0].dispatchEvent(new Event("input", { bubbles: true }));
}

function button(label, onClick) {
  const made = document.createElement("button");
  return Object.assign(made, { type: "button", className: "button button-secondary", textContent: label, onclick: onClick });
}

// As the server writes it: 22 Nov 2026, 19:40 and 2026年11月22日 19:40.
function moment(at) {
  const time = `${at.getHours()}:${String(at.getMinutes()).padStart(2, "0")}`;
  if (document.documentElement.lang === "ja") return `${at.getFullYear()}年${at.getMonth() + 1}月${at.getDate()}日 ${time}`;
  return `${at.getDate()} ${at.toLocaleString("en-US", { month: "short" })} ${at.getFullYear()}, ${time}`;
}

function offer(region, key, draft) {
  const place = region.querySelector("[data-autosave-choice]");
  const close = () => Object.assign(place, { hidden: true }).replaceChildren();
  const words = document.createElement("p");
  words.textContent = strings.restore.replace("{time}", moment(new Date(draft.at)));
  place.replaceChildren(
    words,
    button(strings.restore_button, () => { close(); fillIn(region, JSON.parse(draft.fields)); }),
    button(strings.discard_button, () => { close(); localStorage.removeItem(key); }),
  );
  place.hidden = false;
}

function start(region) {
  const key = `draft:${region.dataset.autosaveUser}:${region.dataset.autosaveUrl}`;
  let sent = "";

  region.addEventListener("input", () => {
    try {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), fields: filledIn(region) }));
      region.dataset.kept = "yes";
    } catch {
      region.dataset.kept = "no";
    }
  });
  region.addEventListener("autosave", () => { sent = filledIn(region); });
  region.addEventListener("autosaved", () => { if (sent === filledIn(region)) localStorage.removeItem(key); });

  const draft = JSON.parse(localStorage.getItem(key));
  if (draft && draft.fields !== filledIn(region)) offer(region, key, draft);
  else localStorage.removeItem(key);
}

document.querySelectorAll("[data-autosave-url]").forEach(start);
