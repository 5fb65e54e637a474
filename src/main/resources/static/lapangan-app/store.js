import { openDB } from './vendor/idb.js';
import { known } from './people.js';

// One database for each person of this phone. It is never deleted while something in it has not been sent, and an upgrade only adds.
const VERSION = 1;
const NAME = 'desk-lapangan-';
const DONE = ['ACCEPTED'];

let current = null;

function upgrade(db, from) {
  if (from < 1) {
    db.createObjectStore('day');
    db.createObjectStore('forms');
    db.createObjectStore('drafts');
    db.createObjectStore('outbox', { keyPath: 'id' });
    db.createObjectStore('photos', { keyPath: 'sha256' });
    db.createObjectStore('notes');
  }
}

function database(personId) {
  let opened = null;
  return openDB(NAME + personId, VERSION, {
    upgrade,
    // A newer version of the app wants to add to it: let it, and say so.
    blocking: () => {
      if (opened) {
        opened.close();
      }
      dispatchEvent(new Event('desk-store-outdated'));
    },
    terminated: () => dispatchEvent(new Event('desk-store-outdated'))
  }).then(db => {
    opened = db;
    return db;
  });
}

/** Opens the database of a person and makes it the current one. */
export async function open(personId) {
  if (current && current.name === NAME + personId) {
    return current;
  }
  const db = await database(personId);
  if (current) {
    current.close();
  }
  current = db;
  return db;
}

/** The database of the person who is signed in. */
export function store() {
  if (!current) {
    throw new Error('nobody is signed in on this phone');
  }
  return current;
}

/** Whether one is open. */
export function isOpen() {
  return current !== null;
}

/** Everybody whose work is on this phone, with the number of their reports that are not accepted yet; nothing of what they wrote. */
export async function people() {
  return Promise.all(known().map(async person => {
    const mine = current && current.name === NAME + person.id;
    const db = mine ? current : await database(person.id);
    const records = await db.getAll('outbox');
    if (!mine) {
      db.close();
    }
    return { id: person.id, name: person.name, unsent: records.filter(record => !DONE.includes(record.state)).length };
  }));
}
