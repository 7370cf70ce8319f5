// How many characters are left in a text with a limit. Nothing is cut: the server says what is too long.
const strings = JSON.parse(document.getElementById("strings").textContent);
const NEAR = 100;

for (const counter of document.querySelectorAll("[data-counter]")) {
  const text = document.getElementById(counter.dataset.counter);
  const limit = Number(text.dataset.limit);
  const rule = counter.textContent;
  text.addEventListener("input", () => {
    const left = limit - [...text.value].length;
    const words = left < 0 ? strings.characters_over : strings.characters_left;
    counter.textContent = left < NEAR ? words.replace("{n}", Math.abs(left).toLocaleString(document.documentElement.lang)) : rule;
    counter.toggleAttribute("data-over", left < 0);
  });
}
