// Receiving: files and folders dropped anywhere are sent in pieces, three at a time.
import { toast } from "./lantai.js";
import { gather, picked } from "./inbox-gather.js";
import { Sender } from "./inbox-send.js";
import { panel } from "./inbox-panel.js";
import "./inbox-live.js";

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

// A button for one file sends that file alone, whatever else is chosen.
document.addEventListener("click", (event) => {
  const single = event.target.closest("[data-single]");
  if (!single) return;
  document.querySelectorAll("[data-live] input[name=file]").forEach((box) => { box.checked = false; });
});
