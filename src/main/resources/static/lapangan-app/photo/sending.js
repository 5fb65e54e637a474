import { call } from '../net.js';
import { isOpen, store } from '../store.js';
import { isDue, longWait, told, wait } from '../outbox/wait.js';
import { change, standings, tidy } from './shelf.js';
import { sha256 } from './hash.js';
import { meaning } from './answer.js';

// As much at once as the line carries in a few seconds: a part that breaks off costs little, and few parts cost few answers.
const SMALLEST = 32 * 1024;
const LARGEST = 256 * 1024;
// What a proxy that finds a part too large still lets through.
const TINY = 8 * 1024;
const TOO_LARGE = 413;
const QUICK = 2500;
const SLOW = 10000;
const GIVE_UP = 60000;
const MOST_CORRECTIONS = 5;
const MOST_DAMAGED = 3;
const PERSON = 'desk-lapangan-'.length;

let size = SMALLEST * 2;
let most = LARGEST;
let eager = false;

addEventListener('online', () => {
  eager = true;
  // Perhaps another network.
  most = LARGEST;
});

/**
 * Sends the photos of reports that have arrived, one at a time, oldest first; goes on where the server says. `stop()` is asked between two parts. Answers why it ended: null when all that is
 * due has been tried, else STOPPED, LINE, BLOCKED, BUSY, SIGN_IN or OTHER_PERSON.
 */
export async function sendPhotos({ stop = () => false, changed = () => {} } = {}) {
  const db = store();
  const all = eager;
  eager = false;
  await tidy(db);
  for (const { photo, due } of await standings(db)) {
    if (stop()) {
      return 'STOPPED';
    }
    if (photo.state === 'WAITING' && due === 'READY' && (all || isDue(photo.nextAt, Date.now()))) {
      const ended = await send(db, photo, stop);
      changed();
      if (ended) {
        return ended;
      }
    }
  }
  return null;
}

/** How many photos of reports are `waiting` to be sent, `sent`, `refused` by the server, or `held` because their report was refused. */
export async function photoCounts() {
  const found = { waiting: 0, sent: 0, refused: 0, held: 0 };
  if (isOpen()) {
    (await standings(store())).forEach(({ photo, due }) => {
      if (photo.state !== 'WAITING') {
        found[photo.state === 'SENT' ? 'sent' : 'refused']++;
      } else if (due !== 'NONE') {
        found[due === 'HELD' ? 'held' : 'waiting']++;
      }
    });
  }
  return found;
}

/** Sends one photo of the shelf, going on where the server says. Answers why no other is tried now, as {@link sendPhotos}; what became of it stands on the shelf. */
export async function send(db, photo, stop = () => false) {
  const way = { path: '/api/photos/' + photo.sha256, headers: { 'X-Desk-Person': db.name.slice(PERSON) }, corrections: 0, whole: false };
  const bytes = await readable(db, photo);
  if (!bytes) {
    return null;
  }
  let offset = photo.attempts > 0 || photo.offset > 0 ? await arrived(way, photo.offset) : 0;
  for (;;) {
    const result = await part(way, bytes, offset);
    if (result.whole && !way.whole) {
      way.whole = true;
      continue;
    }
    if (isTooLarge(result) && !way.whole && size > TINY) {
      size = most = Math.max(TINY, size / 2);
      continue;
    }
    if (result.offset === undefined) {
      return settle(db, photo, result);
    }
    offset = result.offset;
    photo.attempts = 0;
    await change(db, photo.sha256, { offset, attempts: 0, nextAt: null, answer: null });
    if (stop()) {
      return 'STOPPED';
    }
  }
}

function isTooLarge({ later, answer }) {
  return later === 'BLOCKED' && answer.status === TOO_LARGE;
}

/** The bytes as they were when the photo was taken; a phone that was full or switched off while writing may have lost some. */
async function readable(db, photo) {
  const bytes = await photo.blob.arrayBuffer().catch(() => null);
  if (bytes && await sha256(bytes) === photo.sha256) {
    return bytes;
  }
  await change(db, photo.sha256, { state: 'REFUSED', answer: { code: 'LOST_ON_PHONE', title: '' } });
  return null;
}

async function arrived(way, believed) {
  const { status, headers } = await call('HEAD', way.path, { headers: way.headers });
  const offset = Number(headers.get('Upload-Offset'));
  if ((status === 200 || status === 204) && headers.get('Upload-Offset') !== null && offset >= 0) {
    return offset;
  }
  return status === 404 ? 0 : believed;
}

/** Sends one part, or the whole file where something between us and the server knows no parts. */
async function part(way, bytes, offset) {
  const until = way.whole ? bytes.byteLength : Math.min(bytes.byteLength, offset + size);
  const started = performance.now();
  const answer = way.whole
    ? await call('PUT', way.path, { body: bytes, type: 'image/jpeg', headers: way.headers, timeout: GIVE_UP * 5 })
    : await call('PATCH', way.path, {
      body: bytes.slice(offset, until), type: 'application/partial-upload', timeout: GIVE_UP,
      headers: Object.assign({ 'Upload-Offset': String(offset), 'Upload-Length': String(bytes.byteLength) }, way.headers)
    });
  adapt(answer.status, performance.now() - started, until - offset === size);
  const result = meaning(way.path.slice(-64), answer);
  if (answer.status === 409 && result.offset !== undefined && ++way.corrections > MOST_CORRECTIONS) {
    return { later: 'BUSY', wait: null };
  }
  return result;
}

function adapt(status, took, full) {
  if (status === 0 || took > SLOW) {
    size = Math.min(size, Math.max(SMALLEST, size / 2));
  } else if (full && took < QUICK) {
    size = Math.min(most, size * 2);
  }
}

/** Notes what became of a photo; answers why no other is tried now, or null. */
async function settle(db, photo, result) {
  if (result.state === 'SENT') {
    await change(db, photo.sha256, { state: 'SENT', offset: photo.bytes, sentAt: Date.now(), answer: null });
    return null;
  }
  if (result.state === 'REFUSED') {
    await change(db, photo.sha256, { state: 'REFUSED', answer: result.answer });
    return null;
  }
  if (result.later === 'SIGN_IN' || result.later === 'OTHER_PERSON') {
    return result.later;
  }
  if (result.later === 'TOKEN') {
    // Any answer brings a fresh one.
    await call('GET', '/api/me');
  }
  if (result.later === 'DAMAGED') {
    return damaged(db, photo, result.answer);
  }
  const attempts = photo.attempts + 1;
  if (result.later === 'BLOCKED') {
    await change(db, photo.sha256, { attempts, nextAt: Date.now() + longWait(attempts), answer: result.answer });
    return 'BLOCKED';
  }
  await change(db, photo.sha256, { attempts, nextAt: Date.now() + (told(result.wait) || wait(attempts)), answer: null });
  return result.later === 'LINE' ? 'LINE' : 'BUSY';
}

/** The server has thrown away what came; it begins anew, but not for ever. */
async function damaged(db, photo, answer) {
  const times = (photo.damaged || 0) + 1;
  const changes = times < MOST_DAMAGED ? { nextAt: Date.now() + wait(times) } : { state: 'REFUSED', answer };
  await change(db, photo.sha256, Object.assign({ damaged: times, offset: 0, attempts: 0 }, changes));
  return null;
}
