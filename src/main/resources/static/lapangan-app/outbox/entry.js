import { h, useState, Button } from '../ui.js';
import { t } from '../words.js';
import { dayAndTime, time } from '../clock.js';
import { PhotosOf } from '../photo/states.js';
import { mayGoAgain, why } from './answer.js';
import { AsMessage } from './copy.js';
import { textOf } from './message.js';
import { BySms, SentBySms } from './by-sms.js';
import { bringBack, sendAgain, setAside } from './outbox.js';

const TOLERATED = 120000;
const DAY = 24 * 3600 * 1000;
// What happened to these is said in full by our own sentence.
const TOLD = ['SAVED', 'CONFLICT'];
const REFUSED = ['REJECTED', 'CONFLICT', 'REFUSED'];

function at(iso) {
  const moment = new Date(iso);
  return Math.abs(Date.now() - moment) < DAY / 2 ? time(moment) : dayAndTime(moment);
}

/** When it was written: by the server's clock, and by the phone's where that says something else. */
export function written({ savedAt, savedAtServer }) {
  const differ = savedAtServer && Math.abs(new Date(savedAt) - new Date(savedAtServer)) > TOLERATED;
  return differ ? t('outbox.bothTimes', { server: at(savedAtServer), phone: at(savedAt) }) : at(savedAtServer || savedAt);
}

/** One report of the queue. */
export function Entry({ record }) {
  const refused = REFUSED.includes(record.state);
  return h('li', { class: 'fa-outbox-entry' },
    h('p', { class: 'fa-outbox-label' }, record.label),
    h('p', { class: 'fa-outbox-facts' },
      h('span', { class: 'fa-outbox-state' }, t('outbox.state.' + record.state)), ' · ', written(record),
      record.answer && record.answer.receipt && [' · ', h('span', { class: 'fa-outbox-receipt' }, t('outbox.receipt', { code: record.answer.receipt }))],
      record.photos.length > 0 && h(PhotosOf, { record }),
      record.round && record.round.kind === 'REHEARSAL' && [' · ', t('outbox.practice')]),
    h(Reasons, { record }),
    h(SentBySms, { record }),
    record.mendedBy && h('p', null, t('outbox.mended')),
    !record.asideAt && h(Ways, { record, refused }),
    record.asideAt && !record.mendedBy && h(Button, { kind: 'quiet', onClick: () => bringBack(record.id) }, t('outbox.bringBack')));
}

function Reasons({ record }) {
  const answer = record.answer || {};
  const key = why(record);
  const said = [].concat((answer.reasons || []).map(reason => reason.message), (answer.errors || []).map(error => error.message))
    .concat(answer.errors && answer.errors.length > 0 ? [] : answer.title).filter(Boolean);
  if (!key && said.length === 0 || record.state === 'SENT') {
    return null;
  }
  return h('div', { class: 'fa-outbox-why' },
    key && h('p', null, t(key, { n: record.attempts, status: answer.status })),
    !TOLD.includes(record.state) && said.map((text, n) => h('p', { key: n }, text)));
}

function Ways({ record, refused }) {
  if (!refused && record.state !== 'SAVED') {
    return null;
  }
  return h('div', { class: 'fa-outbox-ways' },
    refused && h('a', { class: 'fa-button fa-button-primary', href: '#/isi?repair=' + record.id }, t('outbox.repair')),
    !refused && h(BySms, { record }),
    mayGoAgain(record) && h(Button, { kind: 'quiet', onClick: () => sendAgain([record.id]) }, t('outbox.sendAgain')),
    h(AsMessage, { text: () => textOf(record), plain: !refused }),
    refused && h(NoMore, { id: record.id }));
}

function NoMore({ id }) {
  const [sure, setSure] = useState(false);
  if (!sure) {
    return h(Button, { kind: 'quiet', onClick: () => setSure(true) }, t('outbox.setAside'));
  }
  return h('div', { class: 'fa-outbox-sure', role: 'group', 'aria-label': t('outbox.setAsideSure') },
    h('p', null, t('outbox.setAsideSure')),
    h(Button, { kind: 'danger', onClick: () => setAside(id) }, t('outbox.setAsideYes')),
    h(Button, { kind: 'quiet', onClick: () => setSure(false) }, t('outbox.setAsideNo')));
}
