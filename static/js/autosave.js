// Saves the fields of one skill a moment after they change, and says what became of them.
const strings = JSON.parse(document.getElementById("strings").textContent);
const token = document.querySelector("meta[name=csrf-token]").content;
const WAIT = { radio: 150, other: 800 };

function element(tag, text) {
  return Object.assign(document.createElement(tag), { textContent: text });
}

function button(label, onClick) {
  return Object.assign(element("button", label), { type: "button", className: "button button-secondary", onclick: onClick });
}

function bodyOf(region) {
  const body = new URLSearchParams();
  for (const one of region.querySelectorAll("input, select, textarea")) {
    if (one.name && (one.checked || !/radio|checkbox/.test(one.type))) body.append(one.name, one.value);
  }
  return body;
}

// What the writer sees as her own answer: the chosen level in words, and the text.
function wordsOf(region) {
  const controls = [...region.querySelectorAll("input:checked, textarea")];
  return controls.map((one) => (one.labels[0]?.contains(one) ? one.labels[0].innerText.replace(/\s+/g, " ") : one.value)).join("\n");
}

function showProgress(progress) {
  if (!progress) return;
  const count = document.querySelector("[aria-current=page] [data-progress-count]");
  if (count) count.textContent = `${progress.done} / ${progress.total}`;
  const place = document.querySelector("[data-progress]");
  if (!place) return;
  place.querySelector("[data-progress-text]").textContent = progress.text;
  place.querySelector("rect").setAttribute("width", (100 * progress.done) / progress.total);
}

function start(region) {
  const url = region.dataset.autosaveUrl;
  const status = region.querySelector("[data-autosave-status]");
  const choice = region.querySelector("[data-autosave-choice]");
  const version = region.querySelector("[data-autosave-version]");
  let timer;
  let [sending, again] = [false, false];
  let awaiting;

  function say(text, state = "") {
    status.textContent = text;
    status.dataset.state = state;
  }

  function choose(...parts) {
    choice.replaceChildren(...parts);
    choice.hidden = parts.length === 0;
  }

  function saved(answer) {
    version.value = answer.version ?? version.value;
    say(strings.saved.replace("{time}", answer.saved_at));
    choose();
    awaiting = undefined;
    showProgress(answer.progress);
    region.dispatchEvent(new CustomEvent("autosaved"));
  }

  // A text that is still to be written is no error yet: not before its field was left empty.
  function wait(answer) {
    awaiting = answer;
    const field = region.querySelector(`[name="${answer.awaits.field}"]`);
    field.closest("details")?.setAttribute("open", "");
    choose();
    say(answer.awaits.words);
  }

  function refused(answer) {
    if (answer.awaits && !("leftEmpty" in region.dataset)) return wait(answer);
    const { conflict, errors = [] } = answer;
    awaiting = undefined;
    say(region.dataset.kept === "no" ? strings.unkept : strings.unsaved, "wrong");
    if (!conflict) return choose(...errors.map((error) => element("p", error)));
    choose(
      element("p", conflict.message ?? strings.conflict),
      element("h3", strings.mine), element("blockquote", wordsOf(region)),
      element("h3", strings.theirs), element("blockquote", conflict.theirs),
      button(strings.keep_mine, () => { version.value = conflict.version ?? ""; send(); }),
      button(strings.take_theirs, () => { region.dispatchEvent(new CustomEvent("autosaved")); location.reload(); }),
    );
  }

  async function send(keepalive = false) {
    timer = clearTimeout(timer);
    again = sending;
    if (sending) return;
    sending = true;
    say(strings.saving);
    region.dispatchEvent(new CustomEvent("autosave"));
    try {
      const headers = { "X-CSRFToken": token, Accept: "application/json" };
      const answer = await fetch(url, { method: "POST", body: bodyOf(region), headers, keepalive });
      const content = await answer.json();
      if (answer.ok && content.saved_at) saved(content);
      else refused(content);
    } catch { refused({}); }
    sending = false;
    if (again) send();
  }

  region.addEventListener("input", ({ target }) => {
    clearTimeout(timer);
    timer = setTimeout(() => send(), WAIT[target.type] ?? WAIT.other);
  });
  region.addEventListener("focusout", ({ target }) => {
    if (!awaiting || target.name !== awaiting.awaits.field || target.value.trim()) return;
    region.dataset.leftEmpty = "";
    refused(awaiting);
  });
  document.addEventListener("visibilitychange", () => document.hidden && timer && send(true));
  region.closest("form")?.addEventListener("submit", () => { timer = clearTimeout(timer); });
}

document.querySelectorAll("[data-autosave-url]").forEach(start);
