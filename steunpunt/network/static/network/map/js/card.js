/* The card over the map that tells about one mark: fetched as a piece of page, with focus led in and back out. */

export class Card {
  constructor(element, address) {
    this.element = element;
    this.body = element.querySelector("[data-card-body]");
    this.address = address;
    this.asked = 0;
    element.querySelector("[data-card-close]").addEventListener("click", () => this.close());
    element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /* `question` are the parameters of the piece of page; a later question overtakes an earlier answer. */
  async open(question, { focus = true } = {}) {
    const turn = (this.asked += 1);
    const from = document.activeElement;
    const answer = await fetch(`${this.address}?${new URLSearchParams(question)}`, { headers: { "HX-Request": "true" } });
    if (turn !== this.asked) return;
    const text = answer.ok ? await answer.text() : "";
    if (!text) return;
    this.body.innerHTML = text;
    this.element.hidden = false;
    this.element.scrollTop = 0;
    this.comeFrom = from;
    if (focus) (this.body.querySelector("h2") ?? this.element).focus({ preventScroll: true });
  }

  close() {
    this.asked += 1;
    if (!this.isOpen) return;
    const hadFocus = this.element.contains(document.activeElement);
    this.element.hidden = true;
    this.element.dispatchEvent(new CustomEvent("card:closed"));
    if (hadFocus) this.comeFrom?.focus({ preventScroll: true });
  }
}
