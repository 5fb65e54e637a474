// The desk's tasks about a round inside Tasklist: reporting readiness, closing the desk.
import { dress, element } from '../api.js';
import { call } from '../kept.js';
import { complete, openTask } from '../task.js';

dress();

function figures(standing) {
  return element('table', { class: 'table' },
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'Keadaan'), element('th', { scope: 'col' }, 'Jumlah'))),
    element('tbody', {}, ...standing.figures.map(one => element('tr', one.open ? { class: 'k-open' } : {},
      element('th', { scope: 'row' }, one.label, one.open ? element('b', {}, ' (masih terbuka)') : ''), element('td', {}, String(one.count))))));
}

function open(camForm, stage, draw) {
  openTask(camForm, async ({ task, show }) => {
    const [election, round] = task.subject.split('/').map(encodeURIComponent);
    const standing = await call('GET', `/api/elections/${election}/rounds/${round}/standing?stage=${stage}`);
    const body = element('div', {});
    show(body);
    const finish = draw(body, { task, election, round, standing });
    return () => complete(camForm, finish());
  });
}

function noteField(hint) {
  const input = element('textarea', { class: 'form-control', rows: 3, maxlength: 1000 });
  return { input, box: element('label', { class: 'form-field' }, element('span', {}, 'Catatan (boleh kosong)'), input, element('span', { class: 'form-note' }, hint)) };
}

export function reportReadiness(camForm) {
  open(camForm, 'READINESS', (body, { election, round, standing }) => {
    const note = noteField('Misalnya TPS yang masih diupayakan dan siapa yang menanganinya.');
    body.append(element('h3', {}, `Kesiapan putaran ${decodeURIComponent(round)}`), figures(standing),
      element('p', {}, element('a', { href: `/desk/kesiapan?election=${election}&round=${round}`, target: '_blank', rel: 'noopener' }, 'Lihat TPS satu per satu')),
      note.box, element('p', { class: 'form-note' }, 'Keadaan pada saat ini disimpan bersama laporan.'));
    return () => ({ note: note.input.value });
  });
}

export function closeDesk(camForm) {
  open(camForm, 'REPORTING', (body, { round, standing }) => {
    const left = standing.figures.some(one => one.open);
    const sure = element('input', { type: 'checkbox', name: 'confirmed' });
    const note = noteField('Misalnya mengapa desk ditutup meskipun masih ada yang terbuka.');
    body.append(element('h3', {}, 'Tutup desk untuk putaran ini?'), element('p', { class: 'form-note' }, `Putaran ${decodeURIComponent(round)}`), figures(standing),
      element('p', {}, 'Setelah ditutup, putaran ini bukan lagi putaran yang sedang berjalan. Data, foto, dan riwayatnya tetap tersimpan dan tetap dapat dibaca.'));
    if (left) {
      body.append(element('label', {}, sure, element('span', {}, ' Saya tahu masih ada yang terbuka dan tetap menutup desk')));
    }
    body.append(note.box, element('p', { class: 'form-note' }, 'Data cepat, bukan hasil resmi. Acuan tetap hasil KPU.'));
    return () => ({ confirmed: left ? sure.checked : true, note: note.input.value });
  });
}
