import { call, onAnswer } from './net.js';
import { person, present, remember, settlePresent } from './people.js';
import { open, store } from './store.js';

const PERSON = 'person';
const listeners = new Set();
let who = null;
let out = false;

/** `{id, username, name, roles, areas}` of whoever works with the app; null while nobody does. Known without network. */
export function me() {
  return who;
}

/** Whether the server asks for signing in again. What is kept on the phone stays. */
export function signedOut() {
  return out;
}

/** Hears when the person or the state of the session changes. Returns what ends it. */
export function onSession(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell() {
  listeners.forEach(listener => listener());
}

function set(isOut) {
  if (out !== isOut) {
    out = isOut;
    tell();
  }
}

onAnswer(status => {
  if (status === 401) {
    set(true);
  } else if (status >= 200 && status < 300) {
    set(false);
  }
});

/** Whoever signed in last on this phone, from what is kept; asks the server when nothing is. Null: nobody can be found out now. */
export async function start() {
  const id = present();
  const kept = person(id) || (id === null ? null : await noted(id));
  if (kept) {
    await enter(kept);
  } else {
    await ask();
  }
  return who;
}

/** Asks the server who this is. */
export async function ask() {
  const answer = await call('GET', '/api/me');
  if (answer.status === 200) {
    await enter(described(answer.body));
    settlePresent(who.id);
  }
  return answer.status;
}

/** Notes the person whom an answer was for. True when it is another than before, whose work is not to be seen any more. */
export async function confirm(id) {
  if (who && who.id === id) {
    return false;
  }
  await ask();
  return true;
}

/** A browser that ends suddenly may lose the small storage of the last minute, never the databases. */
async function noted(id) {
  const db = await open(id);
  return (await db.get('notes', PERSON)) || null;
}

async function enter(found) {
  remember(found);
  await open(found.id);
  store().put('notes', found, PERSON).catch(() => {});
  who = found;
  tell();
}

function described(answer) {
  const roles = answer.roles.map(grant => grant.role);
  return {
    id: answer.person.id,
    username: answer.person.username,
    name: answer.person.name,
    roles: roles.filter((role, at) => roles.indexOf(role) === at),
    areas: answer.roles.map(grant => grant.scope)
  };
}
