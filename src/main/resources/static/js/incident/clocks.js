// Running clocks by the server's time: down to a due time, then up past it, or up since something began.
const SECOND = 1000;
const SLOW = 10 * SECOND;
const still = window.matchMedia("(prefers-reduced-motion: reduce)");
const words = document.querySelector("[data-in]")?.dataset ?? {};
let ahead = 0;

export function setServerTime(milliseconds) {
  ahead = milliseconds - Date.now();
}

function filled(pattern, value) {
  return pattern.replace("{0}", value);
}

function exact(minutes, seconds) {
  if (words.short) return words.short.replace("{0}", minutes).replace("{1}", seconds);
  return `${filled(words.minutes, minutes)} ${filled(words.seconds, seconds)}`;
}

export function length(milliseconds) {
  const seconds = Math.floor(Math.abs(milliseconds) / SECOND);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours > 0) return `${filled(words.hours, hours)} ${filled(words.minutes, minutes % 60)}`;
  if (minutes >= 10) return filled(words.minutes, minutes);
  if (minutes > 0) return still.matches ? filled(words.minutes, minutes) : exact(minutes, seconds % 60);
  return filled(words.seconds, still.matches ? Math.floor(seconds / 10) * 10 : seconds);
}

function show(clock, now) {
  const { until, since } = clock.dataset;
  const rest = until ? Number(until) - now : 0;
  const text = until ? filled(rest >= 0 ? words.in : words.over, length(rest)) : length(now - Number(since));
  if (clock.textContent !== text) clock.textContent = text;
  if (until && rest < 0) clock.dataset.late = "ya";
}

export function tick() {
  const now = Date.now() + ahead;
  for (const clock of document.querySelectorAll(".clock")) show(clock, now);
}

export function run() {
  tick();
  setTimeout(run, still.matches ? SLOW : SECOND);
}
