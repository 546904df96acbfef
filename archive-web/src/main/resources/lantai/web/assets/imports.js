// Hands a catalogue in: the file as it is, with its name, then on to its page.
const form = document.getElementById("hand-in");
const bar = form.querySelector("progress");
const error = form.querySelector("[role=alert]");

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const file = form.elements.file.files[0];
  if (!file) return;
  const button = form.querySelector("button");
  const request = new XMLHttpRequest();
  const failed = (words) => {
    error.textContent = words || form.dataset.refused;
    error.hidden = false;
    bar.hidden = true;
    button.disabled = false;
  };
  error.hidden = true;
  bar.hidden = false;
  button.disabled = true;
  request.upload.addEventListener("progress", (sent) => { bar.value = (100 * sent.loaded) / sent.total; });
  request.addEventListener("error", () => failed(""));
  request.addEventListener("load", () => {
    let answer = {};
    try { answer = JSON.parse(request.responseText); } catch { /* not ours: the usual words do */ }
    if (request.status === 201) location.href = "/catalogue/imports/" + answer.id;
    else failed(answer.detail);
  });
  request.open("POST", "/api/v1/catalogue/imports?name=" + encodeURIComponent(file.name));
  request.setRequestHeader("Accept", "application/json");
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.send(file);
});
