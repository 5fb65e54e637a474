// Keeps a page in step: a hint from the server says that something changed in this area, and the figures are fetched again.
// How old they are stands on the page; when the line is lost, a sign says from when they are until they are fresh again.
const live = document.querySelector("[data-live]");
const sign = document.querySelector(".live");
const age = document.querySelector("[data-as-of]");
const lostLine = document.querySelector("[data-lost-line]");
const inbox = document.querySelector("[data-inbox]");
const slow = window.matchMedia("(prefers-reduced-motion: reduce)");
const SECOND = 1000;
// A report is to be on the screen within a second, of which the way to here takes some tenths.
const SOON = 100;
const SPACING = Number(live?.dataset.liveSpacing ?? 500);
const PATIENCE = 4;
const WAITS = [300, 1000, 2000, 4000, 8000, 16000, 30000];
// A line that ends and comes back within this has lost nothing: the server ends each after some minutes to check who listens.
const GRACE = 2500;
const OPENING = 10 * SECOND;
const SILENCE = 40 * SECOND;
const LOST_SPACING = 30 * SECOND;
const QUIET = Number(live?.dataset.liveEvery ?? 0) * SECOND;

let pending = null;
let last = 0;
let began = 0;
let took = [];
let counting = null;
let source = null;
let open = false;
let heard = Date.now();
let tries = 0;
let again = null;
let losing = null;
let failed = 0;
let fresh = Date.now();
let lost = false;

// By the server's clock, whatever this device thinks the time is.
const asked = performance.timeOrigin + (performance.getEntriesByType("navigation")[0]?.responseStart ?? 0);
const ahead = age ? Date.parse(age.dateTime) - asked : 0;
const clock = new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : "id", { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23", timeZone: age?.dataset.zone });
if (age) fresh = asked;

const filled = (pattern, value) => pattern.replace("{0}", value);

function old(milliseconds) {
  const { now, seconds, minutes, hours } = age.dataset;
  const passed = Math.max(0, Math.floor(milliseconds / SECOND));
  if (passed < (slow.matches ? 10 : 2)) return now;
  if (passed < 60) return filled(seconds, slow.matches ? Math.floor(passed / 10) * 10 : passed);
  return passed < 3600 ? filled(minutes, Math.floor(passed / 60)) : filled(hours, Math.floor(passed / 3600));
}

function showAge() {
  if (!age) return;
  const text = old(Date.now() - fresh);
  if (age.textContent !== text) age.textContent = text;
}

function say(state) {
  if (!sign || sign.dataset.state === state) return;
  sign.dataset.state = state;
  sign.textContent = sign.dataset[state];
}

function showLost() {
  if (!lostLine) return;
  const from = `${clock.format(new Date(fresh + ahead))} ${lostLine.dataset.zoneName}`.trim();
  lostLine.querySelector("[data-words]").textContent = filled(lostLine.dataset.words, from);
  lostLine.hidden = false;
}

function lose() {
  clearTimeout(losing);
  losing = null;
  say("lost");
  lost = true;
  showLost();
}

// Only fresh figures take the sign away.
function found() {
  if (!open || failed > 0) return;
  clearTimeout(losing);
  losing = null;
  lost = false;
  say("on");
  if (lostLine) lostLine.hidden = true;
}

function refresh() {
  clearTimeout(pending);
  pending = null;
  last = Date.now();
  window.htmx.trigger(live, "refresh");
}

// A server that answers slowly is asked less often; one answer that was slow by chance, the middle of the last three does not show.
function spacing() {
  const sorted = [...took].sort((one, other) => one - other);
  return Math.max(SPACING, PATIENCE * (sorted[Math.floor(sorted.length / 2)] ?? 0));
}

function soon() {
  if (pending === null) pending = setTimeout(refresh, Math.max(SOON, last + spacing() - Date.now()));
}

const wait = (tried) => WAITS[Math.min(tried, WAITS.length - 1)] * (0.8 + Math.random() * 0.4);

function answered(event) {
  if (event.target !== live) return;
  took = [...took.slice(-2), Date.now() - began];
  if (event.detail.successful) {
    failed = 0;
    fresh = Date.now();
    showAge();
    found();
    if (lost) showLost();
    return;
  }
  // Whoever is not signed in any more gets another page in place of this one.
  if (event.detail.xhr.status === 401) return location.reload();
  lose();
  failed += 1;
  clearTimeout(pending);
  pending = setTimeout(refresh, wait(failed));
}

function elsewhere(event) {
  const address = event.detail.xhr.responseURL;
  if (!address || new URL(address).pathname !== "/masuk") return;
  event.detail.shouldSwap = false;
  location.reload();
}

function concerns(hint) {
  const topics = live.dataset.live.split(" ");
  const area = live.dataset.area;
  return topics.includes(hint.topic) && (hint.area.startsWith(area) || area.startsWith(hint.area));
}

// Many pages hear of a broadcast at once: each asks at a moment of its own.
async function count() {
  counting = null;
  const answer = await fetch("/api/inbox/unread", { headers: { Accept: "application/json" } });
  if (!answer.ok) return;
  const { unread } = await answer.json();
  inbox.textContent = unread >= 100 ? "99+" : unread;
  inbox.hidden = unread === 0;
}

function countSoon(hint) {
  if (inbox && hint.topic === "inbox" && counting === null) counting = setTimeout(count, Math.random() * 2000);
}

function end() {
  source?.close();
  source = null;
  open = false;
}

function drop() {
  end();
  if (!lost && losing === null) losing = setTimeout(lose, GRACE);
  if (again === null) again = setTimeout(connect, wait(tries++));
}

function opened() {
  open = true;
  heard = Date.now();
  tries = 0;
  if (lost) return refresh();
  found();
  return soon();
}

function hear(event) {
  heard = Date.now();
  const hint = JSON.parse(event.data);
  if (concerns(hint)) soon();
  countSoon(hint);
}

function connect() {
  clearTimeout(again);
  again = null;
  end();
  heard = Date.now();
  const mine = new EventSource("/api/events");
  source = mine;
  mine.onopen = opened;
  mine.onmessage = hear;
  mine.addEventListener("hidup", () => { heard = Date.now(); });
  mine.onerror = () => { if (mine === source) drop(); };
}

function atOnce() {
  tries = 0;
  const silent = Date.now() - heard;
  if (!source || silent > SILENCE / 2) connect();
  if (Date.now() - fresh > SECOND) refresh();
}

// A cable that was pulled says nothing: a line that is silent for too long is dead.
function watch() {
  showAge();
  const silent = Date.now() - heard;
  if (source && silent > (open ? SILENCE : OPENING)) drop();
  const quiet = lost ? LOST_SPACING : QUIET;
  if (quiet > 0 && Date.now() - Math.max(fresh, last) > quiet) refresh();
}

if (live && window.EventSource && window.htmx) {
  live.addEventListener("htmx:beforeRequest", (event) => { if (event.target === live) began = Date.now(); });
  live.addEventListener("htmx:afterRequest", answered);
  live.addEventListener("htmx:beforeSwap", elsewhere);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) atOnce(); });
  window.addEventListener("pageshow", (event) => { if (event.persisted) atOnce(); });
  window.addEventListener("online", atOnce);
  window.addEventListener("offline", () => { drop(); lose(); });
  window.addEventListener("pagehide", end);
  showAge();
  // htmx hears what is asked of it only once the page has been read whole; what it does not hear is lost.
  document.addEventListener("DOMContentLoaded", () => {
    connect();
    setInterval(watch, SECOND);
  });
}
