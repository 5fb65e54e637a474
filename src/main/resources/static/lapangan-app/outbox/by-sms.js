import { h } from '../ui.js';
import { learn, t } from '../words.js';
import * as words from '../words/sms.js';
import { corrected, time } from '../clock.js';
import { day } from '../day.js';
import { store } from '../store.js';
import { change } from './records.js';
import { smsLink, smsOf } from './sms.js';
import { changedHere } from './outbox.js';

learn(words);

/** The text of a report that waits; null where the desk takes none or it cannot be said in one. */
function textFor(record) {
  const known = day();
  return known && known.smsTo && record.state === 'SAVED' ? smsOf(record, known, corrected()) : null;
}

/** Sends a waiting report by SMS as well. The report stays in the queue: whichever way comes first counts, and the other one is recognised. */
export function BySms({ record }) {
  const text = textFor(record);
  if (!text) {
    return null;
  }
  const noted = () => change(store(), record.id, ['SAVED'], { smsAt: corrected().toISOString() }).then(changedHere, () => {});
  return h('div', { class: 'fa-outbox-sms' },
    h('a', { class: 'fa-button fa-button-quiet', href: smsLink(day().smsTo, text), onClick: noted }, t(record.smsAt ? 'sms.again' : 'sms.send')),
    h('p', { class: 'fa-hint' }, t('sms.hint', { number: day().smsTo.replace(/^\+62/, '0') })));
}

/** That it went by SMS too, as far as a page can know: it opened the telephone's messages. */
export function SentBySms({ record }) {
  return record.smsAt ? h('p', { class: 'fa-outbox-sms-at' }, t(record.state === 'SAVED' ? 'sms.sentAt' : 'sms.wentAt', { time: time(new Date(record.smsAt)) })) : null;
}
