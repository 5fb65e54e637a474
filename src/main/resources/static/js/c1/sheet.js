// The printed form as fields: nothing is computed, blanks stay blank, and what was typed is sent as it is.
import { element } from './desk.js';

function put(data, path, value) {
  const parts = path.split('.');
  const last = parts.pop();
  parts.reduce((at, part) => (at[part] ??= {}), data)[last] = value;
}

export function at(data, path) {
  return path.split('.').reduce((found, part) => found?.[part], data) ?? null;
}

export function withValue(data, path, value) {
  const copy = structuredClone(data);
  put(copy, path, value);
  return copy;
}

export function lines(sections) {
  return sections.flatMap(section => section.lines);
}

export function lineLabel(line) {
  return element('span', { class: 'c1-label' },
    element('span', { class: line.ballotNumber ? 'ballot' : 'c1-no' }, String(line.ballotNumber ?? line.printed)), ' ', line.label);
}

export function fields(sections, written = {}) {
  const inputs = new Map();
  const errors = new Map();
  const cell = ({ path, column, label }) => {
    const input = element('input', {
      type: 'text', inputmode: 'numeric', maxlength: 12, class: 'form-control', id: `c1-${path}`, 'aria-label': label,
      autocomplete: 'off', value: at(written, path)
    });
    inputs.set(path, input);
    return element('label', { class: 'c1-cell' }, column ? element('span', { 'aria-hidden': 'true' }, column) : null, input);
  };
  const line = one => {
    const error = element('p', { class: 'field-error', hidden: true });
    one.cells.forEach(({ path }) => errors.set(path, error));
    return [
      one.heading ? element('h4', {}, one.heading) : null,
      element('div', { class: one.ballotNumber ? 'c1-line c1-candidate' : 'c1-line' }, lineLabel(one),
        element('div', { class: one.cells.length === 3 ? 'fields-3' : 'c1-one' }, ...one.cells.map(cell)), error)
    ];
  };
  const box = element('div', { class: 'c1-sheet' }, ...sections.map(section =>
    element('fieldset', {}, element('legend', {}, section.title), ...section.lines.flatMap(line))));

  return {
    box,
    read() {
      const data = {};
      for (const [path, input] of inputs) {
        if (input.value.trim()) {
          put(data, path, input.value.trim());
        }
      }
      return data;
    },
    /** Shows what the server could not read at its field. */
    mark(problems) {
      for (const [path, input] of inputs) {
        input.removeAttribute('aria-invalid');
        errors.get(path).hidden = true;
      }
      for (const { field, message } of problems) {
        const path = (field ?? '').replace(/^data\./, '');
        if (inputs.has(path)) {
          inputs.get(path).setAttribute('aria-invalid', 'true');
          errors.get(path).textContent = message;
          errors.get(path).hidden = false;
        }
      }
      box.querySelector('[aria-invalid]')?.focus();
    }
  };
}
