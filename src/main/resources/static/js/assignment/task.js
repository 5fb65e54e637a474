// What the forms of the process admin-assignment share: finding the district of a task, and finishing it so that Tasklist moves on.
import { call, element, Refusal, root } from '../api.js';

if (!document.getElementById('assignment-style')) {
  for (const sheet of ['c1', 'assignment']) {
    document.head.append(element('link', { id: `${sheet}-style`, rel: 'stylesheet', href: `${root}/${sheet}.css` }));
  }
}

export function notify(status, message) {
  window.angular.element(document.body).injector().get('Notifications').addMessage({ status, message, duration: 20000 });
}

/** The addresses of one district in one round. */
export function place(election, round, district) {
  const which = `?election=${encodeURIComponent(election)}&round=${encodeURIComponent(round)}`;
  const at = `/api/assignments/${district}`;
  return { key: `${election}/${round}/${district}`, election, district, path: (part = '', more = '') => at + part + which + more };
}

// Somebody else, or the last village filled by another way, may have finished the task: then it is finished, which is what was wanted.
async function finish(taskId, data) {
  try {
    await call('POST', `/api/tasks/${taskId}/complete`, { data });
  } catch (problem) {
    if (problem.status !== 410) {
      throw problem;
    }
    notify('Sudah diselesaikan', 'Tugas ini sudah diselesaikan orang lain atau selesai dengan sendirinya.');
  }
}

/**
 * Draws a task's form and makes Tasklist's own button do its work.
 *
 * @param draw puts the form into a box; answers what is stored before the task ends, and may give {@code {reason}} for it
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
  const opening = call('GET', `/api/tasks/${camForm.taskId}`).then(async task => {
    const at = place(...task.subject.split('/'));
    const view = await call('GET', at.path());
    const body = element('div', { class: 'c1-body' });
    box.replaceChildren(element('header', { class: 'c1-head' }, element('b', {}, view.name), element('span', {}, dueText(view))), body, alert);
    return draw(body, { task, at, view, tell });
  });
  opening.catch(problem => {
    box.replaceChildren(alert);
    tell(problem);
  });
  const settle = (done, error) => window.angular.element(form).scope().$apply(() => done(error, {}));
  camForm.submit = done => {
    alert.hidden = true;
    opening.then(async store => finish(camForm.taskId, (await store()) ?? {})).then(
      () => settle(done, null),
      problem => {
        tell(problem);
        settle(done, new Error('camForm submission prevented'));
      });
  };
}

export function dueText(view) {
  return view.due ? `Batas waktu ${new Date(view.due).toLocaleString('id', { dateStyle: 'long', timeStyle: 'short' })}` : '';
}

export { Refusal };
