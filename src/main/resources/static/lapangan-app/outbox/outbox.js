import { isOpen, store } from '../store.js';
import { heardAll } from '../events.js';
import { online } from '../net.js';
import { blocked } from './answer.js';
import { look, lost, persist, remember, settleLost } from './loss.js';
import { textOf } from './message.js';
import { add, all, change } from './records.js';
import { tidy } from './room.js';
import { pass, times, URGENT } from './sender.js';
import { askStates } from './states.js';
import { announce, onOtherTabs } from './tabs.js';
import { alive, turn } from './turn.js';
import { until, wait } from './wait.js';

// The queue of reports: what is handed to it is on the phone before anything is sent, and leaves it only after the server has taken it.
const REFUSED = ['REJECTED', 'CONFLICT', 'REFUSED'];
const LONGEST_TIMER = 60000;
const OTHER_TAB = 3000;
const ASK_AGAIN = [1000, 2000, 5000, 15000, 30000, 60000];

const changes = heardAll();
let running = null;
let more = false;
let urgent = false;
let eagerly = false;
let timer = null;
let stopped = null;
let vain = 0;
let asked = 0;
let askAt = 0;
let unkept = null;

/** Hears of every change, also of those in other tabs. Returns what ends it. */
export const subscribe = changes.listen;

function changed() {
  announce();
  changes.tell();
}

/** Something that the person noted beside a report has changed. */
export const changedHere = changed;

/**
 * Keeps a report and sends it as soon as possible. `draft`: key of the draft it came from, which goes in the same step; `mends`: id of the refused one that it replaces. Returns its id.
 * Throws an error named `NoRoom`, with the `text` to pass on in another way, when the phone is full of what has not been sent.
 */
export async function hand({ report, label, photos = [], round, draft, mends }) {
  const db = store();
  try {
    await look(db);
    const id = await add(db, { report, label, photos, round, draft, mends });
    unkept = null;
    asked = 0;
    urgent = urgent || report.kind === URGENT;
    changed();
    persist().then(changes.tell, () => {});
    drain();
    return id;
  } catch (e) {
    if (e.name !== 'QuotaExceededError') {
      throw e;
    }
    const text = textOf({ report, label, savedAt: new Date().toISOString() });
    unkept = { label, text };
    changes.tell();
    throw Object.assign(new Error('no room on this phone'), { name: 'NoRoom', text });
  }
}

/** All reports of this person on this phone, newest first; those set aside too, which have `asideAt`. */
export function list() {
  return all(store());
}

/** How many reports and photos are in which state; what was set aside does not count. `blocked`: those of the `saved` that something on the way refused; `lost`: cleared by the phone before they were sent. */
export async function counts() {
  const db = store();
  await look(db);
  const found = { saved: 0, blocked: 0, sent: 0, accepted: 0, refused: 0, photos: await photosWaiting(), lost: await lost(db) };
  (await all(db)).filter(record => !record.asideAt).forEach(record => {
    found[REFUSED.includes(record.state) ? 'refused' : record.state.toLowerCase()]++;
    found.blocked += blocked(record) ? 1 : 0;
  });
  remember(db, found.saved);
  return found;
}

/** `{sending, stopped, unkept}`: whether something is on its way, why nothing is (SIGN_IN, OTHER_PERSON, LINE, PORTAL, BLOCKED, BUSY, PAUSE, FULL), a report that found no room. */
export function standing() {
  return { sending: running !== null, stopped: online() ? stopped : 'LINE', unkept };
}

/** The person has passed on what found no room here; its draft stays. */
export function passedOn() {
  unkept = null;
  changes.tell();
}

/** The person has taken care of what the phone has cleared. */
export async function lossSettled() {
  await settleLost(store());
  changed();
}

/** Sends refused reports once more as they are, e.g. when the desk has given the person their place back. */
export async function sendAgain(ids) {
  for (const id of ids) {
    await change(store(), id, ['REFUSED'], { state: 'SAVED', attempts: 0, nextAt: null, answer: null });
  }
  changed();
  drain({ eager: true });
}

