import { corrected, offset } from '../clock.js';
import { writeWithRoom } from './room.js';

const ORDER = 'outbox.order';

/** A number for a report that no other will get. Without https there is no randomUUID, in older browsers neither. */
export function uuid() {
  if (crypto.randomUUID) {
    return crypto.randomUUID();
  }
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 0x0f | 0x40;
  bytes[8] = bytes[8] & 0x3f | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Keeps a new report, forgets its draft and sets aside the refused one that it mends, all or nothing. `body` are the bytes that are sent, however often. */
export async function add(db, { report, label, photos, round, draft, mends }) {
  const record = {
    id: uuid(), round, report, body: JSON.stringify(report), label, photos,
    state: 'SAVED', attempts: 0, nextAt: null, answer: null,
    savedAt: new Date().toISOString(), savedAtServer: offset() === null ? null : corrected().toISOString()
  };
  await writeWithRoom(db, ['outbox', 'drafts', 'notes'], async stores => {
    // A phone's clock may jump back, so the order is counted.
    record.order = ((await stores.notes.get(ORDER)) || 0) + 1;
    const requests = [stores.notes.put(record.order, ORDER), stores.outbox.add(record)];
    if (draft) {
      requests.push(stores.drafts.delete(draft));
    }
    const refused = mends && await stores.outbox.get(mends);
    if (refused && refused.state !== 'SAVED') {
      requests.push(stores.outbox.put(Object.assign(refused, { asideAt: Date.now(), mendedBy: record.id })));
    }
    await Promise.all(requests);
  });
  return record.id;
}

/** Changes a report that is still in one of the given states; what another tab has settled meanwhile stays. */
export function change(db, id, states, changes) {
  return writeWithRoom(db, ['outbox'], async ({ outbox }) => {
    const record = await outbox.get(id);
    if (!record || !states.includes(record.state)) {
      return false;
    }
    Object.assign(record, changes);
    if (changes.state && changes.state !== 'SENT') {
      record.settledAt = Date.now();
    }
    await outbox.put(record);
    return true;
  });
}

/** All of them, newest first. */
export async function all(db) {
  return (await db.getAll('outbox')).sort((one, other) => other.order - one.order);
}
