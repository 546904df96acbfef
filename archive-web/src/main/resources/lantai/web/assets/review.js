// The review desk: documents are fetched ahead, deeds are sent behind, so that the eye and the hand never wait.
import { toast, waits } from "./lantai.js";

const root = document.getElementById("review");
const batch = root.dataset.batch;
const words = Object.fromEntries([...document.querySelectorAll("#words dt")].map((key) => [key.textContent, key.nextElementSibling.textContent]));
const say = (key, ...values) => values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), words[key] ?? key);
const $ = (id) => document.getElementById(id);
const api = "/api/v1/review";

const REQUIRED = new Set(["category", "title", "year", "retention"]);
const ORDER = ["secrecy-mark", "kind", "category", "title", "date", "year", "person-name", "person-id", "responsible", "document-number", "project", "photo-group", "amount", "insurance", "retention", "reference-code"];
const CHOICES = { category: document.querySelector("#choices"), kind: $("kind-choices"), retention: $("retention-choices") };
const names = Object.fromEntries(Object.entries(CHOICES).map(([field, template]) =>
  [field, Object.fromEntries([...template.content.querySelectorAll("option")].map((option) => [option.value, option.textContent]))]));

const known = new Map(); // id -> promise of a document
const TYPED = `lantai-typed-${root.dataset.account}`;
const drafts = typed(); // id -> what was typed into a document and is not sent yet, by field
const faults = new Map(); // id -> {code, words}: what the server found wrong with it
const sent = new Map(); // id -> "accepted" or "rejected": what has left the desk
const deeds = []; // the batches of what was done, the last one at the end
let clear = []; // what can be accepted together
let queue = [];
let total = 0;
let waiting = 0; // documents that wait in all batches
let accepted = Number($("accepted")?.textContent ?? 0);
let now = null; // the document on the desk
let field = 0;
let pageAt = 0;
let zoom = 1;
let editing = null;
let particular = null; // the particular in focus
let watching = 0;
let sending = Promise.resolve();

