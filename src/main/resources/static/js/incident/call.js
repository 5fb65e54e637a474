// The desk calls an agency that has not confirmed, and notes what it says.
import { agency, area, done, element, field, numbers, open, Refusal, required, told } from './task.js';

const ANSWERS = { ACKNOWLEDGED: 'Diterima lewat telepon', DECLINED: 'Ditolak lewat telepon', NONE: 'Tidak tersambung atau belum ada jawaban' };

function draw(body, { whole, dispatch }) {
  const radios = Object.keys(ANSWERS).map(value => element('input', { type: 'radio', name: 'incident-call', value }));
  const by = field('Nama orang di telepon', null, element('input', { type: 'text', class: 'form-control', maxlength: 100, autocomplete: 'off' }));
  const note = area('Hasil panggilan', 'Nomor yang dicoba dan apa jawabannya.');
  const choice = element('fieldset', { class: 'c1-choices' }, element('legend', {}, 'Jawaban'),
    ...radios.map(radio => element('label', {}, radio, element('span', {}, ANSWERS[radio.value]))));
  const chosen = () => radios.find(radio => radio.checked)?.value;
  choice.addEventListener('change', () => (by.box.hidden = chosen() === 'NONE'));
  body.append(element('p', { class: 'c1-lead' }, `Telepon ${dispatch ? agency(dispatch.agency) : 'instansi'} sekarang.`), numbers(whole, dispatch), told(whole), done(whole), choice, by.box, note.box);
  return () => {
    if (!chosen()) {
      radios[0].focus();
      throw new Refusal(422, { detail: 'Pilih jawaban dulu.' });
    }
    const data = { answer: chosen(), note: required(note, 'Tulis hasil panggilan dulu.') };
    if (chosen() !== 'NONE') {
      data.by = required(by, 'Tulis nama orang yang menjawab dulu.');
    }
    return { data, message: ['Hasil panggilan tersimpan', whole.incident.number] };
  };
}

export function start(camForm) {
  open(camForm, draw);
}
