import { heardAll } from './events.js';
import { call } from './net.js';
import { isOpen, store } from './store.js';
import { corrected, useZone } from './clock.js';
import { confirm } from './session.js';
import { language } from './words.js';
import { useEffect, useState } from './ui.js';

// What a person has to do, and the forms for it: kept on the phone, fetched again whenever there is network.
// Which round was asked for by name, and which one the server gave when none was.
const CHOSEN = 'round';
const USUAL = 'usual-round';
const changes = heardAll();

let known = null;
let drawn = null;
let refusal = 0;
let settled = false;

/** What is known of the day; null before anything was fetched. */
export function day() {
  return known;
}

/** Status of the last refusal to tell the day; 0 when there was none. */
export function dayRefused() {
  return refusal;
}

/** Whether the server was asked for the day since the app was opened, whatever came of it. */
export function asked() {
  return settled;
}

/** `{election, round, kind, name}` that the app works with now; null when there is none. */
export function round() {
  return known && known.round ? { election: known.election, round: known.round.code, kind: known.round.kind, name: known.round.name } : null;
}

/** Whether everything that is written now is practice. */
export function practising() {
  return Boolean(known && known.round && known.round.kind === 'REHEARSAL');
}

/** The forms of this round, as `GET /api/field/forms` gives them; an empty list before they were fetched. */
export function forms() {
  return drawn ? drawn.forms : [];
}

/** Hears when the day or the forms change. Returns what ends it. */
export const onDay = changes.listen;

/** The day, for a component that is drawn again when it changes. */
export function useDay() {
  const [, again] = useState(0);
  useEffect(() => onDay(() => again(n => n + 1)), []);
  return known;
}

function same(one, other) {
  return one.election === other.election && one.round === other.round;
}

function key(kind, chosen) {
  return kind + ':' + chosen.election + '/' + chosen.round;
}

/** Takes what the phone keeps. */
export async function recall() {
  const chosen = await store().get('notes', CHOSEN) || await store().get('notes', USUAL);
  known = chosen ? (await store().get('day', key('day', chosen))) || null : null;
  drawn = chosen ? (await store().get('forms', key('forms', chosen))) || null : null;
  applied();
}

/** Works with another round from now on, e.g. the rehearsal; with none, the round of the day again. */
export async function choose(chosen) {
  const usual = await store().get('notes', USUAL);
  if (chosen && !(usual && same(usual, chosen))) {
    await store().put('notes', { election: chosen.election, round: chosen.round }, CHOSEN);
  } else {
    await store().delete('notes', CHOSEN);
  }
  await recall();
  if (running) {
    // It may be about the round before.
    await running;
  }
  return refresh();
}

let running = null;

/** Fetches the day and the forms. The status of the answer about the day: 0 without network. */
export function refresh() {
  if (!running) {
    running = fetched().finally(() => {
      running = null;
      if (!settled) {
        settled = true;
        changes.tell();
      }
    });
  }
  return running;
}

function named(chosen) {
  return chosen ? chosen.election + '/' + chosen.round : '';
}

async function fetched() {
  if (!isOpen()) {
    return 0;
  }
  const chosen = await store().get('notes', CHOSEN);
  const asked = chosen ? '?election=' + encodeURIComponent(chosen.election) + '&round=' + encodeURIComponent(chosen.round) : '';
  const answer = await ask('/api/field/day' + asked, known);
  if (named(await store().get('notes', CHOSEN)) !== named(chosen)) {
    // Another round was chosen meanwhile: what was asked before must not undo it.
    return fetched();
  }
  if (answer.status === 200 && answer.body && await confirm(answer.body.person.id)) {
    // Somebody else has signed in on this phone: nothing of the person before is shown.
    known = null;
    drawn = null;
    await recall();
    return fetched();
  }
  if (answer.status === 200 && chosen && !answer.body.rounds.some(one => same(one, chosen))) {
    // It has been closed: back to what the server gives.
    await store().delete('notes', CHOSEN);
    return fetched();
  }
  if (answer.status === 200) {
    await keep(answer, chosen);
  } else if (chosen && (answer.status === 404 || answer.status === 422)) {
    await store().delete('notes', CHOSEN);
  }
  refusal = answer.status >= 400 ? answer.status : 0;
  changes.tell();
  if (round() && answer.status === 304) {
    known.serverTime = corrected().toISOString();
    await store().put('day', known, key('day', round()));
  }
  if (known && known.round && (answer.status === 200 || answer.status === 304)) {
    await fetchForms();
  }
  return answer.status;
}

async function keep(answer, chosen) {
  known = Object.assign({ etag: answer.headers.get('ETag') }, answer.body);
  applied();
  const current = round();
  if (current) {
    await store().put('day', known, key('day', current));
    if (!chosen) {
      await store().put('notes', { election: current.election, round: current.round }, USUAL);
    }
  }
}

async function fetchForms() {
  const current = round();
  const answer = await ask('/api/field/forms?election=' + encodeURIComponent(current.election) + '&round=' + encodeURIComponent(current.round), drawn);
  if (answer.status === 200 && answer.body) {
    drawn = Object.assign({ etag: answer.headers.get('ETag') }, answer.body);
    await store().put('forms', drawn, key('forms', current));
    changes.tell();
  }
}

/** Asks whether something has changed, unless it is wanted in another language. */
function ask(path, before) {
  const headers = before && before.etag && before.language === language() ? { 'If-None-Match': before.etag } : {};
  return call('GET', path, { headers });
}

/** One row for each polling station of a report; they come together, because a village owes the same of all. */
function alone(open) {
  return open.reduce((all, row) => all.concat([].concat(row.tps).map(tps => Object.assign({}, row, { tps }))), []);
}

function applied() {
  if (known) {
    known.open = alone(known.open);
    // A day that was kept before an update does not have it.
    known.settled = alone(known.settled || []);
    useZone(known.zone);
  }
  changes.tell();
}
