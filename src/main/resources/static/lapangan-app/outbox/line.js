import { h } from '../ui.js';
import { t, learn } from '../words.js';
import * as words from '../words/outbox.js';
import { counts, drain, standing } from './outbox.js';
import { useOutbox } from './watch.js';

learn(words);
drain({ eager: true });

/** What the line says: the most pressing first. `[tone, key]`. */
function saying({ saved, blocked, sent, accepted, refused, photos, lost }, { sending, stopped, unkept }) {
  if (unkept) {
    return ['bad', 'outbox.line.unkept'];
  }
  if (lost > 0) {
    return ['bad', 'outbox.line.lost'];
  }
  if (refused > 0) {
    return ['bad', 'outbox.line.refused'];
  }
  if (saved > 0) {
    // One that does not get through while others do is told as well.
    const why = stopped || !sending && blocked > 0 && 'BLOCKED';
    return ['warn', why ? 'outbox.line.' + why : sending ? 'outbox.line.sending' : 'outbox.line.saved'];
  }
  if (sent > 0) {
    return ['info', 'outbox.line.sent'];
  }
  if (photos > 0) {
    return ['info', 'outbox.line.photos'];
  }
  return accepted > 0 ? ['good', 'outbox.line.accepted'] : ['info', 'outbox.line.empty'];
}

async function read() {
  const found = await counts();
  return { found, standing: standing() };
}

/** The state of the queue in one line, on top of every screen; leads to the queue. */
export function OutboxLine() {
  const now = useOutbox(read, null);
  if (!now) {
    return h('div', { class: 'fa-outbox-line' });
  }
  const [tone, key] = saying(now.found, now.standing);
  const rest = tone === 'bad' && now.found.saved > 0 ? ' ' + t('outbox.line.andSaved', { n: now.found.saved }) : '';
  return h('div', { class: 'fa-outbox-line fa-outbox-' + tone },
    h('a', { href: '#/antrean' }, t(key, now.found) + rest));
}
