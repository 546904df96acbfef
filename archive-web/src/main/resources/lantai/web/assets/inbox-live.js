// The live part of a page of the inbox: fetched again whenever the server says that something in it has changed, or each five
// seconds while nobody listens to us. Its data-hears says which: "yes" or "no".
import { waits } from "./lantai.js";

const live = document.querySelector("[data-live]");
const POLL = 5000;
const AGAIN = 1000;

if (live) {
  let wanted = false;
  let running = false;
  let polling = 0;
  let events;
  let stopped = false;

  const renew = async () => {
    if (stopped) return;
    if (running || document.hidden) { wanted = true; return; }
    running = true;
    wanted = false;
    try {
      const answer = await fetch(location.href, { headers: { "HX-Request": "true", Accept: "text/html" } });
      if (answer.status === 401) location.reload();
      else if (answer.ok) replace(await answer.text());
      else if (answer.status < 500) stop(await answer.text());
      else wanted = true;
    } catch {
      wanted = true;
    } finally {
      running = false;
      if (wanted) setTimeout(renew, AGAIN);
    }
  };

  const hears = (yes) => {
    live.dataset.hears = yes ? "yes" : "no";
    clearInterval(polling);
    polling = yes ? 0 : setInterval(renew, POLL);
  };

  // what is refused now will be refused again: the person is told why, and what is still shown stays as it was
  const stop = (why) => {
    stopped = true;
    clearInterval(polling);
    events.close();
    const told = document.getElementById("live-refused");
    told.querySelector("[data-why]").textContent = why;
    told.hidden = false;
  };

  const concerns = (ids) => ids && (!live.dataset.batch || ids.split(" ").includes(live.dataset.batch));

  const listen = () => {
    if (stopped) return;
    events = new EventSource("/inbox/events");
    events.addEventListener("open", () => hears(true));
    // the first word after each beginning: what happened before it was told to nobody
    events.addEventListener("look", renew);
    events.addEventListener("changed", (event) => { if (concerns(event.data)) renew(); });
    events.addEventListener("error", () => {
      hears(false);
      // an answer that was no stream ends the browser's own tries
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, POLL);
    });
  };

  listen();
  document.addEventListener("visibilitychange", () => { if (!document.hidden && wanted) renew(); });
  document.addEventListener("lantai-received", renew);
  addEventListener("pagehide", () => events.close());
  addEventListener("pageshow", (event) => { if (event.persisted) { listen(); renew(); } });
}

function replace(html) {
  const boxes = new Set([...live.querySelectorAll("input[name=file]:checked")].map((box) => box.value));
  const focus = focusKey();
  live.innerHTML = html;
  waits("/review", Number(document.getElementById("waits").getAttribute("value")));
  live.querySelectorAll("input[name=file]").forEach((box) => {
    if (!boxes.has(box.value)) return;
    box.checked = true;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  });
  refocus(focus);
}

const act = (element) => element.getAttribute("formaction") ?? element.getAttribute("href") ?? element.name;

function focusKey() {
  const element = document.activeElement;
  if (!live.contains(element)) return null;
  return { row: element.closest("[data-id]")?.dataset.id, tag: element.tagName, action: act(element) };
}

function refocus(key) {
  if (!key) return;
  const scope = key.row ? live.querySelector(`[data-id="${CSS.escape(key.row)}"]`) : live;
  [...(scope?.querySelectorAll(key.tag) ?? [])].find((element) => act(element) === key.action)?.focus({ preventScroll: true });
}
