// Hands a package in as it is and tells what came of it.
const form = document.getElementById("hand-in");
const bar = form.querySelector("progress");
const looking = document.getElementById("looking");
const error = form.querySelector("[role=alert]");
const outcome = document.getElementById("outcome");
const rows = outcome.querySelector("tbody");
const row = document.getElementById("finding");

const add = (finding, weight) => {
  const line = row.content.cloneNode(true);
  line.querySelector(`[data-${weight}]`).hidden = false;
  line.querySelector("[data-place]").textContent = finding.place;
  line.querySelector("[data-sentence]").textContent = finding.sentence;
  rows.append(line);
};

const tell = (answer, deed) => {
  const said = !answer.valid ? "invalid" : deed === "validate" ? "valid" : answer.again ? "again" : "taken";
  for (const one of outcome.querySelectorAll("[data-said]")) one.hidden = one.dataset.said !== said;
  outcome.querySelector("[data-name]").textContent = answer.name;
  outcome.querySelector("[data-count]").hidden = !answer.batch;
  if (answer.batch) outcome.querySelector("[data-batch]").href = "/inbox/" + answer.batch;
  outcome.querySelector("[data-files]").textContent = answer.files;
  rows.replaceChildren();
  answer.errors.forEach((finding) => add(finding, "error"));
  answer.warnings.forEach((finding) => add(finding, "warning"));
  outcome.querySelector("[data-found]").hidden = !rows.children.length;
  outcome.hidden = false;
  outcome.focus();
};

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const file = form.elements.file.files[0];
  if (!file) return;
  const deed = event.submitter?.value || "import";
  const buttons = form.querySelectorAll("button");
  const request = new XMLHttpRequest();
  const ended = () => {
    bar.hidden = true;
    looking.hidden = true;
    buttons.forEach((button) => { button.disabled = false; });
  };
  const failed = (words) => {
    error.textContent = words || form.dataset.refused;
    error.hidden = false;
  };
  error.hidden = true;
  outcome.hidden = true;
  bar.value = 0;
  bar.hidden = false;
  buttons.forEach((button) => { button.disabled = true; });
  request.upload.addEventListener("progress", (sent) => { bar.value = (100 * sent.loaded) / sent.total; });
  request.upload.addEventListener("load", () => { looking.hidden = false; });
  request.addEventListener("error", () => { ended(); failed(""); });
  request.addEventListener("load", () => {
    ended();
    let answer = {};
    try { answer = JSON.parse(request.responseText); } catch { /* not ours: the usual words do */ }
    if (answer.errors) tell(answer, deed);
    else failed(answer.detail);
  });
  request.open("POST", `/api/v1/packages/${deed}?from=screen&name=${encodeURIComponent(file.name)}`);
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.send(file);
});
