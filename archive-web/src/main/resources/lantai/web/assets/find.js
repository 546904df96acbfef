// Search results and the page of an item: keys, the zoomable paper, boxes and words that move together.

const typing = (element) => element.closest("input, textarea, select, [contenteditable]");
const plainKey = (event) => !event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target);

// Results: j and k (or the arrows) walk from hit to hit.
const results = [...document.querySelectorAll("[data-result]")];
if (results.length) {
  document.addEventListener("keydown", (event) => {
    if (!plainKey(event)) return;
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const at = results.indexOf(document.activeElement);
    if (at < 0 && event.key.startsWith("Arrow")) return;
    event.preventDefault();
    results[Math.min(results.length - 1, Math.max(0, at + step))].focus();
  });
}

// A recording: a moment of its description plays from there.
document.addEventListener("click", (event) => {
  const moment = event.target.closest("[data-seek]");
  const media = moment && document.querySelector(".item-media :is(video, audio)");
  if (!media) return;
  media.currentTime = Number(moment.dataset.seek);
  media.play().catch(() => media.focus());
});

// A waveform above a player: a click plays from there, the arrows move, the space bar plays and rests.
const clock = (seconds) => {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds) % 60];
  return (parts[0] ? [parts[0], String(parts[1]).padStart(2, "0")] : [parts[1]]).concat(String(parts[2]).padStart(2, "0")).join(":");
};
document.querySelectorAll("[data-waveform]").forEach((wave) => {
  const picture = wave.querySelector("img");
  const missing = () => { wave.hidden = true; wave.parentElement.querySelector("[data-waveform-missing]").hidden = false; };
  picture.addEventListener("error", missing);
  if (picture.complete && !picture.naturalWidth) missing();
  const audio = wave.parentElement.querySelector("audio");
  if (audio) playable(wave, audio);
});

function playable(wave, audio) {
  const ready = () => {
    if (wave.hasAttribute("role") || !Number.isFinite(audio.duration)) return;
    const now = document.createElement("span");
    now.className = "waveform-now";
    wave.append(now);
    wave.setAttribute("role", "slider");
    wave.tabIndex = 0;
    wave.setAttribute("aria-valuemin", "0");
    wave.setAttribute("aria-valuemax", String(Math.round(audio.duration)));
    const told = () => {
      now.style.insetInlineStart = `${(audio.currentTime / audio.duration) * 100}%`;
      wave.setAttribute("aria-valuenow", String(Math.round(audio.currentTime)));
      wave.setAttribute("aria-valuetext", `${clock(audio.currentTime)} / ${clock(audio.duration)}`);
    };
    told();
    ["timeupdate", "seeked"].forEach((event) => audio.addEventListener(event, told));
    const seek = (seconds) => { audio.currentTime = Math.min(audio.duration, Math.max(0, seconds)); };
    const play = () => audio.play().catch(() => audio.focus());
    wave.addEventListener("click", (event) => {
      const { left, width } = wave.getBoundingClientRect();
      seek(((event.clientX - left) / width) * audio.duration);
      play();
    });
    wave.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 5, ArrowUp: 5, ArrowLeft: -5, ArrowDown: -5, PageUp: 30, PageDown: -30 }[event.key];
      if (!plainKey(event)) return;
      if (step) seek(audio.currentTime + step);
      else if (event.key === "Home") seek(0);
      else if (event.key === "End") seek(audio.duration);
      else if (event.key === " " || event.key === "Enter") audio.paused ? play() : audio.pause();
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
  };
  audio.addEventListener("loadedmetadata", ready);
  if (audio.readyState > 0) ready();
}

const sheet = document.getElementById("sheet");
const words = document.getElementById("words");

if (sheet) {
  document.querySelector(".strip [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  document.addEventListener("keydown", (event) => {
    if (!plainKey(event)) return;
    if (event.key === "ArrowRight" || event.key === "PageDown") follow(event, "next");
    if (event.key === "ArrowLeft" || event.key === "PageUp") follow(event, "prev");
  });
  loadViewer().then(zoomable);
}

function follow(event, rel) {
  const link = document.querySelector(`.viewer [rel=${rel}]`);
  if (link && !words?.contains(document.activeElement)) { event.preventDefault(); link.click(); }
}

function loadViewer() {
  return new Promise((loaded) => {
    const script = document.createElement("script");
    script.src = sheet.closest("[data-viewer]").dataset.viewer;
    script.addEventListener("load", () => loaded(window.OpenSeadragon));
    document.head.append(script);
  });
}