/** One report, e.g. to be mended. */
export function take(id) {
  return store().get('outbox', id);
}

/** The person needs a refused report no more. It can be brought back for a day. */
export function setAside(id) {
  return aside(id, Date.now());
}

/** Brings back what was set aside. */
export function bringBack(id) {
  return aside(id, null);
}

async function aside(id, asideAt) {
  await change(store(), id, REFUSED, { asideAt });
  changed();
}

/** Sends what is due. `eager`: also what waits for its next try. Done when nothing more can be done now. */
export function drain({ eager = false } = {}) {
  if (!isOpen()) {
    return Promise.resolve();
  }
  more = more || running !== null;
  eagerly = eagerly || eager;
  if (running === null) {
    clearTimeout(timer);
    running = work(store()).catch(() => OTHER_TAB).then(delay => {
      running = null;
      plan(delay);
      changes.tell();
    });
  }
  return running;
}

/** One turn at the line. Milliseconds until the next; null when nothing waits. */
async function work(db) {
  more = false;
  await look(db);
  await tidy(db);
  let open = 0;
  const had = await turn(db, async held => {
    changes.tell();
    do {
      more = false;
      const stop = await texts(db, held);
      open = await askStates(db, changed);
      if (!stop && !more) {
        await photos(() => more || !held() || askIsDue(open));
      }
    } while (more && held());
  });
  if (!had) {
    more = eagerly = false;
    return (await times(db)).length > 0 ? OTHER_TAB : null;
  }
  return next(db, open);
}

async function texts(db, held) {
  const eager = eagerly;
  eagerly = false;
  urgent = false;
  if (eager) {
    stopped = null;
    changes.tell();
  }
  const { stop, why } = !online() && !eager ? { stop: 'LINE', why: 'LINE' } : await pass(db, { eager, held, changed, overtaken: () => urgent });
  vain = stop && stop !== 'PAUSE' ? vain + 1 : 0;
  // One report that fails on its own does not stop the photos, but its owner is told.
  stopped = why === undefined ? stopped : why;
  return stop;
}

async function next(db, open) {
  const left = until(await times(db), Date.now());
  const texts = left === null ? null : Math.max(left, vain > 0 ? wait(vain) : 500);
  const states = open === 0 ? null : ASK_AGAIN[Math.min(asked++, ASK_AGAIN.length - 1)];
  asked = open === 0 ? 0 : asked;
  const images = await photosWaiting() > 0 ? 15000 : null;
  const waits = [texts, states, images].filter(delay => delay !== null);
  return waits.length === 0 ? null : Math.min(...waits);
}

/** While photos go out, the states of the texts are asked for in between. */
function askIsDue(open) {
  if (open === 0) {
    return false;
  }
  if (askAt === 0) {
    askAt = performance.now() + ASK_AGAIN[Math.min(asked, ASK_AGAIN.length - 1)];
  }
  if (performance.now() < askAt) {
    return false;
  }
  askAt = 0;
  asked++;
  more = true;
  return true;
}

function plan(delay) {
  if (more || eagerly) {
    drain();
  } else if (delay !== null) {
    timer = setTimeout(drain, Math.min(delay, LONGEST_TIMER));
  }
}

function photoPart() {
  return import('../photo/sending.js').catch(() => null);
}

async function photos(stop) {
  const part = await photoPart();
  if (part && online()) {
    await part.sendPhotos({ stop, changed: changes.tell });
  }
}

async function photosWaiting() {
  const part = await photoPart();
  const found = part ? await part.photoCounts() : 0;
  return typeof found === 'number' ? found : found.waiting || 0;
}

addEventListener('online', () => drain({ eager: true }));
addEventListener('offline', changes.tell);
addEventListener('pageshow', event => event.persisted && drain({ eager: true }));
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && drain({ eager: true }));
onOtherTabs(() => {
  alive();
  more = more || running !== null;
  changes.tell();
});
