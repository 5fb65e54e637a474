// The readiness tasks inside Tasklist.
import { dress, element, root } from '../api.js';
import { call } from '../kept.js';
import { complete, notify, openTask } from '../task.js';
import { card } from './card.js';

dress();

function open(camForm, draw) {
  openTask(camForm, async ({ task, show }) => {
    const [election, round, tps] = task.subject.split('/');
    const which = `election=${encodeURIComponent(election)}&round=${encodeURIComponent(round)}`;
    const readiness = await call('GET', `/api/readiness/${tps}?${which}`);
    const body = element('div', {});
    const finish = await draw(body, { task, tps, which, readiness });
    show(element('h3', {}, readiness.station), readiness.address ? element('p', { class: 'form-note' }, readiness.address) : '', body);
    return finish;
  });
}

// The server may finish the task by itself as soon as it has the report: then it is finished, which is what was wanted.
async function finishWith(camForm, reportId) {
  try {
    await complete(camForm, { reportId });
  } catch (problem) {
    if (problem.status !== 410 && problem.status !== 409) throw problem;
    const { state, reasons } = await call('GET', `/api/field-reports/${reportId}`);
    if (state === 'REJECTED') throw new Error(reasons?.map(reason => reason.message).join(' '));
  }
}

function shortcomings(readiness, only) {
  const found = readiness.shortcomings.filter(one => only(one));
  return element('ul', { class: 'bullets' }, ...found.map(one => element('li', {}, element('b', {}, one.label), one.blocking ? ' (menghalangi)' : '', one.ownerLabel ? ` · ${one.ownerLabel}` : '', one.state === 'HANDLED' ? ' · dilaporkan sudah ditangani' : '',
    one.item === 'OFFLINE_PLAN' ? element('a', { href: `${root}/lapangan/rencana/${readiness.tps}?election=${encodeURIComponent(readiness.election)}&round=${encodeURIComponent(readiness.round)}`, target: '_blank', rel: 'noopener' }, ' Isi rencana tanpa sinyal') : '')));
}

export function check(camForm) {
  open(camForm, async (body, { tps, which, readiness, task }) => {
    const stage = readiness.stage ?? 'SITE';
    const sheet = await call('GET', `/api/readiness/entry?stage=${stage}&area=${tps}&${which}`);
    const one = card(sheet, sheet.stations.items[0], { taskId: camForm.taskId, own: false });
    body.append(element('p', {}, element('a', { href: `${root}/lapangan/kesiapan?tahap=${stage}&${which}`, target: '_blank', rel: 'noopener' }, 'Periksa semua TPS sekaligus di satu halaman')));
    if (task.key === 'recheck-tps') {
      body.append(element('p', {}, 'Periksa lagi yang sebelumnya kurang:'), shortcomings(readiness, each => each.state === 'OPEN' || each.state === 'HANDLED'));
    }
    body.append(one.box);
    one.box.querySelector('details').open = true;
    return async () => {
      const sent = await one.send();
      if (!sent) throw new Error('Isi dulu daftar periksanya, atau tekan "Semua lengkap".');
      await finishWith(camForm, sent.id);
      notify('Sudah diterima', `Nomor terima ${sent.receipt.receipt}.`);
    };
  });
}

function field(tag, label, attributes) {
  const input = element(tag, { class: 'form-control', ...attributes });
  return { box: element('label', { class: 'form-field' }, element('span', {}, label), input), input };
}

export function followUp(camForm) {
  open(camForm, (body, { readiness, task }) => {
    const note = field('textarea', 'Apa yang sudah dilakukan?', { rows: 3, maxlength: 1000 });
    const owner = task.name.slice(task.name.lastIndexOf(', ') + 2);
    body.append(element('p', {}, 'Yang kurang dan menjadi bagian Anda:'), shortcomings(readiness, one => one.state === 'OPEN' && one.ownerLabel === owner),
      element('p', { class: 'form-note' }, 'Setelah selesai, petugas memeriksa TPS ini sekali lagi.'), note.box);
    return () => complete(camForm, { note: note.input.value });
  });
}

export function decide(camForm) {
  open(camForm, (body, { readiness }) => {
    const choice = ['ACCEPT', 'PASS_ON'].map(value => element('input', { type: 'radio', name: 'decision', value }));
    const note = field('textarea', 'Catatan', { rows: 3, maxlength: 1000 });
    body.append(element('p', {}, 'Tenggat lewat dan TPS ini belum siap:'), shortcomings(readiness, one => one.state === 'OPEN' || one.state === 'HANDLED'),
      element('fieldset', { class: 'pick' }, element('legend', {}, 'Keputusan'),
        element('div', {}, element('label', {}, choice[0], element('span', {}, 'Terima dengan catatan')), element('label', {}, choice[1], element('span', {}, 'Teruskan ke KPU')))),
      element('p', { class: 'form-note' }, 'Pemindahan TPS adalah keputusan KPU. Desk meneruskan dan mencatat keputusannya.'), note.box);
    return () => complete(camForm, { decision: choice.find(one => one.checked)?.value ?? '', note: note.input.value });
  });
}

export function record(camForm) {
  open(camForm, (body, { readiness }) => {
    const number = field('input', 'Nomor keputusan KPU', { type: 'text', maxlength: 120 });
    const date = field('input', 'Tanggal keputusan', { type: 'date' });
    const relocated = [['true', 'TPS dipindahkan'], ['false', 'TPS tetap di tempat']].map(([value, label]) => [element('input', { type: 'radio', name: 'relocated', value }), label]);
    const note = field('textarea', 'Catatan (boleh kosong)', { rows: 2, maxlength: 1000 });
    body.append(shortcomings(readiness, one => one.state === 'OPEN' || one.state === 'HANDLED'), number.box, date.box,
      element('fieldset', { class: 'pick' }, element('legend', {}, 'Keputusan KPU'), element('div', {}, ...relocated.map(([input, label]) => element('label', {}, input, element('span', {}, label))))),
      element('p', { class: 'form-note' }, 'Bila dipindahkan, tempat yang baru diperiksa dari awal. Alamat dan titiknya diperbarui lewat impor daftar TPS dari KPU.'), note.box);
    return () => {
      const chosen = relocated.map(([input]) => input).find(one => one.checked)?.value;
      return complete(camForm, { number: number.input.value, date: date.input.value, relocated: chosen === undefined ? null : chosen === 'true', note: note.input.value });
    };
  });
}
