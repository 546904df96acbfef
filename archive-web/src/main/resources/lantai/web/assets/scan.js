// A page scanned again is sent to its batch with a word on which page it is.
import { toast } from "./lantai.js";

const list = document.getElementById("scan-pages");

list?.addEventListener("change", async (event) => {
  const page = event.target.dataset.rescan;
  const file = event.target.files?.[0];
  if (!page || !file) return;
  const name = `rescan/${Date.now()}-${file.name}`;
  const url = `/api/v1/batches/${list.dataset.batch}/files/${name.split("/").map(encodeURIComponent).join("/")}?rescan-of=${encodeURIComponent(page)}`;
  const answer = await fetch(url, {
    method: "PUT",
    headers: { Accept: "application/json", "Content-Type": "application/octet-stream" },
    body: file,
  }).catch(() => null);
  const told = await answer?.json().catch(() => ({}));
  toast(answer?.ok ? list.dataset.sent : told?.detail ?? "—");
  event.target.value = "";
});
