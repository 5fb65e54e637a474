// What the forms of Tasklist share: talking to our API, and finishing a task so that Tasklist moves on by itself.
import { Refusal, call, dress, element, root } from '../api.js';
import { notify, openTask } from '../task.js';

export { call, element, notify, Refusal, root };

/** One of several; answers the chosen value or null. */
export function choice(name, legend, options, chosen) {
  const inputs = options.map(([value]) => element('input', { type: 'radio', name, value, checked: value === chosen }));
  const box = element('fieldset', { class: 'c1-choices' }, element('legend', {}, legend),
    ...options.map(([, label], at) => element('label', {}, inputs[at], element('span', {}, label))));
  return { box, value: () => inputs.find(input => input.checked)?.value ?? null };
}

export function reasonField(label, hint) {
  const input = element('textarea', { class: 'form-control', rows: 2, maxlength: 500, id: 'c1-reason' });
  const error = element('p', { class: 'field-error', hidden: true });
  const box = element('div', { class: 'form-field' }, element('label', { for: 'c1-reason' }, label), element('p', { class: 'form-note' }, hint), input, error);
  return {
    box,
    required() {
      const text = input.value.trim();
      error.textContent = text ? '' : 'Tulis alasannya dulu.';
      error.hidden = Boolean(text);
      if (!text) {
        input.focus();
        throw new Refusal(422, { detail: 'Alasan belum ditulis.' });
      }
      return text;
    }
  };
}

dress();

async function sheetOf(task) {
  const [election, round, race, tps] = task.subject.split('/').map(encodeURIComponent);
  const at = `/api/c1/${race}/${tps}`;
  const which = `?election=${election}&round=${round}`;
  const sheet = await call('GET', `${at}/sheet${which}`);
  return { task, sheet, address: action => `${at}/${action}${which}` };
}

function head(sheet) {
  return element('header', { class: 'c1-head' }, element('b', {}, sheet.station), element('span', {}, sheet.raceName));
}

/** @param draw puts the form into a box and answers what the button does; it may be asynchronous and throws what went wrong */
export function open(camForm, draw) {
  openTask(camForm, async ({ task, show }) => {
    const work = await sheetOf(task);
    const body = element('div', { class: 'c1-body' });
    show(head(work.sheet), body);
    return draw(body, work);
  });
}