async function call(path, body) {
  const response = await fetch(api + path, body === undefined ? {} :
    { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw Object.assign(new Error(answer.detail ?? answer.title ?? say("review.offline")), { code: answer.code, status: response.status });
  return answer;
}

function load(id, fresh) {
  if (fresh) known.delete(id);
  if (!known.has(id)) {
    const promise = call(`/documents/${id}`).then((document) => {
      document.pages.filter((page) => page.picture).slice(0, 1).forEach((page) => { new Image().src = picture(document, page); });
      return document;
    });
    promise.catch(() => known.delete(id));
    known.set(id, promise);
  }
  return known.get(id);
}

const address = (document, page, name) => `/review/pages/${document.id}/${page.ordinal}/${name}.jpg?v=${document.version}&turn=${page.turn}`;
const picture = (document, page) => address(document, page, "page");
const small = (document, page) => address(document, page, "small");

function draft(document) {
  if (!drafts.has(document.id)) drafts.set(document.id, {});
  return drafts.get(document.id);
}

/** What was typed into particulars stands among what was typed, marked; it is sent on its own. */
const PARTICULAR = "particular:";
const typedFields = (document) => Object.fromEntries(Object.entries(draft(document)).filter(([code]) => !code.startsWith(PARTICULAR)));
const typedParticulars = (document) => Object.fromEntries(Object.entries(draft(document)).filter(([code]) => code.startsWith(PARTICULAR)).map(([code, value]) => [code.slice(PARTICULAR.length), value]));

const typedInto = (id) => Object.keys(drafts.get(id) ?? {}).length > 0;

/** What was typed before the page was loaded again; gone with the tab, and with signing out. */
function typed() {
  try {
    return new Map(Object.entries(JSON.parse(sessionStorage.getItem(TYPED) ?? "{}")));
  } catch {
    return new Map();
  }
}

function keepTyped() {
  const open = [...drafts].filter(([, fields]) => Object.keys(fields).length > 0);
  if (open.length === 0) sessionStorage.removeItem(TYPED);
  else sessionStorage.setItem(TYPED, JSON.stringify(Object.fromEntries(open)));
}

function forget(id) {
  drafts.delete(id);
  keepTyped();
}

async function refill() {
  const answer = await call(`/queue?size=200${batch ? `&batch=${batch}` : ""}`);
  queue = answer.ids.filter((id) => !sent.has(id));
  count(answer);
  askClear().catch(() => {});
}

/** What the server counts, less what is on its way to it. */
function count(answer) {
  const underWay = answer.ids.filter((id) => sent.has(id)).length;
  total = answer.total - underWay;
  waiting = answer.waiting - underWay;
}

/** Adds what has come in since, without touching the order of what is known. */
async function topUp() {
  const answer = await call(`/queue?size=200${batch ? `&batch=${batch}` : ""}`);
  const gone = new Set([...sent.keys(), ...queue]);
  queue.push(...answer.ids.filter((id) => !gone.has(id)));
  count(answer);
  showCounts();
}

/** Asks anew what can be accepted together; what was typed into is left to the person. */
async function askClear() {
  const answer = await call(`/clear${batch ? `?batch=${batch}` : ""}`);
  clear = answer.ids.filter((id) => !sent.has(id) && !typedInto(id));
  showCounts();
}

function showCounts() {
  $("left").textContent = say("review.left", Math.max(total, queue.length));
  waits("/review", Math.max(waiting, total, queue.length));
  $("clear").textContent = clear.length;
  $("clear-button").hidden = clear.length === 0;
  if ($("accepted")) { $("accepted").textContent = accepted; $("file-button").disabled = accepted === 0; $("file-what").textContent = say("review.file.what", accepted); }
}

async function next(at = 0) {
  if (queue.length === 0) await refill().catch(() => {});
  else if (queue.length < 5) topUp().catch(() => {});
  showCounts();
  const id = queue[0];
  $("empty").hidden = Boolean(id);
  $("work").hidden = !id;
  if (!id) { now = null; watch(null); $("secret").hidden = true; root.dataset.document = ""; return; }
  try {
    show(await load(id), at);
  } catch (failure) {
    toast(failure.message);
    if (failure.status === 404) { queue.shift(); return next(); }
  }
  queue.slice(1, 4).forEach((ahead) => load(ahead).catch(() => {}));
}

function show(document, at = 0, code = faults.get(document.id)?.code) {
  now = document;
  pageAt = Math.min(at, document.pages.length - 1);
  editing = null;
  particular = null;
  arrange();
  field = Math.max(0, document.fields.findIndex((each) => each.code === code));
  strip();
  sheet();
  fields();
  particulars();
  lines();
  watch(document);
  $("stopped").hidden = !document.stopped;
  $("stopped-why").textContent = document.stopped;
  root.dataset.document = document.id;
  root.dataset.shown = String(performance.now());
  $("fields").focus({ preventScroll: true });
}

/** While pages of the document are read again, looks every half second for what comes of it. */
function watch(document) {
  clearTimeout(watching);
  const reading = Boolean(document?.reading);
  root.dataset.reading = reading ? "true" : "";
  $("reading").hidden = !reading;
  if (!reading) return;
  watching = setTimeout(async () => {
    const fresh = editing ? document : await load(document.id, true).catch(() => document);
    if (now !== document) return;
    if (fresh.reading) watch(document);
    else show(fresh, pageAt, now.fields[field].code);
  }, 500);
}

/** Fields in the order of the desk: doubtful ones first, then the order of a description; the expected ones always. */
function arrange() {
  const at = new Map(now.fields.map((each) => [each.code, each]));
  const category = typedFields(now).category ?? at.get("category")?.value;
  const belongs = { project: "KJ", "photo-group": "ZP" };
  ORDER.forEach((code) => { if (!at.has(code) && (REQUIRED.has(code) || belongs[code] && belongs[code] === category || code === "person-name" || code === "date" || code === "kind")) at.set(code, { code, value: "", confidence: 0, confirmed: false, candidates: [] }); });
  Object.entries(typedFields(now)).forEach(([code, value]) => at.set(code, { candidates: [], ...at.get(code), code, value, confidence: 1, confirmed: true }));
  const fault = faults.get(now.id);
  if (fault && at.has(fault.code)) at.get(fault.code).error = fault.words;
  const day = at.get("date");
  if (day && /年/.test(day.value)) day.error ??= say("review.no-such-day", day.value);
  const rank = (each) => (doubtful(each) ? 0 : 100) + ORDER.indexOf(each.code);
  now.fields = [...at.values()].sort((a, b) => rank(a) - rank(b));
}
const doubtful = (each) => !each.confirmed && (each.contested || each.drawn) || !each.confirmed && each.value !== "" && each.confidence < 0.85 || each.value === "" && (REQUIRED.has(each.code) || each.missed && !each.confirmed);
const shown = (code, value) => names[code]?.[value] ?? value;

function strip() {
  $("strip").replaceChildren(...now.pages.map((page, i) => {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-current", String(i === pageAt));
    if (page.picture) {
      const image = document.createElement("img");
      image.src = small(now, page);
      image.alt = "";
      image.loading = "lazy";
      button.append(image);
    }
    button.append(String(page.ordinal));
    button.addEventListener("click", () => turnTo(i));
    return button;
  }));
}

function turnTo(i) {
  pageAt = Math.max(0, Math.min(now.pages.length - 1, i));
  [...$("strip").children].forEach((button, at) => button.setAttribute("aria-current", String(at === pageAt)));
  $("strip").children[pageAt]?.scrollIntoView({ block: "nearest", inline: "nearest" });
  sheet();
  lines();
}

function sheet() {
  const page = now.pages[pageAt];
  const view = $("sheet");
  $("page-name").textContent = `${page.file} · ${say("review.page-of", pageAt + 1, now.pages.length)}`;
  ["rotate", "reread", "words"].forEach((deed) => { root.querySelector(`[data-act=${deed}]`).disabled = !page.picture; });
  if (!page.picture) {
    const text = document.createElement("div");
    text.className = "sheet-text";
    // The server has made this text from a white list of elements and escaped every value.
    text.innerHTML = now.html || "";
    if (!now.html) text.textContent = say("review.no-text");
    view.replaceChildren(text);
    return;
  }
  const frame = document.createElement("div");
  frame.className = "sheet-page";
  const image = document.createElement("img");
  image.alt = say("review.page-of", pageAt + 1, now.pages.length);
  image.src = picture(now, page);
  image.addEventListener("load", () => { if (page.width === 0) { page.width = image.naturalWidth; page.height = image.naturalHeight; } boxes(); });
  image.addEventListener("error", () => { image.alt = say("review.no-text"); });
  const overlay = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  frame.append(image, overlay);
  view.replaceChildren(frame);
  size();
  boxes();
}

function size() {
  const frame = $("sheet").querySelector(".sheet-page");
  if (frame) frame.style.setProperty("inline-size", `${Math.round(zoom * 100)}%`);
}

function boxes() {
  if (!now) return;
  const overlay = $("sheet").querySelector("svg");
  const page = now.pages[pageAt];
  if (overlay && now.reading) overlay.replaceChildren();
  if (!overlay || !page.width || now.reading) return;
  overlay.setAttribute("viewBox", `0 0 ${page.width} ${page.height}`);
  const focused = particular ?? now.fields[field];
  const places = now.fields.map((each) => [each, place(each)]).filter(([, at]) => at && at.page === page.ordinal);
  const others = !particular && focused?.contested ? focused.candidates.filter((each) => each.box && each.page === page.ordinal).map((each) => [each, each]) : [];
  const told = particular && place(particular);
  if (told && told.page === page.ordinal) places.push([particular, told]);
  overlay.replaceChildren(...[...others, ...places].map(([each, at]) => {
    const rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    const { left, top, right, bottom } = at.box;
    rect.setAttribute("x", left - 6);
    rect.setAttribute("y", top - 6);
    rect.setAttribute("width", right - left + 12);
    rect.setAttribute("height", bottom - top + 12);
    if (each === focused) rect.classList.add("focus");
    return rect;
  }));
  overlay.querySelector(".focus")?.scrollIntoView({ block: "center", inline: "nearest" });
}

const place = (each) => {
  const from = each.candidates.find((candidate) => candidate.value === each.value && candidate.box) ?? each.candidates.find((candidate) => candidate.box);
  return from && { page: from.page, box: from.box };
};

function fields() {
  $("fields").replaceChildren(...now.fields.map((each, i) => {
    const row = document.createElement("div");
    row.className = `f${doubtful(each) ? " doubtful" : ""}${each.confirmed ? " confirmed" : ""}`;
    row.setAttribute("role", "option");
    row.id = `field-${each.code}`;
    row.dataset.field = each.code;
    row.setAttribute("aria-selected", String(i === field));
    const name = document.createElement("span");
    name.className = "f-name";
    name.textContent = say(`review.field.${each.code}`);
    const value = document.createElement("span");
    value.className = "f-value";
    if (each.value === "") {
      const none = document.createElement(REQUIRED.has(each.code) ? "em" : "small");
      none.textContent = REQUIRED.has(each.code) ? say("review.required") : each.foreign ? say("review.foreign", each.foreign) : each.missed ? say("review.missed") : say("review.no-value");
      value.append(none);
    } else {
      const text = document.createElement("span");
      text.textContent = shown(each.code, each.value);
      value.append(text);
      if (draft(now)[each.code] !== undefined) {
        const mark = document.createElement("span");
        mark.className = "f-mark";
        mark.textContent = ` ${say("review.unsent")}`;
        value.append(mark);
      }
      if (doubtful(each)) {
        const mark = document.createElement("span");
        mark.className = "f-mark";
        mark.textContent = ` ${each.contested ? say("review.contested") : each.drawn ? say("review.drawn") : say("review.doubtful", Math.round(each.confidence * 100))}`;
        value.append(mark);
      }
    }
    row.append(name, value);
    if (i === field) row.append(candidates(each), ...because(each));
    if (each.error) {
      const error = document.createElement("p");
      error.className = "error";
      error.textContent = each.error;
      row.append(error);
    }
    row.addEventListener("click", (event) => { if (event.target.closest("button, input, select")) return; if (field === i) edit(); else focus(i); });
    return row;
  }));
  warn();
  $("fields").setAttribute("aria-activedescendant", `field-${now.fields[field].code}`);
  $("fields").children[field]?.scrollIntoView({ block: "nearest" });
}

const secrecy = (document) => document?.fields.find((each) => each.code === "secrecy-mark" && each.value !== "")?.value ?? "";

/** Says at once that a paper bears the mark of a state secret, and what returning it means then. */
function warn() {
  const mark = secrecy(now);
  $("secret").hidden = !mark;
  $("secret-mark").textContent = mark ? say("review.secret.mark", mark) : "";
  $("reject-title").textContent = say(mark ? "review.secret.title" : "review.reject.title");
  $("reject-hint").textContent = say(mark ? "review.secret.hint" : "review.reject.hint");
  root.querySelector("[data-act=accept]").classList.toggle("primary", !mark);
  $("reject-do").textContent = say(mark ? "review.secret.do" : "review.reject");
}

function because(each) {
  const words = each.candidates.find((candidate) => candidate.value === each.value)?.words ?? [];
  if (words.length === 0) return [];
  const note = document.createElement("small");
  note.className = "f-because";
  note.textContent = say("review.because", words.join("、"));
  return [note];
}

function candidates(each) {
  const list = document.createElement("div");
  list.className = "f-candidates";
  each.candidates.filter((candidate) => candidate.value !== each.value).slice(0, 5).forEach((candidate) => {
    const button = document.createElement("button");
    button.type = "button";
    button.tabIndex = -1;
    const key = document.createElement("kbd");
    key.textContent = each.candidates.indexOf(candidate) + 1;
    button.append(key, shown(each.code, candidate.shown || candidate.value));
    if (candidate.page && now.pages.length > 1) {
      const page = document.createElement("small");
      page.textContent = say("review.on-page", candidate.page);
      button.append(page);
    }
    button.addEventListener("click", () => take(each, candidate.value));
    list.append(button);
  });
  return list;
}

/** What the paper tells beside its fields: compact, doubtful ones marked; empty ones only while somebody looks for them. */
function particulars() {
  const pane = $("particulars");
  const all = now.particulars ?? [];
  Object.entries(typedParticulars(now)).forEach(([code, value]) => { const each = all.find((one) => one.code === code); if (each) Object.assign(each, { value, confirmed: true, doubtful: false }); });
  const fault = faults.get(now.id);
  pane.hidden = all.length === 0;
  pane.open = pane.open || now.findings.some((each) => each.state === "differs") || Boolean(fault?.code?.startsWith(PARTICULAR));
  $("particulars-count").textContent = say("review.particulars.count", all.filter((each) => each.value !== "").length, all.filter((each) => each.doubtful).length);
  $("findings").replaceChildren(...now.findings.map((finding) => {
    const line = document.createElement("li");
    line.className = finding.state;
    line.textContent = finding.words;
    return line;
  }));
  const shown = (each) => each.value !== "" || fault?.code === PARTICULAR + each.code;
  const none = all.filter((each) => !shown(each));
  $("particular-list").replaceChildren(...all.filter(shown).map((each) => told(each, fault)), ...none.length > 0 ? [unread(none)] : []);
}

/** What the kind of paper may tell and was not read stays folded away until somebody has it to add. */
function unread(none) {
  const fold = document.createElement("details");
  fold.id = "particulars-none";
  fold.open = Boolean($("particulars-none")?.open);
  const summary = document.createElement("summary");
  summary.className = "small";
  summary.textContent = say("review.particulars.none", none.length);
  fold.append(summary, ...none.map((each) => told(each)));
  return fold;
}

function told(each, fault) {
  const row = document.createElement("button");
  row.type = "button";
  row.className = `p${each.doubtful ? " doubtful" : ""}${each.confirmed ? " confirmed" : ""}${each.value === "" ? " none" : ""}`;
  row.dataset.particular = each.code;
  const name = document.createElement("span");
  name.className = "f-name";
  name.textContent = each.name;
  const value = document.createElement("span");
  value.className = "p-value";
  const text = document.createElement("span");
  text.textContent = each.value === "" ? say("review.no-value") : each.value;
  value.append(text);
  if (each.doubtful) {
    const mark = document.createElement("span");
    mark.className = "f-mark";
    mark.textContent = ` ${say("review.doubtful", Math.round(each.confidence * 100))}`;
    value.append(mark);
  }
  row.append(name, value);
  if (fault?.code === PARTICULAR + each.code) {
    const error = document.createElement("span");
    error.className = "error";
    error.textContent = fault.words;
    row.append(error);
  }
  row.addEventListener("focus", () => {
    particular = each;
    const at = place(each);
    const index = at ? now.pages.findIndex((page) => page.ordinal === at.page) : -1;
    if (index >= 0 && index !== pageAt) turnTo(index); else boxes();
  });
  row.addEventListener("blur", () => { if (particular === each) { particular = null; boxes(); } });
  row.addEventListener("click", () => { if (row.getAttribute("aria-current") === "true") write(each, row); else { $("particular-list").querySelectorAll("button").forEach((other) => other.setAttribute("aria-current", String(other === row))); row.focus(); } });
  row.addEventListener("keydown", (event) => {
    const by = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    if (by) { event.preventDefault(); event.stopPropagation(); (row[by]?.matches("details") ? row[by].firstElementChild : row[by])?.focus(); }
    if (event.key === "Enter" || event.key === "F2") { event.preventDefault(); event.stopPropagation(); write(each, row); }
  });
  return row;
}

/** Changes a particular in its place; the server checks it by its type. */
function write(each, row) {
  const control = document.createElement("input");
  control.className = "input";
  control.value = each.value;
  control.setAttribute("aria-label", each.name);
  const label = document.createElement("div");
  label.className = row.className;
  label.append(row.firstElementChild.cloneNode(true), control);
  row.replaceWith(label);
  control.focus();
  control.select();
  let done = false;
  const end = (keep) => {
    if (done) return;
    done = true;
    const value = control.value.trim();
    if (keep && value !== each.value) {
      draft(now)[PARTICULAR + each.code] = value;
      keepTyped();
      faults.delete(now.id);
    }
    particulars();
    $("particular-list").querySelector(`[data-particular="${each.code}"]`)?.focus();
  };
  control.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); end(true); }
    if (event.key === "Escape") { event.preventDefault(); end(false); }
  });
  control.addEventListener("blur", () => end(true));
}

