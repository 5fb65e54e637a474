import { forms } from '../day.js';
import { time } from '../clock.js';

// A report as a text that can be read out, or passed on by SMS, when the phone or the line lets it down.
function labels(report) {
  const found = {};
  forms().filter(form => form.kind === report.kind && (!form.race || form.race === report.race)).forEach(form =>
    form.sections.forEach(section => section.fields.forEach(field => {
      const column = field.column ? ' ' + field.column : '';
      found[field.path] = (field.line || field.label) + column;
      (field.choices || []).forEach(choice => { found[field.path + '=' + choice.code] = choice.label; });
    })));
  return found;
}

function lines(value, path, names) {
  if (value === null || value === '' || path === 'photos') {
    return [];
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? [] : [(names[path] || path) + ': ' + value.map(one => names[path + '=' + one] || text(one)).join(', ')];
  }
  if (typeof value === 'object') {
    return [].concat(...Object.keys(value).map(key => lines(value[key], path ? path + '.' + key : key, names)));
  }
  return [(names[path] || path) + ': ' + (names[path + '=' + value] || text(value))];
}

function text(value) {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What the report says, one line for each of its entries. */
export function textOf({ report, label, savedAt }) {
  const place = report.tps || report.region;
  const head = [label, [place && (report.tps ? 'TPS ' : '') + place, report.race, report.slot].filter(Boolean).join(' '), time(new Date(report.observedAt || savedAt))];
  return head.filter(Boolean).concat(lines(report.data || {}, '', labels(report))).join('\n');
}
