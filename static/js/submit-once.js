// A second click on a form that is already on its way does nothing. Forms with data-submit-again may be sent again.
const strings = JSON.parse(document.getElementById("strings").textContent);

function buttonsOf(form) {
  return form.querySelectorAll("button:not([type=button])");
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || "submitAgain" in form.dataset) return;
  if ("sent" in form.dataset) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "";
  for (const button of buttonsOf(form)) button.setAttribute("aria-disabled", "true");
  event.submitter?.setAttribute("aria-description", strings.sending);
});

// Back from the browser's memory of the page: the form may be sent once more.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form[data-sent]")) {
    delete form.dataset.sent;
    for (const button of buttonsOf(form)) button.removeAttribute("aria-disabled");
  }
});
