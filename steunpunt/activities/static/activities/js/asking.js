/* Asks the server again and again, politely: with a mark, so that no news costs nothing, and slower when it does not answer. */

const SLOWEST = 15000;

export function keepAsking(url, every, { onNews, onTime, onAnswer, onSilence }) {
  let mark = "";
  let wait = every;
  let timer = 0;

  async function ask() {
    try {
      const answer = await fetch(url, { headers: { "If-None-Match": mark, "X-Live": "1" }, cache: "no-store", credentials: "same-origin" });
      wait = every;
      onAnswer?.();
      if (answer.headers.get("X-Now")) onTime?.(answer.headers.get("X-Now"));
      if (answer.status !== 304) {
        const news = await answer.json();
        mark = answer.headers.get("ETag") ?? "";
        if (news.poll) every = wait = news.poll;
        onNews(news);
      }
    } catch {
      wait = Math.min(SLOWEST, wait * 1.5);
      onSilence?.();
    }
    plan();
  }

  function plan() {
    clearTimeout(timer);
    timer = setTimeout(ask, wait * (0.9 + Math.random() * 0.2));
  }

  function now() {
    clearTimeout(timer);
    ask();
  }

  addEventListener("online", now);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) now(); });
  plan();
  return now;
}