function zoomable(OpenSeadragon) {
  const still = sheet.querySelector(".sheet-still");
  const boxes = document.getElementById("boxes");
  const quiet = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const viewer = OpenSeadragon({
    element: sheet,
    tileSources: sheet.dataset.source,
    showNavigationControl: false,
    visibilityRatio: 0.6,
    maxZoomPixelRatio: 2.5,
    minZoomImageRatio: 0.8,
    animationTime: quiet ? 0 : 0.3,
    springStiffness: 9,
    immediateRender: true,
    gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
    gestureSettingsTouch: { flickEnabled: false },
  });
  viewer.innerTracker.keyDownHandler = null;
  viewer.addHandler("open-failed", () => { viewer.destroy(); sheet.append(still); });
  viewer.addHandler("open", () => {
    const ratio = viewer.world.getItemAt(0).source.height / viewer.world.getItemAt(0).source.width;
    const whole = new OpenSeadragon.Rect(0, 0, 1, ratio);
    if (boxes) {
      viewer.addOverlay({ element: boxes, location: whole });
      boxes.classList.add("over");
    }
    sheet.dataset.open = "yes";
    still.hidden = true;
    document.querySelector(".sheet-zoom").hidden = false;
    tools(OpenSeadragon, viewer, ratio);
    together(OpenSeadragon, viewer, ratio);
    showWidth(OpenSeadragon, viewer, ratio);
  });
}

/** A page wider than tall is shown whole; a tall one fills the width, from its top or from the first hit. */
function showWidth(OpenSeadragon, viewer, ratio) {
  const view = viewer.viewport.getAspectRatio();
  if (view * ratio < 1.15) return;
  const height = 1 / view;
  const hit = firstHit();
  const top = hit ? Math.min(Math.max(0, hit.y * ratio - height / 2), ratio - height) : 0;
  viewer.viewport.fitBounds(new OpenSeadragon.Rect(0, Math.max(0, top), 1, height), true);
}

function hits() {
  const boxes = document.getElementById("boxes");
  if (!boxes) return [];
  const { width, height } = boxes.viewBox.baseVal;
  return [...boxes.querySelectorAll(".hit")].map((rect) => ({
    x: (rect.x.baseVal.value + rect.width.baseVal.value / 2) / width,
    y: (rect.y.baseVal.value + rect.height.baseVal.value / 2) / height,
    rect,
  }));
}

const firstHit = () => hits()[0];

function tools(OpenSeadragon, viewer, ratio) {
  const zoom = {
    in: () => viewer.viewport.zoomBy(1.5),
    out: () => viewer.viewport.zoomBy(1 / 1.5),
    fit: () => viewer.viewport.goHome(),
    turn: () => viewer.viewport.setRotation((viewer.viewport.getRotation() + 90) % 360),
  };
  document.querySelectorAll("[data-zoom]").forEach((button) => {
    button.addEventListener("click", () => { zoom[button.dataset.zoom](); viewer.viewport.applyConstraints(); });
  });
  document.addEventListener("keydown", (event) => {
    if (!plainKey(event)) return;
    const deed = { "+": "in", "=": "in", "-": "out", "0": "fit", r: "turn" }[event.key];
    if (deed) { event.preventDefault(); zoom[deed](); }
    if (event.key === "n") nextHit();
  });
  let at = -1;
  const next = document.querySelector("[data-hit]");
  const nextHit = () => {
    const all = hits();
    if (!all.length) return;
    at = (at + 1) % all.length;
    all.forEach((hit, index) => hit.rect.classList.toggle("now", index === at));
    if (viewer.viewport.getZoom(true) < viewer.viewport.getHomeZoom() * 1.6) viewer.viewport.zoomTo(viewer.viewport.getHomeZoom() * 2, null, false);
    viewer.viewport.panTo(new OpenSeadragon.Point(all[at].x, all[at].y * ratio));
    words?.querySelectorAll("mark")[at]?.scrollIntoView({ block: "center" });
  };
  if (next) { next.hidden = false; next.addEventListener("click", nextHit); }
}

/** The words follow the paper and the paper follows the words, when both are taller than their windows. */
function together(OpenSeadragon, viewer, ratio) {
  const lines = [...(words?.querySelectorAll("[data-top]") ?? [])];
  if (!lines.length) return;
  let leader = null;
  let rest = 0;
  const leads = (who) => {
    if (leader && leader !== who) return false;
    leader = who;
    clearTimeout(rest);
    rest = setTimeout(() => { leader = null; }, 250);
    return true;
  };
  const middle = (line) => (Number(line.dataset.top) + Number(line.dataset.bottom)) / 2;

  viewer.addHandler("animation", () => {
    if (words.scrollHeight <= words.clientHeight || !leads("paper")) return;
    const y = viewer.viewport.getCenter(true).y / ratio;
    const nearest = lines.reduce((best, line) => Math.abs(middle(line) - y) < Math.abs(middle(best) - y) ? line : best);
    words.scrollTop = nearest.offsetTop - words.offsetTop - words.clientHeight / 2;
  });
  words.addEventListener("scroll", () => {
    if (viewer.viewport.getBounds(true).height >= ratio || !leads("words")) return;
    const centre = words.scrollTop + words.clientHeight / 2;
    const nearest = lines.reduce((best, line) =>
      Math.abs(line.offsetTop - words.offsetTop - centre) < Math.abs(best.offsetTop - words.offsetTop - centre) ? line : best);
    viewer.viewport.panTo(new OpenSeadragon.Point(viewer.viewport.getCenter().x, middle(nearest) * ratio));
    viewer.viewport.applyConstraints();
  }, { passive: true });
  lines.forEach((line) => {
    line.addEventListener("dblclick", () => viewer.viewport.panTo(new OpenSeadragon.Point(0.5, middle(line) * ratio)));
  });
}
