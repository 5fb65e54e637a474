import { askedFirst } from './form.js';
import { fieldsOf, says, wanted } from './values.js';

// Which fields of a form stand in a list of polling stations: what is asked for at that hour, as long as it is little. Everything else is one press away.
const FEW = 5;
const QUICK = ['COUNT', 'CHOICE', 'FLAG', 'TIME'];

/** Opening and closing are told once: at the first hour that asks for them. */
function isToldBefore(field, slot) {
  return field.type === 'TIME' && (field.slots || []).length > 0 && field.slots[0] !== slot;
}

function inPlace(form, slot) {
  const asked = askedFirst(form, slot).filter(field => !isToldBefore(field, slot));
  const parts = (form.sums || []).filter(sum => asked.some(field => field.path === sum.total)).reduce((all, sum) => all.concat(sum.parts), []);
  return asked.filter(field => parts.indexOf(field.path) < 0);
}

/** Whether a form is short enough at an hour to stand there once for each polling station. */
export function fits(form, slot) {
  const paths = inPlace(form, slot);
  return paths.length > 0 && paths.length <= FEW && paths.every(field => QUICK.indexOf(field.type) >= 0)
    && fieldsOf(form).every(field => !wanted(field, {}) || paths.indexOf(field) >= 0);
}

/** Whether something was typed. */
export function isBegun(values) {
  return Object.keys(values || {}).some(path => says(values[path]));
}

/**
 * The form as it is drawn in the list, `{form, rest}`: fields of the hour, those that something is wrong with, and the parts of a sum that were typed. `rest`: what was typed and
 * is not drawn. `scope`: id of the element that names the polling station.
 */
export function shortened({ form, slot, values, errors, scope }) {
  const asked = inPlace(form, slot);
  const wrong = errors.map(error => String(error.field || '').replace(/^data\./, ''));
  const sums = (form.sums || []).reduce((all, sum) => all.concat(sum.parts), []);
  const drawn = fieldsOf(form).filter(field => field.type !== 'PHOTOS' && (wrong.indexOf(field.path) >= 0
    || asked.indexOf(field) >= 0
    || sums.indexOf(field.path) >= 0 && says(values[field.path])));
  const alone = field => drawn.filter(other => other.heading === field.heading).length === 1;
  return {
    form: Object.assign({}, form, { sections: [{ fields: drawn.map(field => Object.assign({}, field, { scope, slots: [], heading: alone(field) ? undefined : field.heading })) }] }),
    rest: fieldsOf(form).filter(field => says(values[field.path]) && drawn.indexOf(field) < 0)
  };
}

/** The first answer, usually "calm", for the first choice of the list: `{field, choice}`; null where there is none. */
export function usualAnswer(form, slot) {
  const field = inPlace(form, slot).find(one => one.type === 'CHOICE');
  return field ? { field, choice: field.choices[0] } : null;
}

/** What was reported, in a few words: `Pemilih 120 · Kondusif`. */
export function inWords(form, data) {
  return fieldsOf(form).map(field => {
    const value = field.path.split('.').reduce((at, name) => (at === undefined || at === null ? undefined : at[name]), data);
    const choice = (field.choices || []).find(one => one.code === value);
    return choice ? choice.label : typeof value === 'number' ? field.label + ' ' + value : '';
  }).filter(Boolean).join(' · ');
}
