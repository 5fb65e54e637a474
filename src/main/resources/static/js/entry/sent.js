// What was handed in from this computer: kept before it is sent, sent again while the server is away, followed until it is settled.
import { element, say } from '../api.js';
import { newId } from '../readiness/api.js';

const MOST = 50;
const AGAIN = [2000, 5000, 15000, 30000];
const words = {
  WAITING: say('menunggu server', 'waits for the server'), REFUSED: say('ditolak', 'refused'), STORED: say('terkirim', 'sent'),
  ACCEPTED: say('diterima', 'accepted'), REJECTED: say('ditolak', 'refused'), SUPERSEDED: say('sudah digantikan', 'superseded'),
};
const tones = { WAITING: 'badge-warn', REFUSED: 'badge-bad', STORED: 'badge-info', ACCEPTED: 'badge-ok', REJECTED: 'badge-bad', SUPERSEDED: 'badge-info' };

/** Whether the server, not the report, is to blame. */
const away = status => status === 0 || status === 401 || status === 429 || status >= 500;

const keyOf = report => [report.kind, report.data?.stage ?? report.stage ?? '', report.tps ?? report.region, report.race ?? '', report.slot ?? ''].join('|');

/** `mend(record)` opens a refused one again. */
export function sent(list, keep, call, mend) {
  let records = keep.handed();
  let tries = 0;
  let timer = 0;

  function store() {
    keep.keepHanded(records);
    draw();
  }

  function line(record) {
    const late = record.state === 'WAITING' && record.message ? `: ${record.message}` : '';
    const reasons = ['REJECTED', 'REFUSED', 'ACCEPTED'].includes(record.state) && record.message ? element('small', {}, record.message) : null;
    return element('li', { 'data-state': record.state },
      element('span', {}, record.label), ' ', element('span', { class: `badge ${tones[record.state]}` }, words[record.state] + late), ' ',
      record.receipt ? element('small', { class: 'muted entry-receipt' }, record.receipt) : null, reasons,
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
      Object.assign(record, { state: answer.state, receipt: answer.receipt, message: '' });
    } catch (refusal) {
      Object.assign(record, away(refusal.status)
        ? { state: 'WAITING', message: refusal.status === 401 ? say('masuk lagi di tab lain', 'sign in again in another tab') : '' }
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

  async function goOn() {
    for (const record of records.filter(one => one.state === 'WAITING').reverse()) {
      await put(record);
      if (record.state === 'WAITING') break;
    }
    const open = records.filter(one => one.state === 'STORED').slice(0, MOST);
    if (open.length) await follow(open).catch(() => {});
    tries += 1;
    store();
    plan();
  }

  function plan() {
    clearTimeout(timer);
    if (records.some(one => one.state === 'WAITING' || one.state === 'STORED')) timer = setTimeout(goOn, AGAIN[Math.min(tries, AGAIN.length - 1)]);
  }

  window.addEventListener('online', () => { tries = 0; goOn(); });
  draw();
  plan();

  hand.told = report => records.some(one => one.key === keyOf(report) && one.state !== 'REFUSED' && one.state !== 'REJECTED');
  return hand;

  /** Keeps the report, then sends it. Answers `{refused, errors, message}` when it has to be corrected first. */
  async function hand(report, label) {
    const record = { id: newId(), key: keyOf(report), report, label, state: 'WAITING', message: '' };
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
