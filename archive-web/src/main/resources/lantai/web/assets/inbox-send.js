// Sends files in pieces that can be continued. A piece is a slice of the file on the disk, so nothing is held in memory.
const PIECE = 8 << 20;
const AT_ONCE = 3;
const MOST_ATTEMPTS = 7;

class NotAccepted extends Error {
  constructor(status, words, code) {
    super(words);
    this.status = status;
    this.code = code;
  }
  get final() { return [400, 401, 403, 404, 413].includes(this.status) || this.code === "SEALED_BEFORE"; }
}

export class Sender {
  constructor(batch, word, shown) {
    this.batch = batch;
    this.word = word;
    this.shown = shown;
    this.jobs = [];
    this.running = 0;
    this.opening = null;
    shown.act = (name, job) => this[name](job);
  }

  get busy() { return this.jobs.some((job) => job.state === "waiting" || job.state === "sending"); }

  add(files) {
    if (!this.busy && this.jobs.every((job) => job.state !== "failed")) { this.jobs = []; this.begun = Date.now(); this.resumeFrom = 0; }
    const title = this.title(files);
    this.jobs.push(...files.map(({ path, file }) => ({ path, file, state: "waiting", sent: 0, told: "", attempt: 0 })));
    this.opening ??= this.batch ? Promise.resolve(this.batch) : this.open(title);
    this.shown.show(this);
    this.fill();
  }

  title(files) {
    const folder = files[0].path.includes("/") ? files[0].path.split("/")[0] : "";
    if (folder && files.every(({ path }) => path.startsWith(folder + "/"))) return folder;
    const name = folder || files[0].file.name;
    return files.length === 1 ? name : this.word("AndMore", name, files.length);
  }

  async open(title) {
    const key = randomKey();
    for (let attempt = 1; ; attempt++) {
      try {
        const batch = await json("POST", "/api/v1/batches", { title, source: "screen" }, { "Idempotency-Key": key });
        document.dispatchEvent(new Event("lantai-received"));
        return batch.id;
      } catch (failure) {
        if (failure.final || attempt === MOST_ATTEMPTS) throw failure;
        await pause(attempt);
      }
    }
  }

  retry(job) {
    if (job.state !== "failed") return;
    Object.assign(job, { state: "waiting", attempt: 0, told: "" });
    this.fill();
  }

  retryAll() { this.jobs.forEach((job) => this.retry(job)); }

  stop() {
    this.jobs.forEach((job) => {
      if (job.state !== "waiting" && job.state !== "sending") return;
      job.state = "failed";
      job.told = this.word("Stopped");
      job.request?.abort();
    });
    this.shown.show(this);
  }

  fill() {
    while (this.running < AT_ONCE) {
      const job = this.jobs.find((one) => one.state === "waiting");
      if (!job) break;
      this.running++;
      job.state = "sending";
      this.one(job).finally(() => { this.running--; this.fill(); if (!this.busy && this.running === 0) this.finish(); });
    }
    this.shown.show(this);
  }

  finish() {
    if (!this.batch) this.opening = null;
    this.shown.show(this);
    document.dispatchEvent(new Event("lantai-received"));
  }

  async one(job) {
    while (job.state === "sending") {
      try {
        const batch = await this.opening;
        job.batch = batch;
        await this.pieces(batch, job);
        return;
      } catch (failure) {
        if (job.state !== "sending") return;
        if (failure.final || ++job.attempt >= MOST_ATTEMPTS) {
          job.state = "failed";
          job.told = failure.message || this.word("Cut");
          if (!job.batch && !this.batch) this.opening = null;
          this.shown.show(this);
          return;
        }
        job.told = navigator.onLine ? this.word("Again") : this.word("Offline");
        this.shown.show(this);
        await pause(job.attempt);
        job.ask = true;
      }
    }
  }

  async pieces(batch, job) {
    if (!job.upload) {
      const body = { path: job.path, length: job.file.size, metadata: { lastModified: new Date(job.file.lastModified).toISOString() } };
      const told = await json("POST", `/api/v1/batches/${batch}/uploads`, body);
      job.upload = told.id;
      job.sent = 0;
    } else if (job.ask) {
      const told = await json("GET", `/api/v1/uploads/${job.upload}`).catch((failure) => {
        if (failure.status === 404) job.upload = null;
        throw failure.status === 404 ? new Error() : failure;
      });
      job.ask = false;
      job.sent = told.arrived;
      if (told.receipt) return this.received(job, told.receipt);
    }
    for (;;) {
      const start = job.sent;
      const piece = job.file.slice(start, start + PIECE);
      const told = await put(`/api/v1/uploads/${job.upload}`, start, piece, job, (loaded) => { job.sent = start + loaded; this.shown.show(this); });
      job.sent = told.arrived;
      job.attempt = 0;
      job.told = "";
      if (told.receipt) return this.received(job, told.receipt);
    }
  }

  received(job, receipt) {
    job.state = "done";
    job.sent = job.file.size;
    job.told = receipt.reasonText ?? (receipt.again ? this.word("Twice") : receipt.sameAs ? this.word("Same", receipt.sameAs) : this.word("Done"));
    job.remark = Boolean(receipt.reasonText || receipt.again || receipt.sameAs);
    this.shown.show(this);
  }
}

function randomKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Waits longer each time, and no longer than until the network is back.
function pause(attempt) {
  return new Promise((go) => {
    const timer = setTimeout(done, Math.min(1000 * 2 ** (attempt - 1), 15000));
    function done() { clearTimeout(timer); removeEventListener("online", done); go(); }
    addEventListener("online", done);
  });
}

async function json(method, url, body, headers = {}) {
  const answer = await fetch(url, {
    method,
    headers: { Accept: "application/json", ...(body ? { "Content-Type": "application/json" } : {}), ...headers },
    body: body && JSON.stringify(body),
  });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new NotAccepted(answer.status, told.detail ?? "", told.code);
  return told;
}

// Only XMLHttpRequest tells how much of a body has left.
function put(url, offset, piece, job, progress) {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    job.request = request;
    request.open("PUT", url);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("Accept", "application/json");
    request.setRequestHeader("Upload-Offset", String(offset));
    request.responseType = "json";
    request.upload.addEventListener("progress", (event) => progress(event.loaded));
    request.addEventListener("load", () => {
      if (request.status >= 200 && request.status < 300) done(request.response);
      else failed(new NotAccepted(request.status, request.response?.detail ?? "", request.response?.code));
    });
    ["error", "abort", "timeout"].forEach((name) => request.addEventListener(name, () => failed(new Error())));
    request.send(piece);
  });
}
