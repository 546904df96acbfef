// The correction desk: the picture of a line above its words, from doubt to doubt by one key. What is accepted lies at the server
// at once; what is only chosen or typed stays in this tab until then.
import { toast } from "./lantai.js";

const $ = (id) => document.getElementById(id);
const root = $("correction");
const api = root.dataset.api;
const words = Object.fromEntries([...document.querySelectorAll("#words dt")].map((key) => [key.textContent, key.nextElementSibling.textContent]));
const say = (key, ...values) => values.reduce((text, value, i) => text.replaceAll(`{${i}}`, value), words[key] ?? key);
const KEPT = `lantai-typed-${root.dataset.account}-${api}`;
const SVG = "http://www.w3.org/2000/svg";

let sheet = null;
let at = 0; // the line at hand
let spot = 0; // the doubt at hand among those of the line that are open
let editing = false;
let begun; // what was kept of the line before its words were rewritten
let sending = Promise.resolve();
let kept = load(); // by line: {text, seen: [places of doubts that were decided], was}

function load() {
  try { return JSON.parse(sessionStorage.getItem(KEPT) ?? "{}"); } catch { return {}; }
}

function keep() {
  if (Object.keys(kept).length === 0) sessionStorage.removeItem(KEPT);
  else sessionStorage.setItem(KEPT, JSON.stringify(kept));
}

async function call(path, method = "GET", body = undefined) {
  const response = await fetch(api + path, { method, headers: body === undefined ? {} : { "Content-Type": "application/json" }, body: body === undefined ? undefined : JSON.stringify(body) })
    .catch(() => { throw new Error(say("correction.offline")); });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw Object.assign(new Error(answer.detail ?? answer.title ?? say("correction.offline")), { status: response.status });
  return answer;
}

const line = () => sheet.lines[at];
const textOf = (each) => kept[each.line]?.text ?? each.text;
const open = (each) => each.written || kept[each.line]?.free ? [] : each.doubts.filter((doubt) => !(kept[each.line]?.seen ?? []).includes(doubt.at));
const left = () => sheet.lines.reduce((sum, each) => sum + open(each).length, 0);
const waiting = () => sheet.lines.filter((each) => each.written).length;

async function fetchSheet(line = -1) {
  sheet = await call("");
  Object.keys(kept).forEach((key) => { if (sheet.lines[key]?.was !== kept[key].was) delete kept[key]; });
  keep();
  const first = sheet.lines.findIndex((each) => kept[each.line] || open(each).length > 0);
  at = line >= 0 ? line : Math.max(0, first);
  spot = 0;
  editing = false;
  show();
  if ($("done").hidden || line >= 0) $("card").focus({ preventScroll: true });
}

function show() {
  const none = sheet.lines.length === 0;
  $("card").hidden = none;
  $("left").textContent = none ? say("correction.nothing") : `${say("correction.left", left())} · ${say("correction.waiting", waiting())}`;
  const unsent = Object.keys(kept).length > 0;
  $("done").hidden = left() > 0 || unsent;
  $("finish").hidden = waiting() === 0;
  $("done-what").textContent = waiting() === 0 ? "" : say("correction.waiting", waiting());
  $("finish-now").hidden = waiting() === 0 || !$("done").hidden;
  root.dataset.left = String(left());
  root.dataset.waiting = String(waiting());
  root.dataset.line = String(at);
  if (!none) { picture(); text(); candidates(); why(); }
  lines();
}

function picture() {
  const each = line();
  const tall = each.box.bottom - each.box.top > 2 * (each.box.right - each.box.left);
  const room = Math.max(6, 0.25 * Math.min(each.box.bottom - each.box.top, each.box.right - each.box.left));
  const view = { x: each.box.left - room, y: each.box.top - room, w: each.box.right - each.box.left + 2 * room, h: each.box.bottom - each.box.top + 2 * room };
  const height = tall ? 300 : 72;
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
  svg.setAttribute("width", String(Math.round(height * view.w / view.h)));
  svg.setAttribute("height", String(height));
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", say("correction.line", at + 1, textOf(each)));
  const image = document.createElementNS(SVG, "image");
  image.setAttribute("href", sheet.picture);
  image.setAttribute("width", String(sheet.width));
  image.setAttribute("height", String(sheet.height));
  image.setAttribute("preserveAspectRatio", "none");
  svg.append(image, ...open(each).map((doubt, i) => {
    const rect = document.createElementNS(SVG, "rect");
    rect.setAttribute("x", doubt.box.left);
    rect.setAttribute("y", doubt.box.top);
    rect.setAttribute("width", doubt.box.right - doubt.box.left);
    rect.setAttribute("height", doubt.box.bottom - doubt.box.top);
    if (i === spot) rect.classList.add("now");
    return rect;
  }));
  $("picture").replaceChildren(svg);
  const doubt = open(each)[spot];
  if (doubt) $("picture").scrollLeft = ((doubt.box.left + doubt.box.right) / 2 - view.x) / view.w * svg.width.baseVal.value - $("picture").clientWidth / 2;
}

