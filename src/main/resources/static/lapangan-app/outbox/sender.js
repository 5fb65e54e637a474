import { call, online } from '../net.js';
import { outcome } from './answer.js';
import { all, change } from './records.js';
import { isDue, longWait, wait } from './wait.js';

const AT_ONCE = 2;
/** Kind of report that waits for nothing. */
export const URGENT = 'INCIDENT';
const PAUSE = 'outbox.pause';
// After so many tries in vain in a row the line or the server is gone, and the rest need not try.
const DEAD = 3;
const STOPS = ['SIGN_IN', 'OTHER_PERSON'];
const PERSON = 'desk-lapangan-'.length;

/**
 * Sends what is due, incidents before all else, oldest first for each polling station and kind, two at once. `eager`: what waits for its next try does not wait;
 * `overtaken()`: whether something more urgent has come. Returns `{stop, why}`: why it stopped (null, or SIGN_IN, OTHER_PERSON, LINE, PORTAL, BLOCKED, BUSY, TOKEN, PAUSE, FULL), and what to tell
 * people when nothing got through; `why` is undefined when nothing was tried.
 */
export async function pass(db, { eager, held, changed, overtaken = () => false }) {
  const pause = await db.get('notes', PAUSE);
  const now = Date.now();
  const paused = Boolean(pause) && !isDue(pause, now);
  // Somebody may be in danger: what is urgent is tried once although we were asked to wait.
  const lanes = lanesOf(await all(db)).filter(([first]) => (paused ? isUrgent(first) && first.attempts === 0 : eager || isDue(first.nextAt, now)));
  if (paused && lanes.length === 0) {
    return { stop: 'PAUSE', why: 'PAUSE' };
  }
  const run = { db, changed, goesOn: () => held() && !overtaken(), stop: null, silent: 0, next: 0, why: undefined, full: false, unnoted: false };
  const worker = async () => {
    while (run.next < lanes.length && !run.stop && run.goesOn()) {
      await lane(run, lanes[run.next++]);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const stop = run.stop || (run.full ? 'FULL' : paused ? 'PAUSE' : null);
  // A full phone that has sent nothing has another trouble, which its owner is told.
  return { stop, why: stop === 'FULL' && !run.unnoted && run.why ? run.why : stop || run.why };
}

/** What waits, by polling station and kind, oldest first; what stands behind a report that has to wait, waits with it. */
function lanesOf(records) {
  const lanes = new Map();
  records.reverse().filter(record => record.state === 'SAVED').forEach(record => {
    const key = [record.report.kind, record.report.tps || record.report.region].join('|');
    lanes.set(key, (lanes.get(key) || []).concat(record));
  });
  const found = Array.from(lanes.values());
  return found.filter(([first]) => isUrgent(first)).concat(found.filter(([first]) => !isUrgent(first)));
}

function isUrgent(record) {
  return record.report.kind === URGENT;
}

async function lane(run, records) {
  for (const record of records) {
    if (run.stop || !run.goesOn()) {
      return;
    }
    if (!await send(run, record)) {
      return;
    }
  }
}

/** True when the next of its lane may go. */
async function send(run, record) {
  const answer = await call('PUT', '/api/field-reports/' + record.id, {
    body: record.body,
    type: 'application/json',
    headers: { 'X-Desk-Person': run.db.name.slice(PERSON) }
  });
  const result = outcome(record.id, answer);
  if (result.state) {
    run.silent = 0;
    run.why = null;
    run.unnoted = !await note(run, record, { state: result.state, answer: result.answer, nextAt: null }) || run.unnoted;
  } else {
    await postpone(run, record, result);
  }
  run.changed();
  return Boolean(result.state);
}

/** A phone without room sends all the same; what it cannot note is sent again later, which does no harm. Whether it could. */
async function note(run, record, changes) {
  try {
    await change(run.db, record.id, ['SAVED'], changes);
    return true;
  } catch (e) {
    if (e.name !== 'QuotaExceededError') {
      throw e;
    }
    run.full = true;
    return false;
  }
}

async function postpone(run, record, result) {
  if (STOPS.includes(result.later)) {
    run.stop = result.later;
    return;
  }
  if (result.later === 'TOKEN') {
    // Any answer brings a fresh one.
    await call('GET', '/api/me');
  }
  const attempts = record.attempts + 1;
  const pause = result.wait || (result.later === 'BLOCKED' ? longWait(attempts) : wait(attempts));
  await note(run, record, { attempts, nextAt: Date.now() + pause, answer: result.answer });
  if (result.wait) {
    await run.db.put('notes', Date.now() + result.wait, PAUSE).catch(() => {});
    run.stop = 'PAUSE';
  }
  run.silent++;
  run.why = run.why === undefined ? result.later : run.why;
  if (run.silent >= DEAD || !online()) {
    run.stop = run.stop || result.later;
  }
}

/** When something may be tried again by itself, ms of the device; none when nothing waits. */
export async function times(db) {
  const pause = await db.get('notes', PAUSE);
  const heads = lanesOf(await all(db)).map(([first]) => first.nextAt);
  return heads.length > 0 && pause && !isDue(pause, Date.now()) ? [pause] : heads;
}
