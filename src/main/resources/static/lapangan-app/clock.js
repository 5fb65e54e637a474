// A phone's clock may be wrong by a day; what is reported is timed by the server's as far as it is known.
const KEY = 'desk-lapangan-clock';
const TOLERATED = 120000;
// The Date header counts whole seconds.
const HALF_A_SECOND = 500;
const SLOWEST_ANSWER = 15000;

let ahead = kept();
let zone = 'Asia/Jakarta';

function kept() {
  try {
    const text = localStorage.getItem(KEY);
    return text === null ? null : Number(text);
  } catch (e) {
    return null;
  }
}

/** The time by the device. */
export function now() {
  return new Date();
}

/** Milliseconds that the server is ahead of the device, null while no answer has told. */
export function offset() {
  return ahead;
}

/** The time by the server, as far as it is known. */
export function corrected() {
  return new Date(Date.now() + (ahead || 0));
}

/** Whether the two differ by more than people would overlook. */
export function differs() {
  return ahead !== null && Math.abs(ahead) > TOLERATED;
}

/** Learns from the Date header of an answer to a question asked at `sent` that came at `received` (device, ms). */
export function heard(header, sent, received) {
  const at = header ? Date.parse(header) : NaN;
  if (isNaN(at) || received < sent || received - sent > SLOWEST_ANSWER) {
    return;
  }
  ahead = Math.round(at + HALF_A_SECOND - (sent + received) / 2);
  try {
    localStorage.setItem(KEY, String(ahead));
  } catch (e) {
    // Known until the app is closed.
  }
}

/** Sets the regency's time zone, in which all times are shown. */
export function useZone(name) {
  zone = name || zone;
}

/** `15.04` in the regency's zone. */
export function time(date) {
  return parts(date, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, p => p.hour + '.' + p.minute);
}

/** `Rab 27 Nov, 15.04` in the regency's zone. */
export function dayAndTime(date) {
  return parts(date, { weekday: 'short', day: 'numeric', month: 'short' }, p => p.weekday + ' ' + p.day + ' ' + p.month) + ', ' + time(date);
}

function parts(date, options, write) {
  const language = document.documentElement.lang === 'en' ? 'en-GB' : 'id-ID';
  const found = {};
  new Intl.DateTimeFormat(language, Object.assign({ timeZone: zone }, options)).formatToParts(new Date(date))
    .forEach(part => { found[part.type] = part.value; });
  return write(found);
}
