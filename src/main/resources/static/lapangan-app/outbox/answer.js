import { told } from './wait.js';

// What an answer of the server means for the report that it is about. Pure.
const LATER = [408, 412, 425, 429];
const SETTLED = { ACCEPTED: 'ACCEPTED', SUPERSEDED: 'ACCEPTED', REJECTED: 'REJECTED' };

/** State of a report on the phone for what the server calls it. */
export function settled(serverState) {
  return SETTLED[serverState] || 'SENT';
}

/**
 * What to do after an answer to PUT: `{state, answer}` where it settles something, else `{later, wait, answer}`: nothing is known about the report, so it is kept as it was.
 * `later`: LINE (no answer of ours), PORTAL (somebody else's answer in our name), BLOCKED (refused by something on the way), BUSY, TOKEN, SIGN_IN, OTHER_PERSON. `wait`: ms that
 * the server asks for, or null.
 */
export function outcome(id, { status, body, headers, foreign }) {
  if (foreign) {
    return { later: 'PORTAL', wait: null, answer: nameless(status, 'PORTAL') };
  }
  if ((status === 200 || status === 201) && body && body.id === id) {
    return { state: settled(body.state), answer: { status, code: null, receipt: body.receipt, receivedAt: body.receivedAt, errors: [], reasons: [] } };
  }
  if (status === 401) {
    return later('SIGN_IN', status, body, null);
  }
  // A hotel's or a village's hotspot answers in our name; only what carries a code of ours is an answer of ours.
  if (!body || typeof body.code !== 'string') {
    return isBlocked(status)
      ? { later: 'BLOCKED', wait: null, answer: nameless(status, 'BLOCKED') }
      : later(status >= 500 ? 'BUSY' : 'LINE', status, null, told(headers.get('Retry-After')));
  }
  if (body.code === 'OTHER_PERSON') {
    return later('OTHER_PERSON', status, body, null);
  }
  if (body.code === 'CSRF_TOKEN_WRONG') {
    return later('TOKEN', status, body, null);
  }
  if (status >= 500 || LATER.includes(status)) {
    return later('BUSY', status, body, told(headers.get('Retry-After')));
  }
  return { state: status === 409 ? 'CONFLICT' : 'REFUSED', answer: refusal(status, body) };
}

/** Whether a status without a code of ours says that something between the phone and the desk does not let it through: a proxy that finds it too large, a filter that dislikes it. */
export function isBlocked(status) {
  return status >= 400 && status < 500 && !LATER.includes(status);
}

function nameless(status, code) {
  return { status, code, title: '', errors: [], reasons: [] };
}

function later(why, status, body, wait) {
  return { later: why, wait, answer: body ? refusal(status, body) : nameless(status, null) };
}

function refusal(status, body) {
  return { status, code: body.code, title: body.detail || body.title || '', errors: body.errors || [], reasons: [] };
}

/** Whether it was refused for its person or its time and not for what it says, so that the same may be taken another time. */
export function mayGoAgain({ state, answer }) {
  return state === 'REFUSED' && [403, 404, 410].includes(answer.status);
}

/** Whether it waits because something on the way refused it, which another network may not. */
export function blocked({ state, answer }) {
  return state === 'SAVED' && Boolean(answer) && answer.code === 'BLOCKED';
}

/** Key of the sentence for what happened to a report; its own words from the server come with it. */
export function why(record) {
  const answer = record.answer || {};
  if (record.state === 'CONFLICT') {
    return 'outbox.why.conflict';
  }
  if (record.state === 'REJECTED') {
    return 'outbox.why.rejected';
  }
  if (record.state === 'REFUSED') {
    if (answer.status === 422 && answer.errors.length === 0) {
      return 'outbox.why.refused';
    }
    return { 403: 'outbox.why.notYours', 404: 'outbox.why.gone', 410: 'outbox.why.gone', 422: 'outbox.why.wrong' }[answer.status] || 'outbox.why.refused';
  }
  if (record.state === 'SAVED' && answer.code === 'PORTAL') {
    return 'outbox.why.portal';
  }
  if (blocked(record)) {
    return 'outbox.why.blocked';
  }
  if (record.state === 'SAVED' && answer.status >= 500) {
    return 'outbox.why.busy';
  }
  return record.state === 'SAVED' && record.attempts > 0 ? 'outbox.why.line' : null;
}
