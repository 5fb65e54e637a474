// Tasklist: "Hubungi camat yang belum menyegel".
import { element } from '../api.js';
import { complete, notify, openTask } from '../task.js';
import { heading } from './sheet.js';
import { area, read, required } from './task.js';

function person(one) {
  const dial = one.call ? element('a', { class: 'btn btn-primary', href: one.call }, `Telepon ${one.phone}`) : element('span', { class: 'form-note' }, 'Nomornya belum ada di daftar.');
  return element('p', {}, element('b', {}, one.name), ' ', dial);
}

export function start(camForm) {
  openTask(camForm, async ({ task, show }) => {
    const sheet = await read(task.subject);
    const note = area('Hasil', 'Siapa yang dihubungi dan kapan laporan disegel.', 1000);
    show(element('header', { class: 'c1-head' }, element('b', {}, task.name)),
      element('div', { class: 'c1-body' }, ...heading(sheet),
        ...(sheet.callers.length ? sheet.callers.map(person) : [element('p', { class: 'tier-note' }, 'Kecamatan ini belum punya camat di daftar petugas.')]),
        element('p', { class: 'form-note' }, 'Tugas camat tetap terbuka. Bila camat berhalangan, Pj, Plt, Plh atau pejabat yang menandatangani atas namanya memerlukan akun camat sendiri. Laporan yang tidak disegel tetap masuk ke laporan kabupaten dengan tanda belum disegel.'), note.box));
    return async () => {
      await complete(camForm, { report: sheet.report, note: required(note, 'Tulis hasilnya dulu.') });
      notify('Dicatat', sheet.snapshot.region.name);
    };
  });
}