function focus(i) {
  particular = null;
  field = (i + now.fields.length) % now.fields.length;
  const at = place(now.fields[field]);
  const index = at ? now.pages.findIndex((page) => page.ordinal === at.page) : -1;
  if (index >= 0 && index !== pageAt) turnTo(index); else boxes();
  fields();
}

function take(each, value) {
  each.value = value;
  each.confirmed = true;
  each.error = null;
  faults.delete(now.id);
  draft(now)[each.code] = value;
  keepTyped();
  editing = null;
  fields();
  boxes();
  $("fields").focus({ preventScroll: true });
}

function edit() {
  const each = now.fields[field];
  const row = $("fields").children[field];
  editing = each;
  const list = CHOICES[each.code];
  const control = document.createElement(list ? "select" : "input");
  control.className = "input";
  control.setAttribute("aria-label", say(`review.field.${each.code}`));
  if (list) {
    control.append(new Option(say("review.no-value"), ""), list.content.cloneNode(true));
  } else if (each.code === "date") {
    control.placeholder = "2025-03-12";
  }
  control.value = each.value;
  row.querySelector(".f-value").replaceChildren(control);
  control.focus();
  control.select?.();
  control.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.isComposing) { event.preventDefault(); event.stopPropagation(); take(each, control.value.trim()); focus(field); }
    if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); editing = null; fields(); $("fields").focus(); }
    event.stopPropagation();
  });
  control.addEventListener("blur", () => { if (editing === each) take(each, control.value.trim()); });
}

