import { choose, day, practising } from '../day.js';
import { store } from '../store.js';
import { online } from '../net.js';

// Practice ends by itself: a phone that was left in it must not take the real day for practice.
const LONGEST = 12 * 3600000;
const SINCE = 'practice.since';

/** The practices that the server knows of; empty before anything was fetched. */
export function practices() {
  return ((day() && day().rounds) || []).filter(round => round.kind === 'REHEARSAL');
}

/** Whether a round can be opened now: it is on the phone, or there is network to fetch it. */
export async function canOpen(round) {
  return online() || Boolean(await store().get('day', 'day:' + round.election + '/' + round.round));
}

/** From now on everything that is written is practice. */
export async function begin(round) {
  await store().put('notes', Date.now(), SINCE);
  await choose(round);
}

/** Back to the real round; to that of the day where the server has named none. */
export async function end() {
  const real = ((day() && day().rounds) || []).find(round => round.kind !== 'REHEARSAL');
  await store().delete('notes', SINCE);
  await choose(real && await canOpen(real) ? real : null);
}

/** Ends a practice that began too long ago. */
export async function endIfForgotten() {
  const since = practising() ? await store().get('notes', SINCE) : undefined;
  if (since !== undefined && Date.now() - since > LONGEST) {
    await end();
    return true;
  }
  return false;
}
