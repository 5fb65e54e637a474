// A field with suggestions, by keyboard first: arrows choose, Enter takes, Escape closes; what no suggestion says may stay as free words.
import { element } from '../api.js';

let lists = 0;

/**
 * `find(text)` answers suggestions `[{label, note?}]`; `taken(suggestion or null, text, {here, since})` is told what was taken, whether the
 * cursor still stands here and when (as `performance.now()`) it was asked for.
 * Enter waits for the suggestions of what was typed, because a scanner presses it in the same moment.
 */
export function combo(input, { find, taken, cleared = () => {} }) {
  const list = element('ul', { class: 'entry-list', role: 'listbox', id: `entry-list-${lists += 1}`, hidden: true });
  let found = [];
  let at = 0;
  let asked = '';
  let running = Promise.resolve();
  let timer = 0;
  input.after(list);
  Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': list.id, autocomplete: 'off', spellcheck: 'false' })
    .forEach(([name, value]) => input.setAttribute(name, value));

  function close() {
    list.hidden = true;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function draw() {
    list.replaceChildren(...found.map((one, number) => element('li', {
      role: 'option', id: `${list.id}-${number}`, 'aria-selected': String(number === at),
      onmousedown: event => { event.preventDefault(); take(one); },
    }, one.label, one.note ? element('small', { class: 'muted' }, ` ${one.note}`) : null)));
    list.hidden = !found.length;
    input.setAttribute('aria-expanded', String(found.length > 0));
    if (found.length) input.setAttribute('aria-activedescendant', `${list.id}-${at}`);
    else input.removeAttribute('aria-activedescendant');
  }

  function ask(text) {
    asked = text;
    running = Promise.resolve(find(text)).catch(() => []).then(answer => {
      if (asked !== text) return;
      found = answer;
      at = 0;
      if (document.activeElement === input) draw();
    });
    return running;
  }

  function take(one, since = performance.now()) {
    close();
    taken(one, input.value.trim(), { here: document.activeElement === input, since });
  }

  async function enter() {
    clearTimeout(timer);
    const since = performance.now();
    const text = input.value.trim();
    if (asked !== text) ask(text);
    await running;
    take(text && found.length ? found[at] : null, since);
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    if (!input.value.trim()) cleared();
    timer = setTimeout(() => ask(input.value.trim()), 120);
  });
  input.addEventListener('keydown', event => {
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      enter();
    } else if (event.key === 'Escape') {
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && found.length) {
      event.preventDefault();
      at = list.hidden ? at : (at + (event.key === 'ArrowDown' ? 1 : found.length - 1)) % found.length;
      draw();
    }
  });
  input.addEventListener('blur', close);
  return { close };
}