function lines() {
  const page = now.pages[pageAt];
  if (page.lines.length === 0) {
    const none = document.createElement("p");
    none.className = "muted";
    none.textContent = say(page.picture ? "review.no-text" : "review.text-beside");
    $("text").replaceChildren(none);
    return;
  }
  const rows = [];
  page.lines.forEach((line, i) => {
    if (i === 0 || line.row !== page.lines[i - 1].row) rows.push(document.createElement("p"));
    const row = rows.at(-1);
    if (row.hasChildNodes()) row.append("　");
    row.append(...letters(line));
  });
  $("text").replaceChildren(...rows);
}

/** The letters of a line, the doubtful ones underlined. */
function letters(line) {
  const parts = [];
  let from = 0;
  line.doubts.forEach((at) => {
    const letter = String.fromCodePoint(line.text.codePointAt(at));
    const mark = document.createElement("u");
    mark.textContent = letter;
    parts.push(line.text.slice(from, at), mark);
    from = at + letter.length;
  });
  parts.push(line.text.slice(from));
  return parts;
}

/** Sends a deed after those before it; a failure brings the document back to the desk. */
function behind(deed) {
  sending = sending.then(deed).catch((failure) => toast(failure.message));
  root.dataset.sending = "true";
  const mine = sending;
  mine.finally(() => { if (sending === mine) root.dataset.sending = ""; });
}

