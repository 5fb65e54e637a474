// Tasklist: "Hubungi camat yang terlambat".
import { element, root } from '../api.js';
import { open } from './task.js';

export function start(camForm) {
  open(camForm, (body, { view, at }) => {
    const missing = view.villages.filter(village => village.stations.length && !village.covered);
    const reason = element('textarea', { class: 'form-control', rows: 2, maxlength: 500, name: 'reason' });
    body.append(
      element('p', { class: 'c1-lead' }, missing.length ? `Belum ada admin untuk ${missing.length} desa:` : 'Semua desa sudah ada adminnya; camat tinggal menyelesaikan tugasnya.'),
      element('ul', {}, ...missing.map(village => element('li', {}, village.name))),
      element('p', {}, element('a', { href: `${root}/desk/penugasan?kecamatan=${at.district}`, target: '_blank' }, 'Buka halaman penugasan kecamatan ini')),
      element('label', { class: 'asg-reason' }, 'Catatan hasil pembicaraan (boleh kosong)', reason));
    return async () => (reason.value.trim() ? { reason: reason.value.trim() } : {});
  });
}
