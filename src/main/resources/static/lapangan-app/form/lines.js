import { h } from '../ui.js';
import { t } from '../words.js';
import { Fault, named } from './fields.js';

// Lines of Form C1 as they stand on the paper: its number, its name, its columns side by side. Nothing is computed and a blank stays blank.

/** Fields that follow each other on one line of the paper. */
export function linesOf(fields) {
  const lines = [];
  fields.forEach(field => {
    const last = lines[lines.length - 1];
    if (last && field.column && last.printed === field.printed && last.name === field.line && last.heading === field.heading) {
      last.cells.push(field);
    } else {
      lines.push({ printed: field.printed, name: field.line, heading: field.heading, cells: [field] });
    }
  });
  return lines;
}

function ballot(line) {
  const found = /^votes\.(\d+)$/.exec(line.cells[0].path);
  return found ? found[1] : null;
}

function Cell({ field, value, set, fault }) {
  return h('label', { class: 'fa-cell' },
    field.column && h('span', { 'aria-hidden': 'true' }, field.column),
    h('input', {
      ...named(field, fault), type: 'text', inputMode: 'numeric', maxLength: 12, autoComplete: 'off', enterKeyHint: 'next',
      'aria-label': field.label, value: value === undefined ? '' : value, onInput: event => set(field.path, event.target.value)
    }));
}

/** `notes`: sums that do not agree, told under the line of their total. */
export function Line({ line, values, set, faults, notes }) {
  const chosen = ballot(line);
  const told = notes.filter(sum => !sum.refused && line.cells.some(cell => cell.path === sum.total));
  return h('div', { class: 'fa-paper' + (chosen ? ' fa-paper-candidate' : '') },
    h('p', { class: 'fa-paper-name' }, h('span', { class: chosen ? 'fa-ballot' : 'fa-printed' }, chosen || line.printed), ' ', line.name || line.cells[0].label),
    h('div', { class: line.cells.length === 1 ? 'fa-cells fa-cells-1' : 'fa-cells' },
      line.cells.map(field => h(Cell, { key: field.path, field, value: values[field.path], set, fault: faults[field.path] }))),
    line.cells.map(field => h(Fault, { key: field.path, field, fault: faults[field.path] && (field.column ? field.column + ': ' : '') + faults[field.path] })),
    told.map(sum => h('p', { class: 'fa-sum', role: 'status', key: sum.rule + sum.total }, t('form.sum.note', sum))));
}