function accept() {
  const document = now;
  if (document.reading) { toast(say("review.reading")); return; }
  const missing = document.fields.findIndex((each) => REQUIRED.has(each.code) && each.value === "");
  if (missing >= 0) { document.fields[missing].error = say("review.required"); focus(missing); edit(); return; }
  const secret = document.fields.findIndex((each) => each.code === "secrecy-mark" && each.value !== "");
  if (secret >= 0) { document.fields[secret].error = say("review.secret"); focus(secret); return; }
  const body = { version: document.version, fields: typedFields(document), ordinal: 0 };
  const beside = typedParticulars(document);
  leave(document, "accepted");
  accepted += 1;
  behind(async () => {
    try {
      body.version = await sendParticulars(document, beside);
      await call(`/documents/${document.id}/accept`, body);
      forget(document.id);
    } catch (failure) {
      accepted -= 1;
      if (failure.code === "PARTICULAR_VALUE") blame(document, draft(document), failure.message);
      if (["FIELD_MALFORMED", "NO_SUCH_DAY"].includes(failure.code)) blame(document, body.fields, failure.message);
      const secret = failure.code === "STATE_SECRET" || failure.code === "SECRET_ALONE";
      if (secret) faults.set(document.id, { code: "secrecy-mark", words: failure.message });
      comeBack(document);
      // what is said of a secret stands at its own paper, never over the next one
      if (!secret) throw failure;
    }
  });
  next();
}

