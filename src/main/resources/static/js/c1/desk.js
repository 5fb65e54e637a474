// What the forms of Tasklist share: talking to our API, and finishing a task so that Tasklist moves on by itself.
import { call, element, Refusal, root } from '../api.js';

export { call, element, Refusal, root };

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
  const box = element('div', { class: 'c1-reason' }, element('label', { for: 'c1-reason' }, label), element('p', { class: 'c1-hint' }, hint), input, error);
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

if (!document.getElementById('c1-style')) {
  document.head.append(element('link', { id: 'c1-style', rel: 'stylesheet', href: `${root}/c1.css` }));
}

async function sheetOf(taskId) {
  const task = await call('GET', `/api/tasks/${taskId}`);
  const [election, round, race, tps] = task.subject.split('/').map(encodeURIComponent);
  const at = `/api/c1/${race}/${tps}`;
  const which = `?election=${election}&round=${round}`;
  const sheet = await call('GET', `${at}/sheet${which}`);
  return { task, sheet, address: action => `${at}/${action}${which}` };
}

function head(sheet) {
  return element('header', { class: 'c1-head' }, element('b', {}, sheet.station), element('span', {}, sheet.raceName));
}

export function notify(status, message) {
  window.angular.element(document.body).injector().get('Notifications').addMessage({ status, message, duration: 20000 });
}

/**
 * Draws a task's form and makes Tasklist's own button "Selesaikan" do its work. Tasklist learns how it ended as if it had completed the task itself, so that the list moves on.
 *
 * @param draw puts the form into a box and answers what the button does; it may be asynchronous and throws what went wrong
 */
export function open(camForm, draw) {
  const form = camForm.formElement[0];
  const box = form.querySelector('.c1');
  const alert = element('p', { class: 'c1-alert', role: 'alert', hidden: true });
  const tell = problem => {
    alert.textContent = problem.message;
    alert.hidden = false;
    alert.scrollIntoView({ block: 'nearest' });
  };
  const opening = sheetOf(camForm.taskId).then(work => {
    const body = element('div', { class: 'c1-body' });
    box.replaceChildren(head(work.sheet), body, alert);
    return draw(body, work);
  });
  opening.catch(problem => {
    box.replaceChildren(alert);
    tell(problem);
  });
  const settle = (done, error) => window.angular.element(form).scope().$apply(() => done(error, {}));
  camForm.submit = done => {
    alert.hidden = true;
    opening.then(finish => finish()).then(
      () => settle(done, null),
      problem => {
        tell(problem);
        settle(done, new Error('camForm submission prevented'));
      });
  };
}
