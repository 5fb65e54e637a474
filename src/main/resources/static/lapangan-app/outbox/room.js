// A full phone: room is made from what the server has, never from what it has not.
const ACCEPTED_KEPT = 48 * 3600 * 1000;
const ASIDE_KEPT = 24 * 3600 * 1000;

function isFull(error) {
  return Boolean(error) && error.name === 'QuotaExceededError';
}

/** Runs one transaction over the stores; `body(stores)` queues its requests. Throws what made it fail. */
export async function write(db, names, body) {
  const tx = db.transaction(names, 'readwrite');
  const stores = {};
  names.forEach(name => { stores[name] = tx.objectStore(name); });
  try {
    const [result] = await Promise.all([body(stores), tx.done]);
    return result;
  } catch (e) {
    throw tx.error || e;
  }
}

/** As {@link write}, making room when the phone is full: photos that have been sent first, then accepted reports. */
export async function writeWithRoom(db, names, body) {
  for (const make of [sentPhotos, acceptedReports]) {
    try {
      return await write(db, names, body);
    } catch (e) {
      if (!isFull(e)) {
        throw e;
      }
      await make(db);
    }
  }
  return write(db, names, body);
}

async function sentPhotos(db) {
  const tx = db.transaction('photos', 'readwrite');
  for (let cursor = await tx.store.openCursor(); cursor; cursor = await cursor.continue()) {
    if (cursor.value.state === 'SENT') {
      cursor.delete();
    }
  }
  await tx.done;
}

async function acceptedReports(db) {
  await drop(db, record => record.state === 'ACCEPTED');
}

/** Forgets what has been accepted for two days, and what the person has set aside for one. */
export function tidy(db, now = Date.now()) {
  return drop(db, record => record.state === 'ACCEPTED' && now - record.settledAt > ACCEPTED_KEPT
    || Boolean(record.asideAt) && record.state !== 'SAVED' && now - record.asideAt > ASIDE_KEPT);
}

async function drop(db, chosen) {
  const tx = db.transaction('outbox', 'readwrite');
  for (let cursor = await tx.store.openCursor(); cursor; cursor = await cursor.continue()) {
    if (chosen(cursor.value)) {
      cursor.delete();
    }
  }
  await tx.done;
}
