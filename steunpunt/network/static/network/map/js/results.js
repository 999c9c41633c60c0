/* The list beside the map: its form, its links and its rows, which htmx replaces while the map stays. */

function withoutEmpty(pairs) {
  return new URLSearchParams([...pairs].filter(([, value]) => value !== ""));
}

export function addressParameters() {
  return withoutEmpty(new URLSearchParams(location.search));
}

function formParameters(form) {
  return withoutEmpty(new FormData(form));
}

/* Links that only change the filters stay on this page; a click with a modifier key is left alone. */
function ownLink(event) {
  if (event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target.closest("a[href]");
  return link && link.origin === location.origin && link.pathname === location.pathname && !link.hash ? link : null;
}

/* Calls `choose(parameters, started)` at every choice, before the list is there. */
export function followForm(choose) {
  const fromForm = (event) => {
    if (event.target.form?.id === "filters" || event.target.id === "filters") {
      choose(formParameters(document.getElementById("filters")), event.timeStamp);
    }
  };
  document.addEventListener("change", fromForm);
  document.addEventListener("submit", fromForm);
  document.addEventListener("htmx:historyRestore", () => choose(addressParameters(), performance.now()));
}

export function followLinks(container, choose) {
  container.addEventListener("click", (event) => {
    const link = ownLink(event);
    if (!link || !globalThis.htmx) return;
    event.preventDefault();
    choose(withoutEmpty(link.search ? new URLSearchParams(link.search) : new URLSearchParams()), event.timeStamp);
    globalThis.htmx.ajax("GET", link.href, { target: "#lijst", swap: "outerHTML show:none" }).then(() => {
      document.getElementById("aantal")?.scrollIntoView({ block: "nearest" });
    });
  });
}

/* A row that has the pointer or the focus lights up its mark. */
export function followRows(container, light) {
  const reference = (event) => event.target.closest?.("[data-map]")?.dataset.map ?? null;
  for (const name of ["mouseover", "focusin"]) container.addEventListener(name, (event) => light(reference(event)));
  for (const name of ["mouseleave", "focusout"]) container.addEventListener(name, () => light(null));
}
