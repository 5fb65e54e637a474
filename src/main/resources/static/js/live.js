// Keeps a page in step: a hint from the server says that something changed in this area, and the figures are fetched again.
const live = document.querySelector("[data-live]");
const sign = document.querySelector(".live");
const SOON = 300;
const SPACING = 700;
let pending = null;
let last = 0;

function say(state) {
  if (!sign) return;
  sign.dataset.state = state;
  sign.textContent = sign.dataset[state];
}

function refresh() {
  pending = null;
  last = Date.now();
  window.htmx.trigger(live, "refresh");
}

function soon() {
  if (pending === null) pending = setTimeout(refresh, Math.max(SOON, last + SPACING - Date.now()));
}

function concerns(hint) {
  const topics = live.dataset.live.split(" ");
  const area = live.dataset.area;
  return topics.includes(hint.topic) && (hint.area.startsWith(area) || area.startsWith(hint.area));
}

function connect() {
  const source = new EventSource("/api/events");
  source.onopen = () => { say("on"); soon(); };
  source.onmessage = (event) => { if (concerns(JSON.parse(event.data))) soon(); };
  source.onerror = () => {
    say("lost");
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 5000);
  };
}

if (live && window.EventSource && window.htmx) {
  live.addEventListener("htmx:sendError", () => say("lost"));
  live.addEventListener("htmx:responseError", () => say("lost"));
  connect();
}