/** Sends what was typed into particulars, before the deed that it belongs to. Answers the version to go on with. */
async function sendParticulars(document, beside) {
  if (Object.keys(beside).length === 0) return document.version;
  const done = await call(`/documents/${document.id}/particulars`, { version: document.version, fields: beside, ordinal: 0 });
  deeds.push(document.batch);
  Object.keys(beside).forEach((code) => { delete draft(document)[PARTICULAR + code]; });
  keepTyped();
  return done.version;
}

/** Puts what the server found wrong at the field whose value it names. */
function blame(document, fields, words) {
  const codes = Object.keys(fields);
  const code = codes.find((each) => fields[each] && words.includes(fields[each])) ?? codes[0];
  if (code) faults.set(document.id, { code, words });
}

function leave(document, how) {
  queue = queue.filter((id) => id !== document.id);
  clear = clear.filter((id) => id !== document.id);
  sent.set(document.id, how);
  deeds.push(document.batch);
  total = Math.max(0, total - 1);
  waiting = Math.max(0, waiting - 1);
}

/** A deed that failed brings its document back to the desk, with what was typed into it. */
function comeBack(document) {
  sent.delete(document.id);
  deeds.splice(deeds.lastIndexOf(document.batch), 1);
  known.delete(document.id);
  queue.unshift(document.id);
  total += 1;
  waiting += 1;
  next();
}

