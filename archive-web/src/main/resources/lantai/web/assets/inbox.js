// Receiving: files and folders dropped anywhere are sent in pieces, three at a time; lists renew themselves while work goes on.
import { toast } from "./lantai.js";
import { gather, picked } from "./inbox-gather.js";
import { Sender } from "./inbox-send.js";
import { panel } from "./inbox-panel.js";

const zone = document.getElementById("drop");

if (zone) {
  const word = (name, ...values) =>
    values.reduce((text, value, index) => text.replaceAll(`%${index}`, value), zone.dataset["word" + name] ?? "");
  const shown = panel(document.getElementById("uploads"), word);
  const sender = new Sender(zone.dataset.batch, word, shown);

  const take = (files, skipped) => {
    if (skipped > 0) toast(word("Skipped", skipped));
    if (files.length === 0) { shown.quiet(); if (skipped === 0) toast(word("Nothing")); return; }
    sender.add(files);
  };

  // The whole page is the drop zone; the veil says so while something is held over it.
  const veil = document.getElementById("veil");
  let depth = 0;
  const holdsFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  const cover = (on) => { veil.hidden = !on; };
  addEventListener("dragenter", (event) => { if (holdsFiles(event)) { event.preventDefault(); depth++; cover(true); } });
  addEventListener("dragover", (event) => { if (holdsFiles(event)) { event.preventDefault(); event.dataTransfer.dropEffect = "copy"; } });
  addEventListener("dragleave", (event) => { if (holdsFiles(event) && --depth <= 0) { depth = 0; cover(false); } });
  addEventListener("drop", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    depth = 0;
    cover(false);
    shown.say(word("Reading"));
    gather(event.dataTransfer).then(({ files, skipped }) => take(files, skipped));
  });

  zone.addEventListener("click", (event) => {
    const pick = event.target.closest("[data-pick]");
    if (pick) zone.querySelector(`[data-input="${pick.dataset.pick}"]`).click();
  });
  zone.addEventListener("change", (event) => {
    if (!event.target.matches("[data-input]")) return;
    const { files, skipped } = picked(event.target.files);
    event.target.value = "";
    take(files, skipped);
  });

  addEventListener("beforeunload", (event) => { if (sender.busy) event.preventDefault(); });
}

// The live part: fetched again when the server says that something in it has changed, or each five seconds without events.
const live = document.querySelector("[data-live]");

if (live) {
  let wanted = false;
  let running = false;

  const chosen = () => new Set([...live.querySelectorAll("input[name=file]:checked")].map((box) => box.value));
  const focusKey = () => {
    const element = document.activeElement;
    if (!live.contains(element)) return null;
    const row = element.closest("[data-id]")?.dataset.id;
    return { row, tag: element.tagName, action: element.getAttribute("formaction") ?? element.getAttribute("href") ?? element.name };
  };
  const refocus = (key) => {
    if (!key) return;
    const scope = key.row ? live.querySelector(`[data-id="${CSS.escape(key.row)}"]`) : live;
    [...(scope?.querySelectorAll(key.tag) ?? [])]
      .find((element) => (element.getAttribute("formaction") ?? element.getAttribute("href") ?? element.name) === key.action)
      ?.focus({ preventScroll: true });
  };

  const renew = async () => {
    if (running || document.hidden) { wanted = true; return; }
    running = true;
    wanted = false;
    try {
      const answer = await fetch(location.href, { headers: { "HX-Request": "true", Accept: "text/html" } });
      if (answer.status === 401) location.reload();
      if (answer.ok) replace(await answer.text());
    } catch {
      wanted = true;
    } finally {
      running = false;
      if (wanted) setTimeout(renew, 1000);
    }
  };

  const replace = (html) => {
    const boxes = chosen();
    const focus = focusKey();
    live.innerHTML = html;
    live.querySelectorAll("input[name=file]").forEach((box) => {
      if (!boxes.has(box.value)) return;
      box.checked = true;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    });
    refocus(focus);
  };

  const concerns = (ids) => ids && (!live.dataset.batch || ids.split(" ").includes(live.dataset.batch));
  let polling = 0;
  const poll = () => { polling ||= setInterval(renew, 5000); };

  const events = new EventSource("/inbox/events");
  events.addEventListener("open", () => { clearInterval(polling); polling = 0; renew(); });
  events.addEventListener("changed", (event) => { if (concerns(event.data)) renew(); });
  events.addEventListener("error", poll);
  document.addEventListener("visibilitychange", () => { if (!document.hidden && wanted) renew(); });
  document.addEventListener("lantai-received", renew);
  addEventListener("pagehide", () => events.close());
}

// A button for one file sends that file alone, whatever else is chosen.
document.addEventListener("click", (event) => {
  const single = event.target.closest("[data-single]");
  if (!single) return;
  live?.querySelectorAll("input[name=file]").forEach((box) => { box.checked = false; });
});
