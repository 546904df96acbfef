// Lines of a volume are dragged into another order; the keyboard uses the buttons of each line.
const form = document.querySelector("[data-order]");
const body = form?.querySelector("tbody");
let dragged = null;

const row = (event) => event.target.closest?.("tr[data-line]");

body?.addEventListener("dragstart", (event) => {
  dragged = row(event);
  dragged?.classList.add("dragged");
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged?.dataset.line ?? "");
});
body?.addEventListener("dragover", (event) => {
  const over = row(event);
  if (!dragged || !over) return;
  event.preventDefault();
  body.querySelectorAll(".over").forEach((each) => each.classList.remove("over"));
  if (over !== dragged) over.classList.add("over");
});
body?.addEventListener("drop", (event) => {
  const over = row(event);
  if (!dragged || !over || over === dragged) return;
  event.preventDefault();
  const down = [...body.children].indexOf(dragged) < [...body.children].indexOf(over);
  if (down) over.after(dragged); else over.before(dragged);
  send();
});
body?.addEventListener("dragend", () => {
  dragged?.classList.remove("dragged");
  body.querySelectorAll(".over").forEach((each) => each.classList.remove("over"));
  dragged = null;
});

function send() {
  const order = document.createElement("form");
  order.method = "post";
  order.action = form.dataset.order;
  body.querySelectorAll("tr[data-line]").forEach((line) => {
    const field = document.createElement("input");
    field.type = "hidden";
    field.name = "line";
    field.value = line.dataset.line;
    order.append(field);
  });
  document.body.append(order);
  order.requestSubmit();
}
