// What was dropped or picked, as a flat list of {path, file}; folders are walked to their ends.
const SYSTEM = /^(\.DS_Store|\._.*|Thumbs\.db|desktop\.ini|~\$.*|__MACOSX)$/i;

export async function gather(transfer) {
  // The entries must be asked for at once: after the first wait the browser has let go of them.
  const entries = [...transfer.items].filter((item) => item.kind === "file").map((item) => item.webkitGetAsEntry?.());
  const loose = [...transfer.files];
  const result = { files: [], skipped: 0 };
  if (entries.length === 0 || entries.some((entry) => !entry)) {
    loose.forEach((file) => take(result, file.name, file));
    return result;
  }
  for (const entry of entries) await walk(entry, "", result);
  return result;
}

export function picked(list) {
  const result = { files: [], skipped: 0 };
  [...list].forEach((file) => take(result, file.webkitRelativePath || file.name, file));
  return result;
}

function take(result, path, file) {
  if (path.split("/").some((part) => SYSTEM.test(part))) result.skipped++;
  else result.files.push({ path, file });
}

async function walk(entry, above, result) {
  const path = above + entry.name;
  if (entry.isFile) {
    const file = await new Promise((found, failed) => entry.file(found, failed)).catch(() => null);
    if (file) take(result, path, file);
    return;
  }
  if (SYSTEM.test(entry.name)) { result.skipped++; return; }
  const reader = entry.createReader();
  // A reader gives a hundred entries at a time.
  for (;;) {
    const some = await new Promise((found, failed) => reader.readEntries(found, failed)).catch(() => []);
    if (some.length === 0) return;
    some.sort((a, b) => a.name.localeCompare(b.name, "zh"));
    for (const child of some) await walk(child, path + "/", result);
  }
}
