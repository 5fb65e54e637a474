import { isBlocked } from '../outbox/answer.js';

// What an answer of the server means for the photo whose part was sent. Pure.
const NO_PARTS = [405, 501];
const LATER = [408, 425, 429];

/**
 * `{offset}`: go on there. `{state, answer}`: SENT or REFUSED. `{whole: true}`: parts do not get through, send the file whole. `{later, wait, answer}`: LINE, BUSY, TOKEN, SIGN_IN,
 * OTHER_PERSON, BLOCKED (refused by something on the way), or DAMAGED (what arrived is not what was sent); `wait` is the Retry-After.
 */
export function meaning(sha256, { status, body, headers }) {
  const offset = headers.get('Upload-Offset');
  if ((status === 200 || status === 201) && body && body.sha256 === sha256) {
    return { state: 'SENT', answer: null };
  }
  if (status === 401) {
    return { later: 'SIGN_IN', wait: null };
  }
  if ((status === 204 || status === 409) && /^\d+$/.test(offset || '')) {
    return { offset: Number(offset) };
  }
  if (NO_PARTS.includes(status)) {
    return { whole: true, later: 'BUSY', wait: null };
  }
  // A hotspot answers in our name; only what carries a code of ours is an answer of ours.
  if (!body || typeof body.code !== 'string') {
    return isBlocked(status)
      ? { later: 'BLOCKED', wait: null, answer: { status, code: 'BLOCKED', title: '' } }
      : { later: status >= 500 ? 'BUSY' : 'LINE', wait: headers.get('Retry-After') };
  }
  return refusal(status, body, headers);
}

/** Whether a photo waits because something on the way refused it. */
export function isHeldUp(photo) {
  return Boolean(photo && photo.answer) && photo.answer.code === 'BLOCKED';
}

function refusal(status, body, headers) {
  const answer = { status, code: body.code, title: body.detail || body.title || '' };
  if (body.code === 'OTHER_PERSON') {
    return { later: 'OTHER_PERSON', wait: null, answer };
  }
  if (body.code === 'CSRF_TOKEN_WRONG') {
    return { later: 'TOKEN', wait: null, answer };
  }
  if (body.code === 'PHOTO_HASH_DIFFERS') {
    return { later: 'DAMAGED', wait: null, answer };
  }
  if (status >= 500 || LATER.includes(status)) {
    return { later: 'BUSY', wait: headers.get('Retry-After'), answer };
  }
  return { state: 'REFUSED', answer };
}
