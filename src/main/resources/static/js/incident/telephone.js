// What the desk hears on the telephone from an agency: one of some answers, who said it, and what was said.
import { area, done, element, field, numbers, open, Refusal, required, told } from './task.js';

/**
 * A form for a call.
 *
 * @param answers what can be heard, by its code; NONE is that nobody answered
 * @param hint what to write down
 * @param lead the sentence that says whom to call and why
 */
export function telephone({ answers, hint, lead }) {
  function draw(body, work) {
    const { whole, dispatch } = work;
    const radios = Object.keys(answers).map(value => element('input', { type: 'radio', name: 'incident-heard', value }));
    const by = field('Nama orang di telepon', null, element('input', { type: 'text', class: 'form-control', maxlength: 100, autocomplete: 'off' }));
    const note = area('Hasil panggilan', hint);
    const choice = element('fieldset', { class: 'c1-choices' }, element('legend', {}, 'Jawaban'),
      ...radios.map(radio => element('label', {}, radio, element('span', {}, answers[radio.value]))));
    const chosen = () => radios.find(radio => radio.checked)?.value;
    choice.addEventListener('change', () => (by.box.hidden = chosen() === 'NONE'));
    body.append(element('p', { class: 'c1-lead' }, lead(dispatch)), numbers(whole, dispatch), told(whole), done(whole), choice, by.box, note.box);
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
  return camForm => open(camForm, draw);
}
