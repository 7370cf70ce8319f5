// Copies a text to the clipboard, and says so; without a clipboard the text is selected instead.
for (const button of document.querySelectorAll("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.getElementById(button.dataset.copy);
    text.select();
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(text.value);
    button.parentElement.querySelector("[data-copied]").textContent = button.dataset.done;
  });
}
