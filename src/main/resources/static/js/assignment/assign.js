// Tasklist: "Tunjuk admin desa" and "Tunjuk admin desa yang kosong".
import { editor } from './editor.js';
import { open } from './task.js';

export function start(camForm) {
  open(camForm, (body, { task, at, view }) => {
    const filling = task.key === 'fill-gap';
    const form = editor(at, view, { onlyGaps: filling });
    const reason = document.createElement('textarea');
    body.append(form.box);
    if (filling) {
      const label = document.createElement('label');
      label.className = 'asg-reason';
      reason.rows = 2;
      reason.maxLength = 500;
      reason.className = 'form-control';
      label.append('Bila masih ada desa kosong, tulis mengapa', reason);
      body.append(label);
    }
    return async () => {
      await form.save();
      return reason.value.trim() ? { reason: reason.value.trim() } : {};
    };
  });
}
