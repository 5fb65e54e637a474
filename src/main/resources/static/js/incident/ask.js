// The desk asks an agency that has confirmed and then said nothing, and notes what it hears.
import { agency, area, done, element, field, numbers, open, Refusal, required, time, told } from './task.js';

const ANSWERS = { ON_THE_WAY: 'Dalam perjalanan', ARRIVED: 'Sudah di tempat', DONE: 'Sudah selesai ditangani', NONE: 'Tidak tersambung atau belum ada jawaban' };

function draw(body, { whole, dispatch }) {
  const radios = Object.keys(ANSWERS).map(value => element('input', { type: 'radio', name: 'incident-ask', value }));
  const by = field('Nama orang di telepon', null, element('input', { type: 'text', class: 'form-control', maxlength: 100, autocomplete: 'off' }));
  const note = area('Hasil panggilan', 'Apa katanya; bila sudah selesai, apa yang dilakukan.');
  const choice = element('fieldset', { class: 'c1-choices' }, element('legend', {}, 'Jawaban'),
    ...radios.map(radio => element('label', {}, radio, element('span', {}, ANSWERS[radio.value]))));
  const chosen = () => radios.find(radio => radio.checked)?.value;
  choice.addEventListener('change', () => (by.box.hidden = chosen() === 'NONE'));
  const due = dispatch?.progressBy ? ` Kabarnya ditunggu sampai ${time(dispatch.progressBy)}.` : '';
  body.append(element('p', { class: 'c1-lead' }, `${dispatch ? agency(dispatch.agency) : 'Instansi'} sudah menerima tugas, tetapi tidak memberi kabar. Telepon sekarang.${due}`), numbers(whole, dispatch), told(whole), done(whole), choice, by.box, note.box);
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