/** A deed whose result must be seen: after what was sent before, on the document as it is then, shown anew. */
function deed(name, body, said) {
  const id = now.id;
  const at = name === "move-page" ? body.to - 1 : name === "rotate" || name === "reread" ? pageAt : 0;
  behind(async () => {
    try {
      const document = await load(id, true);
      await keep(document);
      const done = await call(`/documents/${id}/${name}`, { version: document.version, fields: {}, ordinal: 0, ...body });
      deeds.push(document.batch);
      known.clear();
      await refill();
      first([...new Set([id, done.id])]);
      toast(say(said), { word: say("review.undo"), act: undo });
    } finally {
      known.delete(id);
      await next(at);
    }
  });
}

/** What was typed is kept before something else is done with the document. */
async function keep(document) {
  const fields = typedFields(document);
  document.version = await sendParticulars(document, typedParticulars(document));
  if (Object.keys(fields).length === 0) return;
  try {
    const done = await call(`/documents/${document.id}/correct`, { version: document.version, fields, ordinal: 0 });
    document.version = done.version;
    forget(document.id);
    deeds.push(document.batch);
  } catch (failure) {
    if (["FIELD_MALFORMED", "NO_SUCH_DAY"].includes(failure.code)) blame(document, fields, failure.message);
    throw failure;
  }
}

/** Puts documents that wait at the head of the queue, so that the desk goes on where it was. */
function first(ids) {
  queue = [...ids, ...queue.filter((id) => !ids.includes(id))];
}

const TOGETHER = 50;

/** Accepts together what has no doubts, some at a time; all of it is one deed. */
function acceptClear() {
  const ids = clear.filter((id) => !typedInto(id));
  clear = [];
  behind(async () => {
    const going = $("clear-going");
    let deed = null;
    let done = 0;
    let last = null;
    going.hidden = false;
    try {
      for (let from = 0; from < ids.length; from += TOGETHER) {
        $("clear-progress").max = ids.length;
        $("clear-progress").value = from;
        going.querySelector("span").textContent = say("review.clear.going", from, ids.length);
        const answer = await call("/accept-clear", { ids: ids.slice(from, from + TOGETHER), deed });
        deed = answer.deed;
        done += answer.ids.length;
        answer.ids.forEach((id) => { sent.set(id, "accepted"); last = id; });
      }
    } finally {
      going.hidden = true;
      accepted += done;
      if (last) deeds.push((await load(last)).batch);
      known.clear();
      await refill();
      await next();
    }
    toast(say("review.clear.done", done), { word: say("review.undo"), act: undo });
  });
}

function undo() {
  behind(async () => {
    const of = deeds.pop() ?? now?.batch ?? batch;
    if (!of) return;
    const back = await call(`/batches/${of}/undo`, {}).catch((failure) => {
      if (failure.status !== 409) deeds.push(of);
      throw failure;
    });
    back.forEach((each) => {
      if (sent.get(each.id) === "accepted") accepted = Math.max(0, accepted - 1);
      sent.delete(each.id);
    });
    known.clear();
    await refill();
    first(back.filter((each) => each.state === "PROPOSED").map((each) => each.id));
    toast(say("review.undone"));
    await next();
  });
}

async function file() {
  await sending;
  try {
    const answer = await call("/file", { ids: null, batch: batch || null });
    accepted = 0;
    showCounts();
    toast(say("review.filing", answer.filed));
  } catch (failure) {
    toast(failure.message);
  }
}

function skip() {
  if (queue.length > 1) { queue.push(queue.shift()); next(); }
}

function zoomBy(factor) {
  zoom = factor === 0 ? 1 : Math.max(0.4, Math.min(4, zoom * factor));
  size();
}

