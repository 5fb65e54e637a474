import { h, useState } from '../ui.js';
import { t } from '../words.js';
import { dateIn, eveOf, hourIn, moment } from './zone.js';
import { says } from './values.js';

// One field of each type. All take `{field, value, set, fault, day, date, photoField}`; what is typed goes to `set(value)`.
const LONG_LIST = 8;
const EVENING = 18;
const ZONE = 'Asia/Jakarta';
const GPS = { enableHighAccuracy: true, timeout: 20000, maximumAge: 60000 };
// The hours of the law, for a single press.
const USUAL = { openedAt: '07:00', closedAt: '13:00' };

function idOf(field) {
  return 'f-' + (field.scope ? field.scope + '-' : '') + field.path;
}

/** Where several forms stand on one screen, what a field belongs to is part of its name. `scope`: id of the element that says it. */
function labelled(field) {
  return field.scope ? field.scope + ' ' + idOf(field) + '-nama' : undefined;
}

function described(field, fault) {
  return [field.hint && idOf(field) + '-petunjuk', fault && idOf(field) + '-salah'].filter(Boolean).join(' ') || undefined;
}

/** What every control says about itself. */
export function named(field, fault) {
  return { id: idOf(field), name: field.path, 'aria-labelledby': labelled(field), 'aria-invalid': fault ? 'true' : undefined, 'aria-describedby': described(field, fault) };
}

export function Fault({ field, fault }) {
  return fault ? h('p', { class: 'fa-fault', id: idOf(field) + '-salah' }, fault) : null;
}

function Hint({ field }) {
  return field.hint ? h('p', { class: 'fa-hint', id: idOf(field) + '-petunjuk' }, field.hint) : null;
}

function Label({ field, mark }) {
  return [field.label, mark && h('span', { class: 'fa-mark' }, ' ' + t('form.required'))];
}

function Block({ field, mark, fault, children }) {
  return h('div', { class: 'fa-field', 'data-path': field.path },
    h('label', { for: idOf(field), id: idOf(field) + '-nama' }, h(Label, { field, mark })), h(Hint, { field }), children, h(Fault, { field, fault }));
}

function Count({ field, value, set, fault, mark }) {
  return h(Block, { field, fault, mark },
    h('span', { class: 'fa-beside' },
      h('input', {
        ...named(field, fault), type: 'text', inputMode: 'numeric', pattern: '[0-9]*', maxLength: 6, autoComplete: 'off', enterKeyHint: 'next',
        class: 'fa-number', value: value === undefined ? '' : value, onInput: event => set(event.target.value)
      }),
      field.all && h('button', {
        type: 'button', class: 'fa-button fa-button-quiet', 'aria-pressed': String(String(value) === String(field.all)), onClick: () => set(String(field.all))
      }, t('form.all', { n: field.all }))));
}

function Text({ field, value, set, fault, mark }) {
  return h(Block, { field, fault, mark },
    h('textarea', { ...named(field, fault), rows: 3, ...(field.longest ? { maxLength: field.longest } : {}), value: value || '', onInput: event => set(event.target.value) }));
}

function Options({ field, options, value, set, fault, mark, folded }) {
  const [open, setOpen] = useState(false);
  const shown = folded && !open && says(value) ? options.filter(option => option.code === value) : options;
  return h('fieldset', { class: 'fa-field', 'data-path': field.path, 'aria-labelledby': labelled(field), 'aria-describedby': described(field, fault) },
    h('legend', { id: idOf(field) + '-nama' }, h(Label, { field, mark })), h(Hint, { field }),
    h('div', { class: 'fa-options' }, shown.map((option, at) => h('label', { class: 'fa-option', key: String(option.code) },
      h('input', {
        type: 'radio', name: field.path, id: at === 0 ? idOf(field) : undefined, value: String(option.code), checked: option.code === value,
        'aria-invalid': fault ? 'true' : undefined,
        // A second press takes the answer back.
        onClick: () => { set(option.code === value ? undefined : option.code); setOpen(false); }
      }),
      h('span', null, option.label)))),
    shown.length < options.length && h('button', { type: 'button', class: 'fa-link', onClick: () => setOpen(true) }, t('form.change')),
    h(Fault, { field, fault }));
}

