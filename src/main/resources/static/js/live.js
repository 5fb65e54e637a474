// Keeps a page in step: a hint from the server says that something changed in this area, and the figures are fetched again.
const live = document.querySelector("[data-live]");
const sign = document.querySelector(".live");
const SOON = 300;
const SPACING = Number(live?.dataset.liveSpacing ?? 700);
const PATIENCE = 5;
const inbox = document.querySelector("[data-inbox]");
let pending = null;
let last = 0;
let counting = null;
let took = 0;

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

// A server that answers slowly is asked less often.
function soon() {
  if (pending === null) pending = setTimeout(refresh, Math.max(SOON, last + Math.max(SPACING, PATIENCE * took) - Date.now()));
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

function connect() {
  const source = new EventSource("/api/events");
  source.onopen = () => { say("on"); soon(); };
  source.onmessage = (event) => {
    const hint = JSON.parse(event.data);
    if (concerns(hint)) soon();
    countSoon(hint);
  };
  source.onerror = () => {
    say("lost");
    if (source.readyState === EventSource.CLOSED) setTimeout(connect, 5000);
  };
}

if (live && window.EventSource && window.htmx) {
  live.addEventListener("htmx:afterRequest", () => { took = Date.now() - last; });
  live.addEventListener("htmx:sendError", () => say("lost"));
  live.addEventListener("htmx:responseError", () => say("lost"));
  connect();
}