/** The words of a line, what is in doubt marked. */
function marked(each, now) {
  const words = textOf(each);
  const parts = [];
  let from = 0;
  open(each).forEach((doubt, i) => {
    parts.push(words.slice(from, doubt.at));
    const mark = document.createElement("u");
    mark.textContent = words.slice(doubt.at, doubt.at + doubt.length);
    if (i === now) mark.className = "now";
    parts.push(mark);
    from = doubt.at + doubt.length;
  });
  parts.push(words.slice(from));
  return parts;
}

function text() {
  $("text").hidden = editing;
  $("edit-field").hidden = !editing;
  $("text").replaceChildren(...marked(line(), spot));
}

function candidates() {
  const doubt = editing ? null : open(line())[spot];
  $("candidates").replaceChildren(...(doubt ? doubt.candidates.map((each, i) => {
    const button = document.createElement("button");
    button.type = "button";
    button.setAttribute("aria-keyshortcuts", String(i + 1));
    const key = document.createElement("kbd");
    key.textContent = String(i + 1);
    button.append(key, each);
    button.addEventListener("click", () => { take(i); $("card").focus({ preventScroll: true }); });
    return button;
  }) : []));
}

function why() {
  const each = line();
  const doubt = open(each)[spot];
  const parts = [];
  if (doubt && !editing) parts.push(say("correction.sure", doubt.percent));
  if (each.written) parts.push(say("correction.written", each.by));
  if (each.written && each.was !== each.text) parts.push(say("correction.was", each.was));
  if (!each.written && each.why) parts.push(say(`correction.why.${each.why}`, each.by));
  if (!each.written && each.why && each.before && each.before !== each.was) parts.push(say("correction.was", each.before));
  $("why").textContent = parts.join(" · ");
}

/** What stands side by side on the paper stands side by side here, each cell a button of its own. */
function lines() {
  const rows = [];
  sheet.lines.forEach((each, i) => {
    if (i > 0 && each.row === sheet.lines[i - 1].row) rows.at(-1).push(i); else rows.push([i]);
  });
  $("lines").replaceChildren(...rows.map((cells, row) => {
    const item = document.createElement("li");
    const number = document.createElement("span");
    number.className = "n";
    number.textContent = String(row + 1);
    item.append(number, ...cells.map((i) => cell(sheet.lines[i], i)));
    return item;
  }));
}

function cell(each, i) {
  const button = document.createElement("button");
  button.type = "button";
  button.dataset.line = String(i);
  button.setAttribute("aria-current", String(i === at));
  const words = document.createElement("span");
  words.append(...marked(each, -1));
  button.append(words);
  const said = kept[each.line] ? say("correction.typed") : each.written || each.why === "person" ? `✓ ${say("correction.seen")}` : "";
  if (said) {
    const state = document.createElement("span");
    state.className = `state${kept[each.line] ? " typed" : ""}`;
    state.textContent = said;
    button.append(state);
  }
  button.addEventListener("click", () => { go(i, 0); $("card").focus(); });
  return button;
}

function go(to, doubt) {
  leaveEditing();
  at = to;
  spot = doubt;
  show();
  $("lines").querySelector(`[data-line="${at}"]`)?.scrollIntoView({ block: "nearest" });
}

/** Goes to the next or the last doubt, over the whole page and round. */
function jump(by) {
  const stops = sheet.lines.flatMap((each, i) => open(each).map((_, doubt) => [i, doubt]));
  if (stops.length === 0) { show(); return; }
  const ahead = by > 0
    ? stops.find(([i, doubt]) => i > at || i === at && doubt > spot) ?? stops[0]
    : stops.findLast(([i, doubt]) => i < at || i === at && doubt < spot) ?? stops.at(-1);
  go(...ahead);
  $("card").focus({ preventScroll: true });
}

function remember(each, change) {
  kept[each.line] = { text: textOf(each), seen: [], was: each.was, ...kept[each.line], ...change };
  keep();
}

