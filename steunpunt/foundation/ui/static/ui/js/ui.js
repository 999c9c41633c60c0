/* Small comforts on top of pages that work without them: menus that close, errors in sight, asking first, the theme. */

const WORDS = { yes: "Ja, doe dat", no: "Nee, terug" };

function closeMenusOutside(target) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(target)) menu.open = false;
  }
}

function closeMenuOnEscape(event) {
  if (event.key !== "Escape") return;
  const menu = document.activeElement?.closest("details.menu[open], details.menu-toggle[open]") ?? document.querySelector("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
}

function submitOnChange(event) {
  const control = event.target.closest("[data-autosubmit]");
  if (control?.form) control.form.requestSubmit();
}

function hideNeedlessButtons(root) {
  for (const button of root.querySelectorAll("[data-autosubmit-button]")) button.hidden = true;
}

/* Without <dialog> or with an unknown trigger the deed goes on: the server stays the judge. */
function askFirst(event) {
  const trigger = event.target.closest("[data-confirm]");
  if (!trigger || trigger.dataset.confirmed) return;
  event.preventDefault();
  const dialog = confirmation(trigger.dataset.confirm);
  dialog.addEventListener("close", () => {
    const agreed = dialog.returnValue === "yes";
    dialog.remove();
    trigger.focus();
    if (!agreed) return;
    trigger.dataset.confirmed = "yes";
    trigger.click();
    delete trigger.dataset.confirmed;
  });
  dialog.showModal();
}

function confirmation(sentence) {
  const dialog = document.createElement("dialog");
  const form = document.createElement("form");
  const text = document.createElement("p");
  const actions = document.createElement("div");
  form.method = "dialog";
  text.id = "ui-confirm-text";
  text.textContent = sentence;
  actions.className = "form__actions";
  actions.append(choice("yes", "danger"), choice("no", "secondary"));
  form.append(text, actions);
  dialog.setAttribute("aria-labelledby", text.id);
  dialog.append(form);
  document.body.append(dialog);
  return dialog;
}

function choice(value, kind) {
  const button = document.createElement("button");
  button.value = value;
  button.className = `button button--${kind}`;
  button.textContent = WORDS[value];
  if (value === "no") button.autofocus = true;
  return button;
}

/* The cookie lets the server put the theme in the page at once, so that nothing flashes. */
function startThemeSwitch(group) {
  const themes = { licht: "light", donker: "dark" };
  const kept = document.cookie.match(/(?:^|; )thema=(\w*)/)?.[1] ?? "";
  const show = (name) => {
    if (themes[name]) document.documentElement.dataset.theme = themes[name];
    else delete document.documentElement.dataset.theme;
    for (const button of group.querySelectorAll("button")) {
      button.setAttribute("aria-pressed", String(button.dataset.themeValue === name));
    }
  };
  group.hidden = false;
  show(kept);
  group.addEventListener("click", (event) => {
    const name = event.target.closest("button")?.dataset.themeValue;
    if (name === undefined) return;
    document.cookie = `thema=${name}; path=/; max-age=${name ? 31536000 : 0}; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
    show(name);
  });
}

document.addEventListener("click", (event) => closeMenusOutside(event.target));
document.addEventListener("focusin", (event) => closeMenusOutside(event.target));
document.addEventListener("keydown", closeMenuOnEscape);
document.addEventListener("change", submitOnChange);
document.addEventListener("click", askFirst);
document.addEventListener("htmx:load", (event) => hideNeedlessButtons(event.target));
hideNeedlessButtons(document);
document.querySelector("[data-form-errors]:not([data-specimen] *)")?.focus();
document.querySelectorAll("[data-theme-switch]").forEach(startThemeSwitch);
document.querySelector(".section-nav [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
