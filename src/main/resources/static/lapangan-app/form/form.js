import { Fragment, h, useEffect, useRef } from '../ui.js';
import { learn, t } from '../words.js';
import * as words from '../words/form.js';
import { Field } from './fields.js';
import { Line, linesOf } from './lines.js';
import { disagreeing, says, wanted } from './values.js';

export { check } from './check.js';
export { blanks, dataOf, fieldsOf, missing, valuesOf } from './values.js';

learn(words);

/** The server names fields from the report on, a form from its data on. */
function byPath(errors) {
  const found = {};
  (errors || []).forEach(error => {
    const path = String(error.field || '').replace(/^data\./, '');
    found[path] = found[path] ? found[path] + ' ' + error.message : error.message;
  });
  return found;
}

/** Faults that belong to no field of the form, e.g. of its place. */
export function placeless(form, errors) {
  const paths = form.sections.reduce((all, section) => all.concat(section.fields.map(field => field.path)), []);
  return (errors || []).filter(error => paths.indexOf(String(error.field || '').replace(/^data\./, '')) < 0);
}

/** Puts the cursor to the first fault inside an element, folded parts opened. */
export function focusFault(root) {
  const first = root && root.querySelector('[aria-invalid=true]');
  if (first) {
    const folded = first.closest('details');
    if (folded) {
      folded.open = true;
    }
    first.focus();
    first.scrollIntoView({ block: 'center' });
  }
}

/** A choice that only stands in for what others say is not asked for once they have said it. */
function asked(field, values) {
  return !(field.type === 'CHOICE' && (field.unless || []).length && !wanted(field, values) && !says(values[field.path]));
}

/** Every answer of a list at once, where all may be answered alike; those given stay. */
function AllAlike({ fields, values, change }) {
  const list = fields.filter(field => field.path.indexOf('.') > 0 && field.type === 'CHOICE');
  const open = list.filter(field => !says(values[field.path]));
  if (list.length < 2 || !open.length) {
    return null;
  }
  const first = list[0].choices[0];
  return h('button', {
    type: 'button', class: 'fa-button fa-button-quiet fa-wide',
    onClick: () => change(open.reduce((all, field) => Object.assign(all, { [field.path]: first.code }), {}))
  }, t('form.everything', { choice: first.label }));
}

/** Numbers under one heading stand side by side; lines of the paper keep their own place. */
function blocksOf(fields) {
  const blocks = [];
  linesOf(fields).forEach(line => {
    const last = blocks[blocks.length - 1];
    const run = !line.printed && line.heading;
    if (run && last && last.run === run) {
      last.lines.push(line);
    } else {
      blocks.push({ run, heading: line.heading, lines: [line] });
    }
  });
  return blocks;
}

function Fields({ fields, props, values, change, faults, notes }) {
  const set = (path, value) => change({ [path]: value });
  const draw = line => {
    const field = line.cells[0];
    return line.printed
      ? h(Line, { key: field.path, line, values, set, faults, notes })
      : h(Field, {
        key: field.path, field, value: values[field.path], set: value => set(field.path, value), fault: faults[field.path],
        mark: wanted(field, values), day: props.day, date: props.date, now: props.now || (() => new Date()), photoField: props.photoField
      });
  };
  let heading = null;
  const drawn = blocksOf(fields).map(block => {
    if (block.run) {
      return h('fieldset', { class: 'fa-run', key: block.run }, h('legend', null, block.run), h('div', { class: 'fa-run-fields' }, block.lines.map(draw)));
    }
    const headed = block.heading && block.heading !== heading;
    heading = block.heading || heading;
    return h(Fragment, { key: block.lines[0].cells[0].path }, headed && h('h3', null, block.heading), block.lines.map(draw));
  });
  return h(Fragment, null, drawn);
}

/** What is not asked for at this hour, or less often, is one press away. */
function Folded({ title, fields, ...rest }) {
  const busy = fields.some(field => says(rest.values[field.path]) || rest.faults[field.path]);
  const details = useRef(null);
  useEffect(() => {
    if (busy && details.current) {
      details.current.open = true;
    }
  }, [busy]);
  return h('details', { class: 'fa-folded', ref: details }, h('summary', null, title), h(Fields, { fields, ...rest }));
}

function laterAsked(field, slot) {
  return Boolean(slot) && (field.slots || []).length > 0 && field.slots.indexOf(slot) < 0;
}

/** A titled part that follows an untitled one, with nothing required and nothing printed, is for those who have more to say. */
function folds(form, section) {
  return section.title && form.sections[0] !== section && !form.sections[0].title
    && section.fields.every(field => !field.required && !field.printed);
}

function parts(form, props, values) {
  const shown = field => (props.photos !== false && props.photoField || field.type !== 'PHOTOS')
    && (props.hide || []).indexOf(field.path) < 0 && asked(field, values);
  const later = [];
  const open = [];
  form.sections.forEach(section => {
    const fields = section.fields.filter(shown);
    const rare = folds(form, section);
    const now = fields.filter(field => (rare ? (field.slots || []).indexOf(props.slot) >= 0 : !laterAsked(field, props.slot)));
    fields.filter(field => now.indexOf(field) < 0).forEach(field => later.push(field));
    if (now.length) {
      open.push({ title: rare ? null : section.title, fields: now });
    }
  });
  return { open, later, title: (form.sections.find(section => folds(form, section)) || {}).title };
}

/**
 * A form drawn from its description (`GET /api/field/forms`). It keeps nothing: what is typed goes to `onChange(values)`.
 * `errors` as `check` and the server give them; `slot`: the hour it is about; `date`: day of its times (`2024-11-27`, today where left out);
 * `hide`: paths that are not drawn; `photoField`: the component for photos, without it none are asked for; `now`: the time by the server;
 * `together`: it is one of several, whose holder takes care of the key for "next".
 */
export function ReportForm(props) {
  const { form, onChange } = props;
  const latest = useRef(null);
  latest.current = props.values || {};
  const change = some => {
    latest.current = Object.assign({}, latest.current, some);
    onChange(latest.current);
  };
  const values = latest.current;
  const rest = { props, values, change, faults: byPath(props.errors), notes: disagreeing(form, values) };
  const { open, later, title } = parts(form, props, values);
  return h('div', { class: 'fa-form', onKeyDown: props.together ? undefined : next },
    h(AllAlike, { fields: open.reduce((all, section) => all.concat(section.fields), []), values, change }),
    open.map((section, at) => (section.title
      ? h('section', { key: section.title, class: 'fa-part' }, h('h2', null, section.title), h(Fields, { fields: section.fields, ...rest }))
      : h('div', { key: 'bagian' + at, class: 'fa-part' }, h(Fields, { fields: section.fields, ...rest })))),
    later.length > 0 && h(Folded, { title: title || t('form.rest'), fields: later, ...rest }));
}

/** Fields that a form asks for first at an hour. */
export function askedFirst(form, slot) {
  return parts(form, { slot, photos: false }, {}).open.reduce((all, section) => all.concat(section.fields), []);
}

/** The key for "next" goes from number to number. */
export function next(event) {
  if (event.key !== 'Enter' || event.target.tagName !== 'INPUT' || event.target.type !== 'text') {
    return;
  }
  event.preventDefault();
  const inputs = Array.from(event.currentTarget.querySelectorAll('input[type=text]'));
  const following = inputs[inputs.indexOf(event.target) + 1];
  if (following) {
    following.focus();
  } else {
    event.target.blur();
  }
}