const acts = {
  accept, skip, undo,
  "accept-clear": () => {
    if (clear.length === 0) return;
    $("clear-what").textContent = say("review.clear.what", clear.length);
    $("clear-dialog").showModal();
  },
  keys: () => $("keys-dialog").showModal(),
  merge: () => deed("merge", {}, "review.merged"),
  split: () => deed("split", { ordinal: now.pages[pageAt].ordinal }, "review.split"),
  rotate: () => now.pages[pageAt].picture && deed("rotate", { ordinal: now.pages[pageAt].ordinal }, "review.turned"),
  "page-up": () => movePage(-1),
  words: () => { if (now.pages[pageAt].picture) location.assign(`/corrections/documents/${now.id}/${now.pages[pageAt].ordinal}`); },
  "page-down": () => movePage(1),
  reread: () => now.pages[pageAt].picture && deed("reread", {}, "review.rereading"),
  "zoom-in": () => zoomBy(1.25),
  "zoom-out": () => zoomBy(0.8),
  "zoom-fit": () => zoomBy(0),
};

/** Puts the page in sight one place earlier or later. */
function movePage(by) {
  const to = pageAt + by;
  if (to < 0 || to >= now.pages.length) return;
  deed("move-page", { ordinal: now.pages[pageAt].ordinal, to: now.pages[to].ordinal }, "review.moved");
}

root.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  if (button && (now || button.dataset.act === "accept-clear" || ["keys", "undo"].includes(button.dataset.act))) acts[button.dataset.act]();
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
  if (event.target.closest("input, textarea, select, summary, a")) return;
  if (event.target.closest("button") && (event.key === "Enter" || event.key === " ")) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === "?") { event.preventDefault(); acts.keys(); return; }
  if (key === "u") { event.preventDefault(); undo(); return; }
  if (!now) return;
  const does = {
    Enter: accept, ArrowDown: () => focus(field + 1), ArrowUp: () => focus(field - 1),
    PageDown: () => turnTo(pageAt + 1), PageUp: () => turnTo(pageAt - 1),
    ArrowRight: () => turnTo(pageAt + 1), ArrowLeft: () => turnTo(pageAt - 1),
    e: edit, F2: edit, m: acts.merge, s: acts.split, "[": acts["page-up"], "]": acts["page-down"], r: acts.rotate, f: acts.reread, c: acts.words, n: skip, a: acts["accept-clear"],
    x: () => $("reject-dialog").showModal(), "+": acts["zoom-in"], "=": acts["zoom-in"], "-": acts["zoom-out"], 0: acts["zoom-fit"],
  }[key];
  if (does) { event.preventDefault(); does(); return; }
  if (/^[1-9]$/.test(key)) {
    const candidate = now.fields[field].candidates[Number(key) - 1];
    if (candidate) { event.preventDefault(); take(now.fields[field], candidate.value); }
  }
});

$("reject-form").addEventListener("submit", () => {
  const document = now;
  const reason = $("reject-reason").value;
  $("reject-reason").value = "";
  const secret = secrecy(document) !== "";
  leave(document, "rejected");
  behind(async () => {
    try {
      if (secret) await keep(document);
      await call(`/documents/${document.id}/reject`, { version: document.version, fields: {}, ordinal: 0, reason });
    } catch (failure) {
      comeBack(document);
      throw failure;
    }
    // what was sealed is not undone
    if (secret) deeds.splice(0, deeds.length, ...deeds.filter((batch) => batch !== document.batch));
  });
  if (secret) toast(say("review.sealed"));
  else toast(say("review.rejected"), { word: say("review.undo"), act: undo });
  next();
});
$("file-form")?.addEventListener("submit", file);
$("clear-form").addEventListener("submit", acceptClear);
addEventListener("pagehide", () => {
  const control = editing && $("fields").querySelector(".f-value .input");
  if (!control || !now) return;
  draft(now)[editing.code] = control.value.trim();
  keepTyped();
});

/** An address may name the page to begin with: #DOCUMENT/PAGE. */
const [wanted, wantedPage] = location.hash.slice(1).split("/");
if (/^[0-9a-f-]{36}$/.test(wanted)) {
  refill().catch(() => {}).then(() => {
    first([wanted]);
    next(Math.max(0, (Number(wantedPage) || 1) - 1));
  });
} else {
  next();
}
