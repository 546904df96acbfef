// The panel at the foot of the page that shows what is being sent: the total, what runs, what failed. It stays small whatever comes.
const MOST_ROWS = 8;

export function panel(root, word) {
  const told = root.querySelector("[data-told]");
  const meter = root.querySelector("progress[data-all]");
  const list = root.querySelector("[data-list]");
  const acts = root.querySelector("[data-acts]");
  const view = { act: () => {}, show, say, quiet: () => { root.hidden = true; } };
  let planned = 0;
  let sender;

  function say(words) {
    root.hidden = false;
    told.textContent = words;
    acts.replaceChildren();
    list.replaceChildren();
  }

  // Many events come at once; one drawing for each frame is enough.
  function show(which) {
    sender = which;
    planned ||= requestAnimationFrame(() => { planned = 0; draw(); });
  }

  function draw() {
    const { jobs } = sender;
    root.hidden = jobs.length === 0;
    const bytes = jobs.reduce((sum, job) => sum + job.file.size, 0);
    const sent = jobs.reduce((sum, job) => sum + job.sent, 0);
    const done = jobs.filter((job) => job.state === "done").length;
    const failed = jobs.filter((job) => job.state === "failed").length;
    meter.max = bytes + jobs.length;
    meter.value = sent + done;
    speak(jobs, bytes, sent, done, failed);
    const rows = [
      ...jobs.filter((job) => job.state === "failed"),
      ...jobs.filter((job) => job.state === "sending"),
      ...jobs.filter((job) => job.state === "done" && job.remark).reverse(),
    ].slice(0, MOST_ROWS);
    keep(list, rows.map(row));
    const waiting = jobs.filter((job) => job.state === "waiting").length;
    if (waiting > 0) list.append(line(word("MoreWaiting", waiting)));
    buttons(jobs, failed);
  }

  function speak(jobs, bytes, sent, done, failed) {
    const words = sender.busy
      ? word("Total", done, jobs.length, size(sent), size(bytes)) + left(bytes, sent)
      : failed > 0 ? word("SomeFailed", done, failed) : word("AllDone", done);
    if (told.textContent !== words) told.textContent = words;
  }

  function left(bytes, sent) {
    const seconds = (Date.now() - sender.begun) / 1000;
    if (seconds < 3 || sent === 0 || sent === bytes) return "";
    const rest = (bytes - sent) * seconds / sent;
    return " · " + (rest < 60 ? word("Soon") : word("Left", Math.ceil(rest / 60)));
  }

  function buttons(jobs, failed) {
    const wanted = [];
    const batch = jobs.find((job) => job.batch)?.batch;
    if (failed > 1) wanted.push(["retryAll", word("RetryAll")]);
    if (sender.busy) wanted.push(["stop", word("Stop")]);
    const key = JSON.stringify([wanted, sender.busy ? "" : batch]);
    if (acts.dataset.key === key) return;
    acts.dataset.key = key;
    acts.replaceChildren(...wanted.map(([name, words]) => button(words, () => view.act(name))));
    if (sender.busy) return;
    if (batch && location.pathname !== `/inbox/${batch}`) {
      const link = document.createElement("a");
      link.className = "button small";
      link.href = `/inbox/${batch}`;
      link.textContent = word("Open");
      acts.append(link);
    }
    acts.append(button(word("Close"), () => { root.hidden = true; }));
  }

  function row(job) {
    job.row ??= element(job);
    const [name, state, bar] = job.row.children;
    job.row.dataset.state = job.state;
    name.textContent = job.path;
    state.textContent = job.told || (job.state === "sending" ? word("Sending") : "");
    bar.hidden = job.state !== "sending";
    bar.max = Math.max(1, job.file.size);
    bar.value = job.sent;
    const again = job.row.querySelector("button");
    if (job.state === "failed" && !again) job.row.append(button(word("Retry"), () => view.act("retry", job)));
    if (job.state !== "failed") again?.remove();
    return job.row;
  }

  return view;
}

function element(job) {
  const item = document.createElement("li");
  const name = document.createElement("span");
  const state = document.createElement("span");
  const bar = document.createElement("progress");
  name.className = "name";
  state.className = "told";
  bar.className = "meter";
  bar.setAttribute("aria-label", job.path);
  item.append(name, state, bar);
  return item;
}

function line(words) {
  const item = document.createElement("li");
  item.className = "muted";
  item.textContent = words;
  return item;
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button small";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

// Leaves what stands already in its place, so that focus and bars are not lost.
function keep(list, rows) {
  [...list.children].filter((child) => !rows.includes(child)).forEach((child) => child.remove());
  rows.forEach((item, index) => { if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null); });
}

function size(bytes) {
  const units = ["B", "KB", "MB", "GB"];
  let unit = 0;
  while (bytes >= 1000 && unit < units.length - 1) { bytes /= 1024; unit++; }
  return `${bytes >= 100 || unit === 0 ? Math.round(bytes) : bytes.toFixed(1)} ${units[unit]}`;
}
