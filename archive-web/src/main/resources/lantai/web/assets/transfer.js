// Hands the archives' receipt in: the file as it is, with its name; what came of it is told on the page of the list.
const form = document.getElementById("receipt");
const error = form.querySelector("[role=alert]");

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const file = form.elements.file.files[0];
  if (!file) return;
  const button = form.querySelector("button");
  button.disabled = true;
  error.hidden = true;
  const to = form.dataset.to + "?name=" + encodeURIComponent(file.name) + "&number=" + encodeURIComponent(form.elements.number.value);
  try {
    const answer = await fetch(to, { method: "POST", headers: { Accept: "application/json", "Content-Type": "application/octet-stream" }, body: file });
    if (answer.status === 201) {
      location.reload();
      return;
    }
    const problem = await answer.json().catch(() => ({}));
    error.textContent = problem.detail || form.dataset.failed;
  } catch {
    error.textContent = form.dataset.failed;
  }
  error.hidden = false;
  button.disabled = false;
});
