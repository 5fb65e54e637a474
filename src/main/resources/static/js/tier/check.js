// Tasklist: "Periksa laporan kabupaten". Forwarded to a leader, or reports of districts given back with a reason.
import { element, Refusal } from '../api.js';
import { complete, notify } from '../task.js';
import { area, choices, open, required } from './task.js';
import { STATES } from './words.js';

function row(one, ticked) {
  const box = element('input', { type: 'checkbox', name: 'district', value: one.report, disabled: !one.report });
  box.checked = ticked.has(one.region);
  box.addEventListener('change', () => (box.checked ? ticked.add(one.region) : ticked.delete(one.region)));
  const newer = one.version && one.version !== one.included;
  return element('tr', {}, element('td', {}, element('label', {}, box, element('span', {}, element('b', {}, one.name), ' ',
    element('span', { class: one.state === 'SEALED' || one.state === 'AUTOMATIC' ? 'tier-state' : 'tier-state tier-open' }, STATES[one.state]),
    newer ? element('span', {}, ` versi ${one.version} lebih baru daripada yang dijumlahkan; susun ulang`) : null,
    one.remarks ? element('small', { class: 'form-note' }, ` ${one.remarks}`) : null))));
}

export function start(camForm) {
  open(camForm, { again: true }, () => {
    const ticked = new Set();
    const table = element('table', { class: 'tier-districts' });
    const reason = area('Alasan pengembalian', 'Camat membacanya bersama laporan yang disusun ulang.', 1000);
    reason.box.hidden = true;
    const decision = choices('Keputusan', 'tier-decision', [['FORWARD', 'Teruskan ke pimpinan'], ['RETURN', 'Kembalikan laporan kecamatan yang dicentang']], '', value => (reason.box.hidden = value !== 'RETURN'));
    return {
      box: element('div', {}, element('h4', {}, 'Laporan kecamatan'), table, decision.box, reason.box),
      redraw: sheet => table.replaceChildren(...sheet.districts.map(one => row(one, ticked))),
      async submit(sheet) {
        const chosen = sheet.districts.filter(one => ticked.has(one.region));
        if (decision.value() === '') throw new Refusal(422, { detail: 'Pilih dulu: teruskan atau kembalikan.' });
        if (decision.value() === 'FORWARD') {
          await complete(camForm, { decision: 'FORWARD', report: sheet.report });
          notify('Diteruskan ke pimpinan', sheet.code);
          return;
        }
        if (!chosen.length) throw new Refusal(422, { detail: 'Centang kecamatan yang laporannya dikembalikan.' });
        await complete(camForm, { decision: 'RETURN', districts: chosen.map(one => one.report), reason: required(reason, 'Tulis alasannya dulu.') });
        notify('Dikembalikan', chosen.map(one => one.name).join(', '));
      },
    };
  });
}
