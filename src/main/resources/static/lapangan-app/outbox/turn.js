// One sender at a time over all tabs of a phone. Sending twice is harmless, but it costs the line.
const LEASE = 30000;
const KEY = 'outbox.lease';
// Some phones freeze a page while it holds the lock; after so long without a sign of life its turn is taken away.
const FROZEN = 90000;

const owner = Math.random().toString(36).slice(2);
let refusedSince = null;

/** The sender of another tab has shown that it works. */
export function alive() {
  refusedSince = null;
}

/** Runs `work(held)` when no other tab does; `held()` tells whether the turn still is ours. False when another tab has it. */
export async function turn(db, work) {
  const had = navigator.locks ? await byLock(db, work) : await byLease(db, work);
  if (had) {
    refusedSince = null;
  } else if (refusedSince === null) {
    refusedSince = performance.now();
  }
  return had;
}

async function byLock(db, work) {
  const steal = refusedSince !== null && performance.now() - refusedSince > FROZEN;
  let held = true;
  try {
    return await navigator.locks.request('outbox:' + db.name, steal ? { steal } : { ifAvailable: true }, async lock => {
      if (lock) {
        await work(() => held);
      }
      return lock !== null;
    });
  } catch (e) {
    held = false;
    if (e.name === 'AbortError') {
      return false;
    }
    throw e;
  }
}

/** For browsers without locks: a note with an end. */
export async function byLease(db, work) {
  if (!await renew(db, false)) {
    return false;
  }
  let held = true;
  const beat = setInterval(() => renew(db, true).then(still => { held = still; }).catch(() => { held = false; }), LEASE / 3);
  try {
    await work(() => held);
  } finally {
    clearInterval(beat);
    await giveBack(db);
  }
  return true;
}

async function renew(db, mine) {
  const tx = db.transaction('notes', 'readwrite');
  const lease = await tx.store.get(KEY);
  const now = Date.now();
  // An end further ahead than a lease lasts was written before the clock was set back.
  const free = !lease || lease.until <= now || lease.until - now > LEASE;
  const ours = lease && lease.owner === owner;
  if (mine ? ours : free || ours) {
    tx.store.put({ owner, until: now + LEASE }, KEY);
    await tx.done;
    return true;
  }
  await tx.done;
  return false;
}

async function giveBack(db) {
  const tx = db.transaction('notes', 'readwrite');
  const lease = await tx.store.get(KEY);
  if (lease && lease.owner === owner) {
    tx.store.delete(KEY);
  }
  await tx.done;
}
