/* The legend with its numbers, and the sentence that says what the map shows now. */

const number = new Intl.NumberFormat("nl-NL");

/* What is in the list but cannot be drawn. */
function missing(unplaced) {
  const who = unplaced === 1 ? "1 partnerschap staat" : `${number.format(unplaced)} partnerschappen staan`;
  return `${who} alleen in de lijst: wie er meedoen weten we nog niet.`;
}

export class Legend {
  constructor(list, sentence) {
    this.list = list;
    this.sentence = sentence;
  }

  say(sentence) {
    this.sentence.textContent = sentence;
  }

  /* A layer without hits stays listed, with its zero. */
  show(counts, isFiltered, unplaced) {
    const placed = counts.partnership - unplaced;
    for (const [kind, count] of Object.entries({ ...counts, partnership: placed })) {
      const item = this.list.querySelector(`[data-layer="${kind}"]`);
      item.querySelector("[data-count]").textContent = number.format(count);
      item.classList.toggle("legend__none", count === 0);
    }
    const schools = counts.core + counts.shell + counts.other;
    const partnerships = placed === 1 ? "1 opleidingsschool" : `${number.format(placed)} opleidingsscholen`;
    const lead = isFiltered ? "Op de kaart licht op" : "Op de kaart";
    const found = `${lead}: ${partnerships} en ${schools === 1 ? "1 school" : `${number.format(schools)} scholen`}.`;
    this.say(unplaced ? `${found} ${missing(unplaced)}` : found);
  }
}
