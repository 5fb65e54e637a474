// Tasklist: "Setujui laporan kabupaten". Approved with a signature, or given back to the desk with a reason.
import { element, Refusal } from '../api.js';
import { complete, notify } from '../task.js';
import { area, choices, open, required, signing } from './task.js';
import { STATES } from './words.js';

function unsealed({ districts }) {
  const open = districts.filter(one => one.state !== 'SEALED' && one.state !== 'AUTOMATIC');
  return open.length ? element('p', { class: 'tier-note' }, `Belum disegel camat: ${open.map(one => `${one.name} (${STATES[one.state]})`).join(', ')}.`) : null;
}

export function start(camForm) {
  open(camForm, { again: false }, sheet => {
    const signature = signing(sheet, 'Catatan pimpinan (boleh kosong)', null);
    const reason = area('Alasan', 'Desk memeriksanya lagi dengan alasan ini.', 1000);
    signature.box.hidden = true;
    reason.box.hidden = true;
    const decision = choices('Keputusan', 'tier-decision', [['APPROVE', 'Setujui'], ['SEND_BACK', 'Kembalikan ke desk']], '', value => {
      signature.box.hidden = value !== 'APPROVE';
      reason.box.hidden = value !== 'SEND_BACK';
    });
    return {
      box: element('div', {}, unsealed(sheet) ?? '', decision.box, signature.box, reason.box),
      async submit(current) {
        if (decision.value() === '') throw new Refusal(422, { detail: 'Pilih dulu: setujui atau kembalikan.' });
        const more = decision.value() === 'APPROVE' ? signature.value() : { reason: required(reason, 'Tulis alasannya dulu.') };
        await complete(camForm, { decision: decision.value(), report: current.report, ...more });
        notify(decision.value() === 'APPROVE' ? 'Laporan disetujui' : 'Dikembalikan ke desk', current.code);
      },
    };
  });
}
