// The form itself, drawn by the field app's own renderer, in a tree of its own: two forms of the same kind must not share ids. Hands stay on the keyboard.

/** The renderer and everything it comes with, from the version that this server serves. */
export async function renderer(app) {
  const [form, ui, values, zone] = await Promise.all([
    import(`${app}form/form.js`), import(`${app}ui.js`), import(`${app}form/values.js`), import(`${app}form/zone.js`),
  ]);
  return { app, ReportForm: form.ReportForm, check: form.check, placeless: form.placeless, focusFault: form.focusFault, h: ui.h, render: ui.render,
    dataOf: values.dataOf, valuesOf: values.valuesOf, dateIn: zone.dateIn, moment: zone.moment, eveOf: zone.eveOf };
}

/** Where the cursor stands, also inside a form's own tree. */
export function cursor() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at ?? document.body;
}

/** One stop of the keyboard for each field; of a choice the answer that is given, else the first. */
function stops(root) {
  const seen = new Set();
  return [...root.querySelectorAll('input:not([type=hidden],[type=file]),select,textarea')].filter(field => {
    if (field.disabled || (field.closest('details:not([open])') && !field.closest('summary'))) return false;
    if (field.type !== 'radio') return true;
    const given = root.querySelector(`input[type=radio][name="${CSS.escape(field.name)}"]:checked`);
    if (seen.has(field.name) || (given && given !== field)) return false;
    seen.add(field.name);
    return true;
  });
}

const sameStop = (one, other) => one === other || (one.type === 'radio' && other.type === 'radio' && one.name === other.name);

/** `end(back)` is called where Enter finds no further field. */
export function canvas(host, tools, end) {
  const shadow = host.attachShadow({ mode: 'open' });
  const own = document.querySelector('link[href$="/entry.css"]');
  const styles = [...document.querySelectorAll('head link[rel=stylesheet]')].map(sheet => sheet.href);
  [...styles, `${tools.app}app.css`, own.href].forEach(href => shadow.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href })));
  const root = document.createElement('div');
  root.className = 'entry-root';
  shadow.append(root);

  function step(from, back) {
    const all = stops(root);
    const next = all[all.findIndex(field => sameStop(field, from)) + (back ? -1 : 1)];
    if (!next) return end(back);
    next.focus();
    next.select?.();
    return undefined;
  }

  root.addEventListener('keydown', event => {
    const field = event.target;
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && ['INPUT', 'SELECT', 'TEXTAREA'].includes(field.tagName)) {
      if (field.tagName === 'TEXTAREA' && event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      step(field, event.shiftKey);
    } else if (field.type === 'radio' && /^[1-9]$/.test(event.key)) {
      const options = [...root.querySelectorAll(`input[type=radio][name="${CSS.escape(field.name)}"]`)];
      const chosen = options[Number(event.key) - 1];
      if (chosen) {
        event.preventDefault();
        chosen.focus();
        if (!chosen.checked) chosen.click();
      }
    }
  }, true);

  return {
    draw: props => tools.render(tools.h(tools.ReportForm, props), root),
    clear: () => tools.render(null, root),
    /** Hands pictures to the form's field for photos, as if they had been chosen there; without any the cursor goes to the button that opens a chooser. False where the form has no such field. */
    attach(files) {
      const chooser = root.querySelector('.fa-photos input[multiple]');
      if (!chooser) return false;
      if (!files) {
        root.querySelector('.fa-photos button').focus();
        return true;
      }
      const bag = new DataTransfer();
      files.forEach(file => bag.items.add(file));
      chooser.files = bag.files;
      chooser.dispatchEvent(new Event('change', { bubbles: true }));
      return true;
    },
    fault: () => tools.focusFault(root),
    /** Puts the cursor into the first field, or to the button for photos where they are all; false where there is neither. */
    first() {
      const field = stops(root)[0] ?? root.querySelector('.fa-photos button');
      field?.focus();
      field?.select?.();
      return Boolean(field);
    },
  };
}
