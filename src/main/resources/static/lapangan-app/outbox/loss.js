// A phone that runs short may clear all that a site keeps, and asks nobody. Cookies stay: one remembers how many reports waited, so that their owner hears of it.
const LOST = 'outbox.lost';
const ORDER = 'outbox.order';
const NAME = 'DESK-WAITING-';
const DAYS_30 = 30 * 24 * 3600;
const PERSON = 'desk-lapangan-'.length;

const looked = new Map();
let persistent = null;

function cookie(db) {
  return NAME + db.name.slice(PERSON);
}

function remembered(db) {
  const found = document.cookie.split('; ').find(one => one.startsWith(cookie(db) + '='));
  return found ? Number(found.slice(found.indexOf('=') + 1)) || 0 : 0;
}

/** Remembers how many reports of this person wait. */
export function remember(db, waiting) {
  if (remembered(db) !== waiting) {
    document.cookie = cookie(db) + '=' + waiting + '; path=/lapangan; max-age=' + (waiting > 0 ? DAYS_30 : 0) + '; samesite=lax'
      + (location.protocol === 'https:' ? '; secure' : '');
  }
}

/** To be over before anything is written: notes what the phone has cleared since the app was last open. */
export function look(db) {
  if (!looked.has(db.name)) {
    looked.set(db.name, compare(db));
  }
  return looked.get(db.name);
}

async function compare(db) {
  const waiting = remembered(db);
  if (waiting > 0 && await db.get('notes', ORDER) === undefined) {
    await db.put('notes', waiting, LOST);
    remember(db, 0);
  }
}

/** How many reports the phone has cleared before they were sent. */
export async function lost(db) {
  return (await db.get('notes', LOST)) || 0;
}

/** Their owner has taken care of them. */
export function settleLost(db) {
  return db.delete('notes', LOST);
}

/** Asks, once each time the app is open and there is something to keep, that the browser does not clear this storage. */
export async function persist() {
  if (persistent === null && navigator.storage && navigator.storage.persist) {
    persistent = false;
    persistent = await navigator.storage.persist();
  }
}

/** Whether the phone said that it may clear what waits. */
export function mayBeCleared() {
  return persistent === false;
}
