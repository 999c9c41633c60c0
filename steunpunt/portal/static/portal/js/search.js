/* Help while typing, on top of a form that works without it: a text field with a list of suggestions (ARIA combobox). */

const WAIT = 180;
const FEWEST = 2;

function start(area) {
  const input = area.querySelector("input[name=q]");
  const list = document.createElement("ul");
  const said = document.createElement("p");
  let waiting = 0;
  let asking = null;
  let at = -1;
  let typed = input.value;

  list.id = "suggesties";
  list.className = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", area.dataset.suggestLabel);
  said.className = "visually-hidden";
  said.setAttribute("role", "status");
  input.type = "text";
  input.autocomplete = "off";
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", list.id);
  area.append(list, said);

  const options = () => [...list.children];

  function close() {
    clearTimeout(waiting);
    asking?.abort();
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    point(-1);
  }

  function point(place) {
    at = place;
    options().forEach((option, number) => option.setAttribute("aria-selected", String(number === at)));
    if (at < 0) return input.removeAttribute("aria-activedescendant");
    input.setAttribute("aria-activedescendant", options()[at].id);
    options()[at].scrollIntoView({ block: "nearest" });
  }

  function choose(option) {
    input.value = option.textContent;
    close();
    input.form.requestSubmit();
  }

  function show(texts) {
    list.replaceChildren(...texts.map((text, number) => {
      const option = document.createElement("li");
      option.id = `suggestie-${number}`;
      option.textContent = text;
      option.setAttribute("role", "option");
      option.addEventListener("pointerdown", (event) => event.preventDefault());
      option.addEventListener("click", () => choose(option));
      return option;
    }));
    list.hidden = texts.length === 0;
    input.setAttribute("aria-expanded", String(!list.hidden));
    said.textContent = texts.length ? `${texts.length} ${area.dataset.suggestSome}` : area.dataset.suggestNone;
    point(-1);
  }

  async function ask() {
    asking?.abort();
    asking = new AbortController();
    const address = `${area.dataset.suggest}?${new URLSearchParams({ q: typed })}`;
    try {
      const answer = await fetch(address, { signal: asking.signal, headers: { Accept: "application/json" } });
      if (answer.ok) show((await answer.json()).suggesties);
    } catch (error) {
      if (error.name !== "AbortError") close();
    }
  }

  function move(step) {
    const count = options().length;
    point(at + step < -1 ? count - 1 : at + step >= count ? -1 : at + step);
    input.value = at < 0 ? typed : options()[at].textContent;
  }

  input.addEventListener("input", () => {
    typed = input.value;
    clearTimeout(waiting);
    if (typed.trim().length < FEWEST) return close();
    waiting = setTimeout(ask, WAIT);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      input.value = typed;
      close();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    }
  });
  input.addEventListener("blur", close);
  input.form.addEventListener("submit", close);
}

document.querySelectorAll("[data-suggest]").forEach(start);
