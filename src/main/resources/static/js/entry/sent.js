// What was handed in from this computer: kept before it is sent, sent again while the server is away, followed until it is settled.
import { element, newId, say } from '../api.js';
import { said } from './photos.js';

const MOST = 50;
const AGAIN = [2000, 5000, 15000, 30000];
const words = {
  WAITING: say('menunggu server', 'waits for the server'), REFUSED: say('ditolak', 'refused'), STORED: say('terkirim', 'sent'),
  ACCEPTED: say('diterima', 'accepted'), REJECTED: say('ditolak', 'refused'), SUPERSEDED: say('sudah digantikan', 'superseded'),
};
const tones = { WAITING: 'badge-warn', REFUSED: 'badge-bad', STORED: 'badge-info', ACCEPTED: 'badge-ok', REJECTED: 'badge-bad', SUPERSEDED: 'badge-info' };

/** Whether the server or the way to it, not the report, is to blame: a refusal of the desk has a code. */
const away = ({ status, code }) => !code || status === 401 || status === 429 || status >= 500;

/** Why a report waits, where more can be said than that it does. */
function held({ status, code }) {
  if (status === 401) return say('masuk lagi di tab lain', 'sign in again in another tab');
  if (code || status < 400 || status >= 500) return '';
  return say(`ditolak di jalan (kode ${status}), bukan oleh desk. Dicoba lagi sendiri; bila tetap begitu, pakai jaringan lain`,
    `refused on its way (code ${status}), not by the desk. Tried again by itself; if that goes on, use another network`);
}

const keyOf = report => [report.kind, report.data?.stage ?? report.stage ?? '', report.tps ?? report.region, report.race ?? '', report.slot ?? ''].join('|');

/** Whether photos of a report that arrived have still to follow. */
export const follows = record => ['STORED', 'ACCEPTED', 'SUPERSEDED'].includes(record.state) && (record.left ?? []).length > 0;

/** `photos` as in photos.js; `mend(record)` opens a refused one again. */
export function sent(list, keep, call, photos, mend) {
  let records = keep.handed();
  let tries = 0;
  let timer = 0;
  let run = Promise.resolve();

  function store() {
    keep.keepHanded(records);
    draw();
  }

  function line(record) {
    const late = record.state === 'WAITING' && record.message ? `: ${record.message}` : '';
    const reasons = ['REJECTED', 'REFUSED', 'ACCEPTED'].includes(record.state) && record.message ? element('small', {}, record.message) : null;
    return element('li', { 'data-state': record.state },
      element('span', {}, record.label), ' ', element('span', { class: `badge ${tones[record.state]}` }, words[record.state] + late), ' ',
      record.receipt ? element('small', { class: 'muted entry-receipt' }, record.receipt) : null,
      ['REJECTED', 'REFUSED'].includes(record.state) ? null : element('small', { class: `entry-photos${record.became?.refused ? ' entry-fault' : ''}` }, said(record)), reasons,
      ['REJECTED', 'REFUSED'].includes(record.state) && record.report
        ? element('button', { type: 'button', class: 'link-button', onclick: () => again(record) }, say('Perbaiki', 'Correct')) : null);
  }

  function draw() {
    list.replaceChildren(...records.map(line));
  }

  function again(record) {
    records = records.filter(one => one !== record);
    store();
    mend(record);
  }

  async function put(record) {
    try {
      const answer = await call('PUT', `/api/field-reports/${record.id}`, record.report);
      Object.assign(record, answer.id === record.id
        ? { state: answer.state, receipt: answer.receipt, message: '' }
        : { state: 'WAITING', message: say('jaringan ini menjawab menggantikan desk (minta masuk dulu?)', 'this network answers instead of the desk (does it want a sign-in?)') });
    } catch (refusal) {
      Object.assign(record, away(refusal)
        ? { state: 'WAITING', message: held(refusal) }
        : { state: 'REFUSED', message: refusal.message, errors: refusal.errors });
    }
  }

  async function follow(open) {
    const answer = await call('GET', `/api/field-reports?ids=${open.map(record => record.id).join(',')}`);
    answer.reports.forEach(seen => {
      const record = open.find(one => one.id === seen.id);
      record.state = seen.state;
      record.message = (seen.reasons ?? []).map(reason => reason.message).join(' ');
      // What was taken need not lie on this computer.
      if (seen.state === 'ACCEPTED' || seen.state === 'SUPERSEDED') delete record.report;
    });
  }

  /** Photos follow what has arrived; one report with its photos after the other. */
  async function bring() {
    for (const record of records.filter(follows)) {
      const now = photos ? await photos.follow(record.left) : { left: record.left, sent: 0, refused: 0 };
      record.left = now.left;
      record.became = { sent: (record.became?.sent ?? 0) + now.sent, refused: (record.became?.refused ?? 0) + now.refused, blocked: now.blocked, why: now.why || record.became?.why };
    }
  }

  /** One run after the other: when the line is back the clock may ask as well, and photos would go twice. */
  function goOn() {
    run = run.catch(() => {}).then(sendAll);
  }

  async function sendAll() {
    for (const record of records.filter(one => one.state === 'WAITING').reverse()) {
      await put(record);
      if (record.state === 'WAITING') break;
    }
    const open = records.filter(one => one.state === 'STORED').slice(0, MOST);
    if (open.length) await follow(open).catch(() => {});
    await bring().catch(() => {});
    tries += 1;
    store();
    plan();
  }

  function plan() {
    clearTimeout(timer);
    if (records.some(one => one.state === 'WAITING' || one.state === 'STORED' || (photos && follows(one)))) timer = setTimeout(goOn, AGAIN[Math.min(tries, AGAIN.length - 1)]);
  }

  window.addEventListener('online', () => { tries = 0; goOn(); });
  draw();
  plan();

  hand.told = report => records.some(one => one.key === keyOf(report) && one.state !== 'REFUSED' && one.state !== 'REJECTED');
  return hand;

  /** Keeps the report, then sends it. Answers `{refused, errors, message}` when it has to be corrected first. */
  async function hand(report, label) {
    const record = { id: newId(), key: keyOf(report), report, label, left: report.data.photos ?? [], state: 'WAITING', message: '' };
    records.unshift(record);
    store();
    await put(record);
    tries = 0;
    if (record.state === 'REFUSED') {
      records = records.filter(one => one !== record);
      store();
      return { refused: true, errors: record.errors ?? [], message: record.message };
    }
    store();
    plan();
    return { refused: false };
  }
}
