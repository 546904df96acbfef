// What every page can do beyond HTML. Each part finds its elements by a data attribute and works on parts that htmx puts in.

const typing = (element) => element.closest("input, textarea, select, [contenteditable]");

/** Says something in the live region at the foot of the page. `undo` is {word, act}. */
export function toast(words, undo) {
  const region = document.getElementById("toasts");
  const note = document.createElement("p");
  note.className = "toast";
  note.append(words);
  if (undo) {
    const button = document.createElement("button");
    button.className = "button small";
    button.type = "button";
    button.textContent = undo.word;
    button.addEventListener("click", () => { note.remove(); undo.act(); });
    note.append(button);
  }
  region.replaceChildren(note);
  fade(note);
}

// Signing out takes along what was typed at the review desk and not sent.
document.addEventListener("submit", (event) => {
  if (new URL(event.target.action, location.href).pathname !== "/sign-out") return;
  Object.keys(sessionStorage).filter((key) => key.startsWith("lantai-typed-")).forEach((key) => sessionStorage.removeItem(key));
});

/** Writes how much waits in a section wherever the page counts it: at the section's entry and in the sum of all. */
export function waits(path, number) {
  const badges = [...document.querySelectorAll(`[data-waits="${path}"]`)];
  if (badges.length === 0) return;
  const sum = document.querySelector(".todo strong");
  if (sum) sum.textContent = Math.max(0, Number(sum.textContent) + number - Number(badges[0].querySelector("b").textContent));
  badges.forEach((badge) => {
    badge.querySelector("b").textContent = number;
    badge.hidden = number === 0;
  });
}

function fade(note) {
  const stay = 4000 + note.textContent.length * 120;
  setTimeout(() => { if (!note.matches(":hover, :focus-within")) note.remove(); else fade(note); }, stay);
}
document.querySelectorAll(".toast:not(.still)").forEach(fade);

// "/" goes to the search box; Escape closes menus.
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
    const box = document.querySelector("[data-search]");
    if (box) { event.preventDefault(); box.focus(); box.select(); }
  }
  if (event.key === "Escape") {
    document.querySelectorAll("details.menu[open]").forEach((menu) => {
      menu.open = false;
      if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    });
  }
});

document.addEventListener("click", (event) => {
  document.querySelectorAll("details.menu[open]").forEach((menu) => {
    if (!menu.contains(event.target)) menu.open = false;
  });
  const opener = event.target.closest("[data-opens]");
  if (opener) document.getElementById(opener.dataset.opens)?.showModal();
  const closer = event.target.closest("[data-closes]");
  if (closer) closer.closest("dialog")?.close();
  const copier = event.target.closest("[data-copy]");
  if (copier) {
    navigator.clipboard?.writeText(copier.dataset.copy).then(() => toast(copier.dataset.said ?? copier.dataset.copy));
  }
  const printer = event.target.closest("[data-print]");
  if (printer) window.print();
  const reveal = event.target.closest("[data-reveal]");
  if (reveal) {
    const input = document.getElementById(reveal.dataset.reveal);
    const shown = input.type === "text";
    input.type = shown ? "password" : "text";
    reveal.setAttribute("aria-pressed", String(!shown));
    input.focus();
  }
});

// A filter form is sent as soon as something in it is chosen.
document.addEventListener("change", (event) => {
  const form = event.target.closest("form[data-instant]");
  if (form && !event.target.matches("[type=search], [type=text]")) form.requestSubmit();
  const table = event.target.closest("[data-select]");
  if (table && event.target.type === "checkbox") select(table, event.target);
});

// Selection in a table or a list: the box in the head takes all, Shift takes a range, the bulk bar counts.
let lastBox = null;
const BOXES = "tbody input[type=checkbox][name], li input[type=checkbox][name]";
function select(table, box) {
  const boxes = [...table.querySelectorAll(BOXES)];
  if (box.matches("[data-all]")) boxes.forEach((each) => { each.checked = box.checked; });
  boxes.forEach((each) => each.closest("tr")?.setAttribute("aria-selected", String(each.checked)));
  const count = boxes.filter((each) => each.checked).length;
  const all = table.querySelector("[data-all]");
  if (all) { all.checked = count > 0 && count === boxes.length; all.indeterminate = count > 0 && count < boxes.length; }
  const bar = document.querySelector(table.dataset.select);
  if (bar) {
    bar.hidden = count === 0;
    const number = bar.querySelector("[data-count]");
    if (number) number.textContent = String(count);
  }
}
document.addEventListener("click", (event) => {
  const box = event.target.closest?.("[data-select]") && event.target.closest(BOXES);
  if (!box) return;
  if (event.shiftKey && lastBox && lastBox !== box) {
    const boxes = [...box.closest("[data-select]").querySelectorAll(BOXES)];
    const [from, to] = [boxes.indexOf(lastBox), boxes.indexOf(box)].sort((a, b) => a - b);
    boxes.slice(from, to + 1).forEach((each) => { each.checked = box.checked; });
  }
  lastBox = box;
});

// Nobody sends a form twice; the button says that work goes on.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.sent) { event.preventDefault(); return; }
  if (form.method === "post" && event.submitter?.formTarget !== "_blank") {
    form.dataset.sent = "yes";
    event.submitter?.setAttribute("aria-busy", "true");
  }
});
addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => { delete form.dataset.sent; });
  document.querySelectorAll("form [aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
});

// Pasted numbers: full-width digits, look-alike dots and stray spaces are mended in fields marked data-clean.
document.addEventListener("change", (event) => {
  if (!event.target.matches?.("[data-clean]")) return;
  let value = event.target.value.normalize("NFKC").trim();
  if (event.target.dataset.clean === "number") value = value.replace(/[\s\u00a0\u3000]/g, "").toUpperCase();
  if (event.target.dataset.clean === "code") value = value.replace(/[•∙⋅・‧．]/g, "·");
  event.target.value = value;
});

// Caps lock, told at the password before it is sent.
document.addEventListener("keyup", (event) => {
  const hint = event.target.dataset?.caps && document.getElementById(event.target.dataset.caps);
  if (hint && event.getModifierState) hint.hidden = !event.getModifierState("CapsLock");
});

// Reads the page aloud where the machine can speak.
document.querySelectorAll("[data-aloud]").forEach((button) => {
  if (!("speechSynthesis" in window)) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    speechSynthesis.cancel();
    button.setAttribute("aria-pressed", String(on));
    if (!on) return;
    const speech = new SpeechSynthesisUtterance(document.getElementById("main").innerText);
    speech.lang = document.documentElement.lang;
    speech.rate = 0.9;
    speech.addEventListener("end", () => button.setAttribute("aria-pressed", "false"));
    speechSynthesis.speak(speech);
  });
});
addEventListener("pagehide", () => window.speechSynthesis?.cancel());
