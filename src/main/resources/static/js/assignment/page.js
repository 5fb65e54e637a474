// The page "Penugasan": the same editor as in Tasklist, and the page again once something was stored.
import { call } from '../api.js';
import { editor } from './editor.js';
import { place } from './task.js';

for (const box of document.querySelectorAll('[data-assignment]')) {
  const at = place(box.dataset.election, box.dataset.round, box.dataset.district);
  call('GET', at.path()).then(view => box.replaceChildren(editor(at, view).box));
}