function Choice(props) {
  return h(Options, { ...props, options: props.field.choices, folded: props.field.choices.length > LONG_LIST });
}

function Flag(props) {
  return h(Options, { ...props, options: [{ code: true, label: t('form.yes') }, { code: false, label: t('form.no') }] });
}

/** Duty may have begun the evening before. */
function dateOf(field, hour, date) {
  return field.path === 'onDutySince' && Number(hour.slice(0, 2)) >= EVENING ? eveOf(date) : date;
}

function Time({ field, value, set, fault, mark, day, date, now }) {
  const zone = (day && day.zone) || ZONE;
  const at = hour => set(hour ? moment(dateOf(field, hour, date || dateIn(now(), zone)), hour, zone) : undefined);
  const usual = USUAL[field.path];
  return h(Block, { field, fault, mark },
    h('span', { class: 'fa-beside' },
      h('input', { ...named(field, fault), type: 'time', value: value && !isNaN(Date.parse(value)) ? hourIn(new Date(value), zone) : '', onInput: event => at(event.target.value) }),
      usual && h('button', { type: 'button', class: 'fa-button fa-button-quiet', 'aria-describedby': field.scope, onClick: () => at(usual) }, usual.replace(':', '.')),
      h('button', { type: 'button', class: 'fa-button fa-button-quiet', 'aria-describedby': field.scope, onClick: () => at(hourIn(now(), zone)) }, t('form.now'))));
}

function Location({ field, value, set, fault, mark }) {
  const [state, setState] = useState('');
  const take = () => {
    setState('wait');
    const failed = () => setState('failed');
    try {
      navigator.geolocation.getCurrentPosition(found => {
        setState('');
        set({ lat: Number(found.coords.latitude.toFixed(6)), lng: Number(found.coords.longitude.toFixed(6)) });
      }, failed, GPS);
    } catch (e) {
      failed();
    }
  };
  const said = value ? t('form.place.got', { lat: value.lat, lng: value.lng }) : state && t('form.place.' + state);
  return h('div', { class: 'fa-field', role: 'group', 'aria-labelledby': labelled(field) || idOf(field) + '-nama', 'data-path': field.path },
    h('p', { class: field.label === t('form.place.take') ? 'fa-sr' : 'fa-label', id: idOf(field) + '-nama' }, h(Label, { field, mark })), h(Hint, { field }),
    h('span', { class: 'fa-beside' },
      h('button', { type: 'button', ...named(field, fault), class: 'fa-button fa-button-quiet', disabled: state === 'wait', onClick: take }, t('form.place.take')),
      value && h('button', { type: 'button', class: 'fa-link', onClick: () => set(undefined) }, t('form.place.drop'))),
    h('p', { class: 'fa-hint', role: 'status' }, said || ''),
    h(Fault, { field, fault }));
}

function Photos({ field, value, set, fault, mark, photoField }) {
  return h('div', { class: 'fa-field', role: 'group', 'aria-labelledby': labelled(field) || idOf(field) + '-nama', 'data-path': field.path },
    h('p', { class: 'fa-label', id: idOf(field) + '-nama' }, h(Label, { field, mark })), h(Hint, { field }),
    h(photoField, { value: value || [], onChange: set, least: field.least || 0, most: field.most }),
    h(Fault, { field, fault }));
}

const TYPES = { COUNT: Count, FORM_NUMBER: Count, TEXT: Text, CHOICE: Choice, FLAG: Flag, TIME: Time, LOCATION: Location, PHOTOS: Photos };

/** Draws a field by its type. */
export function Field(props) {
  const type = TYPES[props.field.type];
  return type ? h(type, props) : null;
}
