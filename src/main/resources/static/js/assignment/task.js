// What the forms of the process admin-assignment share: finding the district of a task, and finishing it so that Tasklist moves on.
import { Refusal, call, dress, element } from '../api.js';
import { notify, openTask } from '../task.js';
import { dayAndTime } from '../zone.js';

dress();

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

/** @param draw puts the form into a box; answers what is stored before the task ends, and may give {@code {reason}} for it */
export function open(camForm, draw) {
  openTask(camForm, async ({ task, show, tell }) => {
    const at = place(...task.subject.split('/'));
    const view = await call('GET', at.path());
    const body = element('div', { class: 'c1-body' });
    show(element('header', { class: 'c1-head' }, element('b', {}, view.name), element('span', {}, dueText(view))), body);
    const store = await draw(body, { task, at, view, tell });
    return async () => finish(camForm.taskId, (await store()) ?? {});
  });
}

function dueText(view) {
  return view.due ? `Batas waktu ${dayAndTime(view.due)}` : '';
}

export { Refusal };
