/* The big screen: asks every second, and shows what changed. */

import { keepAsking } from "./asking.js";
import { setClock } from "./clock.js";

const root = document.querySelector("[data-wall]");
let shown = "";

function show(news) {
  if (news.over || (news.activity && news.activity !== root.dataset.activity)) return location.reload();
  if (news.html !== shown) root.innerHTML = shown = news.html;
  setClock(news.now, news.until);
  root.dispatchEvent(new CustomEvent("live:shown", { bubbles: true }));
}

setClock(root.dataset.now, root.dataset.until);
keepAsking(root.dataset.stand, 1000, { onNews: show, onTime: (now) => setClock(now) });
