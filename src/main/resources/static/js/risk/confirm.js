// The agency confirms that it has the list, or says why it is not for it.
import { area, element, facts, open, required, rows, Refusal } from './list.js';

function draw(body, { whole }) {
  const { list } = whole;
  const radios = ['yes', 'no'].map(value => element('input', { type: 'radio', name: 'risk-answer', value }));
  const reason = area('Alasan menolak', 'Misalnya: bukan wewenang BPBD, sampaikan ke Satpol PP.');
  reason.box.hidden = true;
  const table = rows(list);
  const choice = element('fieldset', { class: 'c1-choices' }, element('legend', {}, 'Jawaban instansi'),
    element('label', {}, radios[0], element('span', {}, 'Daftar kami terima dan kami tindak lanjuti')),
    element('label', {}, radios[1], element('span', {}, 'Bukan urusan kami')));
  choice.addEventListener('change', () => (reason.box.hidden = !radios[1].checked));
  body.append(facts(whole), table.box, choice, reason.box);
  return table.load().then(() => () => {
    if (!radios.some(radio => radio.checked)) {
      radios[0].focus();
      throw new Refusal(422, { detail: 'Pilih jawaban dulu.' });
    }
    return radios[0].checked
      ? { data: { accepted: true }, message: ['Daftar dikonfirmasi', list.place] }
      : { data: { accepted: false, reason: required(reason, 'Tulis alasannya dulu.') }, message: ['Daftar dikembalikan ke desk', list.place] };
  });
}

export function start(camForm) {
  open(camForm, draw);
}
