// The board of incidents: cards come and change by themselves, clocks run, severity 4 shows in the title, and the keyboard reaches everything.
import { renewed } from "./morph.js";
import { run, setServerTime, tick } from "./clocks.js";
import { ringSoon } from "./sound.js";

const main = document.querySelector("main.kj");
const frame = document.querySelector("#papan-bingkai");
const said = document.querySelector("[data-said]");
const keys = document.querySelector("[data-keys-dialog]");
const title = document.title;
const FRESH = 8000;
let known = null;

const board = () => document.querySelector("#papan");
const cards = () => [...document.querySelectorAll("[data-card]")];
const alarms = () => [...document.querySelectorAll("[data-alarm]")];

function showTitle() {
  const unanswered = Number(board().dataset.unanswered);
  document.title = unanswered > 0 ? `(${unanswered}!) ${title}` : title;
}

function showOpen() {
  const badge = document.querySelector("[data-incidents]");
  const open = Number(board().dataset.open ?? NaN);
  if (badge && open >= 0) badge.textContent = open >= 100 ? "99+" : open;
}

function sayNew() {
  const now = alarms();
  const fresh = known === null ? [] : now.filter((line) => !known.has(line.dataset.alarm));
  known = new Set(now.map((line) => line.dataset.alarm));
  if (fresh.length === 0) return;
  said.textContent = main.dataset.new.replace("{0}", fresh.map((line) => line.querySelector("a").textContent).join("; "));
  ringSoon();
}

function mark(before) {
  for (const card of document.querySelectorAll(".kj-card")) {
    if (before.has(card.id)) continue;
    card.classList.add("kj-fresh");
    setTimeout(() => card.classList.remove("kj-fresh"), FRESH);
  }
}

function step() {
  setServerTime(Number(board().dataset.now));
  tick();
  showTitle();
  showOpen();
  sayNew();
}

function take(answer) {
  const before = new Set([...document.querySelectorAll(".kj-card")].map((card) => card.id));
  // Whoever is not signed in any more gets another page in its place.
  if (!renewed(board(), answer)) return location.reload();
  mark(before);
  step();
  return document.dispatchEvent(new CustomEvent("board:renewed"));
}

function move(by) {
  const all = cards();
  if (all.length === 0) return;
  const at = all.indexOf(document.activeElement);
  const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + by, 0), all.length - 1)];
  next.focus();
  next.closest(".kj-card").scrollIntoView({ block: "nearest" });
}

function search() {
  document.querySelector(".kj-filter-box").open = true;
  document.querySelector("#cari").focus();
}

const typing = (target) => target.closest("input, select, textarea, [contenteditable], dialog, .map");
const PRESSED = {
  j: () => move(1),
  k: () => move(-1),
  "/": search,
  "?": () => keys.showModal(),
  n: () => document.querySelector("#catat")?.click(),
};

function press(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
  const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const action = arrow && event.target.matches("[data-card]") ? () => move(arrow) : PRESSED[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

if (board()) {
  frame.addEventListener("htmx:afterRequest", (event) => {
    if (event.detail.successful) take(event.detail.xhr.responseText);
  });
  document.addEventListener("keydown", press);
  const shown = document.querySelector("[data-keys]");
  shown.hidden = false;
  shown.addEventListener("click", () => keys.showModal());
  step();
  run();
}
