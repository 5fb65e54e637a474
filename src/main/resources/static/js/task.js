// What every form of Tasklist shares: it is drawn once its work is known, and Tasklist's own button "Selesaikan" does its work.
import { call, element } from './api.js';

export function notify(status, message) {
  window.angular.element(document.body).injector().get('Notifications').addMessage({ status, message, duration: 20000 });
}

export function complete(camForm, data) {
  return call('POST', `/api/tasks/${camForm.taskId}/complete`, { data });
}

/**
 * Tasklist learns how it ended as if it had completed the task itself, so that the list moves on.
 *
 * @param begin gets the task, {@code show} to put the parts of the form on the screen, {@code tell} to say what is wrong and {@code quiet} to take that back; it
 * answers what the button does; both may be asynchronous and throw what went wrong
 */
export function openTask(camForm, begin) {
  const form = camForm.formElement[0];
  const box = form.querySelector('.c1, .k, .v');
  const alert = element('p', { class: 'form-alert', role: 'alert', hidden: true });
  const quiet = () => (alert.hidden = true);
  const show = (...parts) => box.replaceChildren(...parts, alert);
  const tell = problem => {
    alert.textContent = [problem.message, ...(problem.errors ?? []).map(error => error.message)].join(' ');
    alert.hidden = false;
    alert.scrollIntoView({ block: 'nearest' });
  };
  const opening = call('GET', `/api/tasks/${camForm.taskId}`).then(task => begin({ task, form, show, tell, quiet }));
  opening.catch(problem => {
    show();
    tell(problem);
  });
  const settle = (done, error) => window.angular.element(form).scope().$apply(() => done(error, {}));
  camForm.submit = done => {
    quiet();
    opening.then(finish => finish()).then(() => settle(done, null), problem => {
      tell(problem);
      settle(done, new Error('camForm submission prevented'));
    });
  };
}
