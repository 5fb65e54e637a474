// Parts of a page that the server draws anew: they are brought in step, so that what is open, typed or in focus stays. The same press twice is one.
import { setServerTime, tick } from './clocks.js';
import { renewed } from './morph.js';

/** @param asking the part that fetches; @param parts those that the answer holds */
export function follow(asking, parts, done) {
  setServerTime(Number(asking.dataset.now));
  asking.addEventListener('htmx:beforeSwap', event => {
    if (event.target !== asking) return;
    event.detail.shouldSwap = false;
    if (event.detail.xhr.status !== 200) return;
    for (const part of parts) {
      renewed(part, event.detail.xhr.responseText);
    }
    setServerTime(Number(asking.dataset.now));
    tick();
    done?.();
  });
}

document.addEventListener('submit', event => {
  if (event.target.dataset.sent) {
    event.preventDefault();
  }
  event.target.dataset.sent = 'yes';
});
window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));
