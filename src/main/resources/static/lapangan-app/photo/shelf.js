// The photos that are on this phone.
const DAY = 24 * 3600 * 1000;
const HOUR = 3600 * 1000;
const PERSON = 'desk-lapangan-'.length;
const DESK = 'desk-masukkan:';

/** `{sha256, blob, bytes, state: WAITING|SENT|REFUSED, offset, attempts, nextAt, takenAt, blurred, sentAt, answer}`; times in ms by the phone. */
function record(taken) {
  return {
    sha256: taken.sha256, blob: taken.blob, bytes: taken.bytes, state: 'WAITING',
    offset: 0, attempts: 0, nextAt: null, takenAt: Date.now(), blurred: taken.blurred, sentAt: null, answer: null
  };
}

/** Keeps a photo, making room when the phone is full; the same photo is kept once. Throws what the phone says when even then there is none. */
export async function keep(db, taken) {
  const known = await db.get('photos', taken.sha256);
  if (known && known.state !== 'REFUSED') {
    return known;
  }
  const photo = record(taken);
  try {
    await db.put('photos', photo);
  } catch (e) {
    if (e.name !== 'QuotaExceededError') {
      throw e;
    }
    await clear(db, { sentFor: 0, unusedFor: HOUR });
    await db.put('photos', photo);
  }
  return photo;
}

/** Changes a photo that is still there. */
export async function change(db, sha256, changes) {
  const tx = db.transaction('photos', 'readwrite');
  const photo = await tx.store.get(sha256);
  if (photo) {
    await tx.store.put(Object.assign(photo, changes));
  }
  await tx.done;
}

/** Forgets what arrived a day ago, and what no report and no draft names any more, of the app or of the desk's page. */
export function tidy(db) {
  return clear(db, { sentFor: DAY, unusedFor: DAY });
}

async function clear(db, { sentFor, unusedFor }) {
  const tx = db.transaction(['photos', 'outbox', 'drafts'], 'readwrite');
  const [reports, drafts] = await Promise.all([tx.objectStore('outbox').getAll(), tx.objectStore('drafts').getAll()]);
  const named = JSON.stringify([reports.map(one => [one.photos, one.report]), drafts]) + atTheDesk(db);
  const now = Date.now();
  for (let cursor = await tx.objectStore('photos').openCursor(); cursor; cursor = await cursor.continue()) {
    const photo = cursor.value;
    const over = photo.state === 'SENT' ? now - photo.sentAt >= sentFor : now - photo.takenAt >= unusedFor && !named.includes(photo.sha256);
    if (over) {
      cursor.delete();
    }
  }
  await tx.done;
}

/** What this person has begun and handed in on the desk's page (`js/entry/keep.js`), which keeps it beside the databases. */
function atTheDesk(db) {
  const own = DESK + db.name.slice(PERSON) + ':';
  return Object.keys(localStorage).filter(key => key.startsWith(own)).map(key => localStorage.getItem(key)).join();
}

/**
 * The photos with what their reports allow: `{photo, due}`. `due`: `READY` when a report that names it has arrived, `TEXT_FIRST` while it has not, `HELD` when it was refused, `NONE` while
 * no report names it. Oldest first.
 */
export async function standings(db) {
  const [photos, reports] = await Promise.all([db.getAll('photos'), db.getAll('outbox')]);
  const states = new Map();
  reports.forEach(report => (report.photos || []).forEach(hash => states.set(hash, (states.get(hash) || []).concat(report.state))));
  return photos.sort((one, other) => one.takenAt - other.takenAt)
    .map(photo => ({ photo, due: allowed(states.get(photo.sha256) || []) }));
}

function allowed(states) {
  if (states.includes('SENT') || states.includes('ACCEPTED')) {
    return 'READY';
  }
  return states.includes('SAVED') ? 'TEXT_FIRST' : states.length > 0 ? 'HELD' : 'NONE';
}
