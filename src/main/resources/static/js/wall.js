// A wall keeps itself: it asks for its part by itself, outlives a restart of the server, and says in big words when its figures are old.
const POLL = 10_000;
const SPACING = 1_500;
const PATIENCE = 8_000;
const LONGEST = 30_000;
const OLD = 30_000;
const TURN = 12_000;

const words = document.body.dataset;
const band = document.querySelector("[data-band]");
const lang = document.documentElement.lang;
const still = window.matchMedia("(prefers-reduced-motion: reduce)");
let wall = document.querySelector("#wall");
let loadedAt = performance.now();
let failures = 0;
let closed = false;
let timer = null;
let last = 0;
let page = 0;
let paused = still.matches;
let source = null;

document.documentElement.classList.add("w-script");

// The server's time, counted on by a clock that nobody sets.
function now() {
  return Number(wall.dataset.now) + performance.now() - loadedAt;
}

function clock(milliseconds) {
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : "id", { timeZone: wall.dataset.zone, hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" }).format(milliseconds);
}

function length(milliseconds) {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  if (parts[0] === 0) parts.shift();
  return parts.map((part, at) => (at === 0 ? part : String(part).padStart(2, "0"))).join(lang === "en" ? ":" : ".");
}

function ago(milliseconds) {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes === 0) return words.seconds.replace("{0}", Math.max(0, Math.floor(milliseconds / 1000)));
  return minutes < 60 ? words.minutes.replace("{0}", minutes) : words.hours.replace("{0}", Math.floor(minutes / 60)).replace("{1}", minutes % 60);
}

function say(text) {
  if (band.textContent !== text) band.textContent = text;
  if (band.hidden !== (text === "")) {
    band.hidden = text === "";
    document.documentElement.classList.toggle("w-stale", text !== "");
    turn(0);
  }
}

function judge() {
  const age = now() - Number(wall.dataset.asOf);
  const at = clock(Number(wall.dataset.asOf));
  if (closed) say(words.closed);
  else if (failures > 0) say(words.lost.replace("{0}", at).replace("{1}", ago(age)));
  else say(age > OLD ? words.old.replace("{0}", at).replace("{1}", ago(age)) : "");
}

function tick() {
  for (const shown of wall.querySelectorAll("[data-clock]")) shown.textContent = clock(now());
  for (const shown of wall.querySelectorAll("[data-stamp]")) shown.textContent = clock(Number(wall.dataset.asOf));
  for (const due of wall.querySelectorAll("[data-until]")) {
    const rest = Number(due.dataset.until) - now();
    due.textContent = (rest >= 0 ? words.left : words.late).replace("{0}", length(rest));
    due.classList.toggle("w-over", rest < 0);
  }
  judge();
}

// What does not fit is turned over page by page; whoever wants no motion turns by hand.
function turn(by) {
  const grid = wall.querySelector("[data-tiles]");
  if (!grid) return;
  const tiles = [...grid.children];
  for (const tile of tiles) tile.hidden = false;
  const style = getComputedStyle(grid);
  const columns = style.gridTemplateColumns.split(" ").length;
  const gap = parseFloat(style.rowGap);
  const rows = Math.max(1, Math.floor((grid.clientHeight + gap) / (parseFloat(style.gridAutoRows) + gap)));
  const pages = Math.max(1, Math.ceil(tiles.length / (columns * rows)));
  page = (Math.min(page, pages - 1) + by + pages) % pages;
  tiles.forEach((tile, at) => { tile.hidden = Math.floor(at / (columns * rows)) !== page; });
  const control = wall.querySelector("[data-turn]");
  control.hidden = pages < 2;
  wall.querySelector("[data-at]").textContent = words.page.replace("{0}", page + 1).replace("{1}", pages);
  wall.querySelector("[data-pause]").setAttribute("aria-pressed", String(paused));
}

function show(text) {
  const next = new DOMParser().parseFromString(text, "text/html").querySelector("#wall");
  if (!next) throw new Error("no wall in the answer");
  const focus = ["back", "on", "pause"].find(name => document.activeElement?.matches?.(`[data-${name}]`));
  wall.replaceWith(next);
  wall = next;
  loadedAt = performance.now();
  if (focus) wall.querySelector(`[data-${focus}]`)?.focus();
  turn(0);
}

function close() {
  closed = true;
  source?.close();
  source = null;
  wall.querySelectorAll(":scope > *").forEach(part => part.remove());
}

async function load() {
  clearTimeout(timer);
  last = performance.now();
  try {
    const answer = await fetch("/desk/wall/bagian", { cache: "no-store", redirect: "error", signal: AbortSignal.timeout(PATIENCE) });
    if (answer.status === 401) close();
    else if (!answer.ok) throw new Error(String(answer.status));
    else {
      show(await answer.text());
      closed = false;
      if (!source) listen();
    }
    failures = 0;
  } catch {
    failures += 1;
  }
  tick();
  plan(closed ? LONGEST : failures > 0 ? Math.min(LONGEST, 1000 * 2 ** failures) : POLL);
}

function plan(wait) {
  clearTimeout(timer);
  timer = setTimeout(load, wait);
}

function soon() {
  if (failures === 0) plan(Math.max(300, last + SPACING - performance.now()));
}

function listen() {
  source = new EventSource("/desk/wall/peristiwa");
  const own = source;
  own.onopen = soon;
  own.onmessage = soon;
  // The stream ends now and then by itself: whether the line is lost, the next request for the part finds out.
  own.onerror = () => {
    if (own.readyState === EventSource.CLOSED && source === own) source = null;
    if (failures === 0 && !closed) plan(1000);
  };
}

function press(target) {
  if (target.closest("[data-back]")) turn(-1);
  else if (target.closest("[data-on]")) turn(1);
  else if (target.closest("[data-pause]")) {
    paused = !paused;
    turn(0);
  }
}

document.addEventListener("click", event => press(event.target));
document.addEventListener("keydown", event => {
  if (event.key === "ArrowRight") turn(1);
  else if (event.key === "ArrowLeft") turn(-1);
});
window.addEventListener("resize", () => turn(0));
still.addEventListener("change", () => { paused = still.matches; turn(0); });
navigator.wakeLock?.request("screen").catch(() => {});

setInterval(tick, 1000);
setInterval(() => { if (!paused) turn(1); }, TURN);
turn(0);
tick();
listen();
plan(POLL);
