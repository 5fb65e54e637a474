// The agency confirms that it takes an incident over, or says why it is not for it.
import { area, element, open, Refusal, required, time, told } from './task.js';

function draw(body, { whole, dispatch }) {
  const radios = ['yes', 'no'].map(value => element('input', { type: 'radio', name: 'incident-answer', value }));
  const reason = area('Alasan menolak', 'Instansi lain akan ditugaskan.');
  reason.box.hidden = true;
  const choice = element('fieldset', { class: 'c1-choices' }, element('legend', {}, 'Jawaban instansi'),
    element('label', {}, radios[0], element('span', {}, 'Kami terima dan tangani')),
    element('label', {}, radios[1], element('span', {}, 'Bukan urusan kami')));
  choice.addEventListener('change', () => (reason.box.hidden = !radios[1].checked));
  body.append(told(whole), dispatch ? element('p', { class: 'form-note' }, `Mohon dijawab sebelum ${time(dispatch.acknowledgeBy)}.`) : '', choice, reason.box);
  return () => {
    if (!radios.some(radio => radio.checked)) {
      radios[0].focus();
      throw new Refusal(422, { detail: 'Pilih jawaban dulu.' });
    }
    return radios[0].checked
      ? { data: { accepted: true }, message: ['Penugasan diterima', whole.incident.number] }
      : { data: { accepted: false, reason: required(reason, 'Tulis alasannya dulu.') }, message: ['Penugasan ditolak', whole.incident.number] };
  };
}

export function start(camForm) {
  open(camForm, draw);
}
