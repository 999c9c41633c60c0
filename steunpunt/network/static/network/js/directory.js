/* Keeps the reader's place in the filters when a choice has changed the list. */

const openNow = () => [...document.querySelectorAll("#filters details[open], .filter-box[open]")].map(label);
const label = (details) => details.dataset.name ?? "";
let kept = [];
let asked = false;

document.addEventListener("submit", (event) => {
  if (event.target.id === "filters") asked = true;
});

document.addEventListener("htmx:beforeSwap", () => {
  kept = openNow();
});

document.addEventListener("htmx:afterSwap", () => {
  for (const details of document.querySelectorAll("#filters details, .filter-box")) {
    if (kept.includes(label(details))) details.open = true;
  }
  if (!asked) return;
  asked = false;
  const box = document.querySelector(".filter-box");
  const heading = document.getElementById("aantal");
  if (matchMedia("(max-width: 56rem)").matches && box) box.open = false;
  heading?.focus();
  heading?.scrollIntoView({ block: "nearest" });
});