/** Takes a candidate for the doubt at hand. */
function take(choice) {
  const each = line();
  const doubt = open(each)[spot];
  const chosen = doubt?.candidates[choice];
  if (chosen === undefined) return;
  const words = textOf(each);
  const changed = words.slice(0, doubt.at) + chosen + words.slice(doubt.at + doubt.length);
  const by = chosen.length - doubt.length;
  // places behind a character of another length move along
  if (by !== 0) each.doubts.forEach((other) => { if (other.at > doubt.at) other.at += by; });
  remember(each, { text: changed, seen: [...(kept[each.line]?.seen ?? []), doubt.at] });
  spot = Math.min(spot, Math.max(0, open(each).length - 1));
  show();
}

function edit() {
  begun = kept[line().line];
  editing = true;
  show();
  const input = $("edit");
  input.value = textOf(line());
  input.focus();
  const doubt = open(line())[spot];
  if (doubt) input.setSelectionRange(doubt.at, doubt.at + doubt.length);
}

function leaveEditing() {
  if (!editing) return;
  editing = false;
  typed();
}

/** The line says again what it said before it was rewritten. */
function giveUp() {
  editing = false;
  if (begun) kept[line().line] = begun; else delete kept[line().line];
  keep();
  show();
  $("card").focus({ preventScroll: true });
}

/** What stands in the field is kept, so that nothing typed is lost. */
function typed() {
  const each = line();
  if ($("edit").value !== textOf(each)) remember(each, { text: $("edit").value, free: true });
}

function accept() {
  leaveEditing();
  const each = line();
  const written = textOf(each);
  const before = { text: each.text, written: each.written, mine: kept[each.line] };
  Object.assign(each, { text: written, written: true });
  delete kept[each.line];
  keep();
  sending = sending.then(() => call(`/lines/${each.line}`, "PUT", { was: each.was, text: written })).catch((failure) => {
    Object.assign(each, { text: before.text, written: before.written });
    if (written !== before.text) kept[each.line] = before.mine ?? { text: written, seen: [], was: each.was };
    keep();
    toast(failure.message);
    go(each.line, 0);
  });
  if (left() > 0) { spot = 0; at = each.line; ahead(); } else { show(); if (!$("done").hidden) $("finish").focus(); }
}

function ahead() {
  const from = at;
  const later = sheet.lines.findIndex((each, i) => i > from && open(each).length > 0);
  go(later >= 0 ? later : sheet.lines.findIndex((each) => open(each).length > 0), 0);
  $("card").focus({ preventScroll: true });
}

async function undo() {
  if (kept[line().line]) {
    delete kept[line().line];
    keep();
    editing = false;
    return fetchSheet(at);
  }
  await sending;
  try {
    const back = await call("/take-back", "POST", {});
    await fetchSheet(back.line);
    toast(say("correction.undone"));
  } catch (failure) {
    toast(failure.message);
  }
}

async function finish() {
  await sending;
  if (waiting() === 0) return;
  try {
    const done = await call("/finish", "POST", {});
    toast(done.version > 0 ? say("correction.finished", done.lines, done.version) : say("correction.finished-review", done.lines));
    await fetchSheet();
    if (!$("done").hidden) ($("onward") ?? $("back")).focus();
  } catch (failure) {
    toast(failure.message);
  }
}

const acts = { accept, edit, undo, finish, next: () => jump(1), previous: () => jump(-1), help: () => $("help").showModal() };

root.addEventListener("click", (event) => {
  const button = event.target.closest("[data-act]");
  if (button && sheet) acts[button.dataset.act]();
});

document.addEventListener("keydown", (event) => {
  if (!sheet || event.isComposing || document.querySelector("dialog[open]")) return;
  if (event.key === "F8") { event.preventDefault(); jump(event.shiftKey ? -1 : 1); return; }
  if (event.target === $("edit")) {
    if (event.key === "Enter") { event.preventDefault(); accept(); }
    if (event.key === "Escape") { event.preventDefault(); giveUp(); }
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select, summary")) return;
  if (event.target.closest("button, a") && (event.key === "Enter" || event.key === " ")) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const does = { Enter: accept, n: acts.next, p: acts.previous, e: edit, F2: edit, u: undo, f: finish, "?": acts.help }[key];
  if (does) { event.preventDefault(); does(); return; }
  if (/^[1-5]$/.test(key)) { event.preventDefault(); take(Number(key) - 1); }
});

$("edit").addEventListener("input", typed);
addEventListener("pagehide", leaveEditing);

fetchSheet().catch((failure) => toast(failure.message));
