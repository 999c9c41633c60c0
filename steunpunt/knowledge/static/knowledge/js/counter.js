/* Says under a short text how many characters are left; without this the hint above the field says the most. */

function attach(area) {
  const { left, over } = area.form.dataset;
  const line = document.createElement("p");
  const said = document.createElement("p");
  line.className = "counter small soft";
  line.setAttribute("aria-hidden", "true");
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  area.after(line, said);
  let later;
  const show = () => {
    const rest = Number(area.dataset.most) - area.value.length;
    line.textContent = (rest < 0 ? over : left).replace("%s", String(Math.abs(rest)));
    line.classList.toggle("counter--over", rest < 0);
    clearTimeout(later);
    if (rest < 60) later = setTimeout(() => { said.textContent = line.textContent; }, 1000);
  };
  area.addEventListener("input", show);
  show();
}

for (const area of document.querySelectorAll("textarea[data-most]")) attach(area);
