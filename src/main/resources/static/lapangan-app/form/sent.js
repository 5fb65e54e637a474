import { h, Notice, Screen } from '../ui.js';
import { t } from '../words.js';
import { address } from '../router.js';
import { useDay } from '../day.js';
import { due, target } from '../due.js';
import { Calls } from './calls.js';
import { online } from '../net.js';
import { BySms, SentBySms } from '../outbox/by-sms.js';
import { useRecords } from './records.js';
import { number, station } from './work.js';

const TONES = { SAVED: 'good', SENT: 'good', ACCEPTED: 'good', REJECTED: 'bad', REFUSED: 'bad', CONFLICT: 'bad' };

/** The calm after handing in: it is on the phone whatever happens next, and the next polling station is one press away. */
export function Sent({ id, about, back, from, more, calls }) {
  const day = useDay();
  const records = useRecords();
  const record = records.find(one => one.id === id);
  const state = record ? record.state : 'SAVED';
  const next = about && day ? following(day, records, about) : null;
  const answer = (record && record.answer) || {};
  // On a good line it is gone before a thumb could reach the button.
  const waits = state === 'SAVED' && record && (!online() || record.attempts > 0 || record.smsAt);
  const refused = TONES[state] === 'bad';
  return h(Screen, { title: t(refused ? 'sent.back.title' : 'sent.title'), back: '#' + back },
    h(Notice, { tone: TONES[state] },
      h('p', null, h('strong', null, t('sent.' + state))),
      refused && reasons(answer).map(text => h('p', { key: text }, text)),
      record && h('p', null, record.label),
      answer.receipt && h('p', null, t('sent.receipt'), ' ', h('b', { class: 'fa-code' }, answer.receipt)),
      refused && h('a', { class: 'fa-button fa-button-primary', href: '#' + address('/isi', Object.assign({ repair: id }, from ? { from } : {})) }, t('sent.repair'))),
    waits && h(BySms, { record }),
    record && h(SentBySms, { record }),
    calls && h(Calls, { day }),
    next && h('a', { class: 'fa-button fa-button-primary fa-wide', href: '#' + address('/isi', Object.assign(target(next), from ? { from } : {})) }, t('sent.next', { place: name(day, next) })),
    about && !next && day && h('p', null, t('sent.allDone')),
    more && h('a', { class: 'fa-button fa-button-quiet fa-wide', href: '#' + more }, t('incident.add')),
    about && about.kind === 'C1' && h('a', { class: 'fa-button fa-button-quiet fa-wide', href: '#' + address('/isi', { kind: 'C1_PHOTOS', tps: about.tps, race: about.race }) }, t('sent.photos')),
    h('p', null, h('a', { class: 'fa-button fa-button-quiet fa-wide', href: '#' + back }, t('sent.back'))));
}

function reasons({ title, errors, reasons: told }) {
  const all = (errors || []).concat(told || []).map(one => one.message).filter(Boolean);
  return all.length ? all : [title].filter(Boolean);
}

function name(day, row) {
  const found = station(day, row.tps);
  return found ? 'TPS ' + number(found) + ' ' + found.villageName : row.tps;
}

/** The same report of the next polling station that still has to be made, by the order of the day's list. */
function following(day, records, about) {
  const open = due(day, records).now.concat(due(day, records).later).filter(row => row.kind === about.kind && row.tps !== about.tps && (row.race || '') === (about.race || '')
    && (about.kind !== 'VOTING' || row.slot === about.slot) && (row.stage || '') === (about.stage || ''));
  const order = day.stations.map(one => one.tps);
  const place = tps => order.indexOf(tps);
  open.sort((one, other) => place(one.tps) - place(other.tps));
  return open.find(row => place(row.tps) > place(about.tps)) || open[0] || null;
}
