// Tasklist: "Catat kehadiran bimtek". Everybody of the district in one list, many ticks at once.
import { call, element } from '../api.js';
import { open } from './task.js';

function line(person, village) {
  const input = element('input', { type: 'checkbox', value: person.id, checked: Boolean(person.trainedAt) });
  const where = person.tps ? `TPS ${person.tps.slice(10)} ${village.name}` : village.name;
  return element('label', { class: 'tick' }, input, element('span', {}, element('b', {}, person.name), ` · ${where}`,
    element('small', {}, person.practisedAt ? 'Latihan sudah masuk' : 'Latihan belum masuk')));
}

export function start(camForm) {
  open(camForm, (body, { at, view }) => {
    const lines = view.villages.flatMap(village => village.people.map(person => line(person, village)));
    const all = element('button', { type: 'button', class: 'btn btn-default', onclick: () => lines.forEach(one => (one.querySelector('input').checked = true)) }, 'Tandai semua hadir');
    const said = element('p', { role: 'status', hidden: true });
    const reason = element('textarea', { class: 'form-control', rows: 2, maxlength: 500, name: 'reason' });
    const store = async () => {
      const ticked = checked => lines.map(one => one.querySelector('input')).filter(input => input.checked === checked).map(input => Number(input.value));
      const now = await call('PUT', at.path('/training'), { attended: ticked(true), missed: ticked(false) });
      said.hidden = false;
      said.textContent = `Tersimpan: ${now.trained} dari ${now.people} hadir, ${now.practised} sudah mengirim laporan latihan.`;
      return reason.value.trim() ? { reason: reason.value.trim() } : {};
    };
    body.append(
      element('p', { class: 'c1-lead' }, 'Beri tanda pada yang hadir. Laporan latihan masuk sendiri dari halaman Latihan petugas.'),
      element('div', { class: 'asg-add' }, all, element('button', { type: 'button', class: 'btn btn-default', onclick: () => store() }, 'Simpan dulu')), said,
      element('div', {}, ...lines),
      element('label', { class: 'asg-reason' }, 'Bila ada yang tidak hadir atau belum latihan, tulis mengapa tetap diselesaikan', reason));
    return store;
  });
}
