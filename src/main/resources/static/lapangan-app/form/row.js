import { h, Button, Notice, useEffect, useMemo, useRef, useState } from '../ui.js';
import { t } from '../words.js';
import { address } from '../router.js';
import { corrected, now as device } from '../clock.js';
import { draftKey, keeper } from './drafts.js';
import { focusFault, placeless, ReportForm, valuesOf } from './form.js';
import { faults, faultsOf, handIn } from './handing.js';
import { inWords, isBegun, shortened } from './inplace.js';
import { advice, alarming } from './rules.js';
import { says } from './values.js';
import { before, dateOf, labelOf, number, VILLAGE } from './work.js';

/** Name and state of a polling station in the list. */
function Head({ id, station, state }) {
  return h('div', { class: 'fa-row-head' },
    h('h2', { id, tabIndex: -1 }, 'TPS ' + number(station) + ' ', h('small', null, station.villageName)),
    h('span', { class: 'fa-row-state' }, t('village.state.' + state)));
}

/** Reported already: what, and how far it has come. */
export function Told({ form, about, station, state, record }) {
  return h('section', { class: 'fa-row fa-row-' + state, 'aria-labelledby': 'tps-' + about.tps },
    h(Head, { id: 'tps-' + about.tps, station, state }),
    h('div', { class: 'fa-row-foot' },
      h('p', null, record ? inWords(form, record.report.data) : ''),
      h('a', { class: 'fa-button fa-button-quiet', href: '#' + address('/isi', Object.assign({}, about, { from: VILLAGE })), 'aria-describedby': 'tps-' + about.tps }, t(state === 'excused' || state === 'none' ? 'village.still' : 'village.again'))));
}

/**
 * One polling station of the list, to be filled in: a report of its own, kept as it is typed. `refused`: the record that came back; `begun`: its draft; `rows`: the list's
 * `{begun(), answer(path, code), send()}` by polling station, `answer` where none was given; `onTyped` hears whether something stands there, `onSaved` that it was handed in.
 */
export function Row({ day, now, form, about, station, refused, begun, records, rows, onTyped, onSaved }) {
  const key = useMemo(() => draftKey(now, about), []);
  const [values, setValues] = useState(() => (begun ? begun.values : refused ? valuesOf(form, refused.report.data) : {}));
  const [errors, setErrors] = useState(() => (refused ? faultsOf(refused, form) : []));
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const keep = useMemo(() => keeper(key, error => setTrouble(error ? t('fill.draftFailed') : '')), []);
  const typed = useRef(values);
  const touched = useRef(Boolean(begun));
  const handing = useRef(false);
  const extra = begun ? begun.extra : { place: { tps: about.tps }, seen: null };
  const label = labelOf(day, form, about);
  const scope = 'tps-' + about.tps;
  useEffect(() => () => { keep.leave(); }, []);
  const change = next => {
    typed.current = next;
    touched.current = true;
    setValues(next);
    keep.keep({ values: next, extra, label, at: device().toISOString(), about: Object.assign({ election: now.election, round: now.round }, about) });
    onTyped(about.tps, isBegun(next));
  };
  const send = async () => {
    // Until the list has seen it in the queue, somebody may press again.
    if (handing.current) {
      return false;
    }
    const found = faults({ form, values: typed.current, extra, records, about, now, earlier: before(records, about, now), day, photoField: null });
    setErrors(found);
    if (found.length) {
      return false;
    }
    handing.current = true;
    setBusy(true);
    try {
      await handIn({ form, values: typed.current, extra, about, now, label, draftId: key, keep });
      onSaved(about.tps);
      return true;
    } catch (error) {
      keep.resume();
      handing.current = false;
      setBusy(false);
      setTrouble(t('fill.full') + (error.text ? ' ' + t('fill.otherWay', { text: error.text }) : ''));
      return false;
    }
  };
  const save = box => {
    const others = after(box);
    return send().then(done => (done ? onwards(others) : focusFault(box)));
  };
  rows[about.tps] = {
    key,
    // What came back goes out again only once somebody has looked at it.
    begun: () => touched.current && !handing.current && isBegun(typed.current),
    answer: (path, code) => says(typed.current[path]) || change(Object.assign({}, typed.current, { [path]: code })),
    send
  };
  useEffect(() => () => {
    if (rows[about.tps].key === key) {
      delete rows[about.tps];
    }
  }, []);
  const short = shortened({ form, slot: about.slot, values, errors, scope });
  const begunHere = isBegun(values);
  const most = Math.max(0, ...station.races.map(race => race.dpt || 0));
  const state = refused ? 'refused' : begunHere ? 'draft' : 'open';
  const attributes = { class: 'fa-row fa-row-' + state, 'data-tps': about.tps, 'aria-labelledby': scope, noValidate: true, autoComplete: 'off' };
  return h('form', { ...attributes, onSubmit: event => { event.preventDefault(); save(event.currentTarget); } },
    h(Head, { id: scope, station, state }),
    h(Why, { refused, errors, form: short.form }),
    h(ReportForm, { form: short.form, values, errors, onChange: change, day, slot: about.slot, date: dateOf(day, about), now: corrected, together: true }),
    advice({ form, values, day, records, about, now }).map(text => h(Notice, { tone: 'warn', key: text }, text)),
    alarming(form, values) && h(Notice, { tone: 'warn' }, t('fill.alarm')),
    short.rest.length > 0 && h('p', { class: 'fa-hint' }, t('village.rest', { fields: short.rest.map(field => field.label).join(', ') })),
    trouble && h(Notice, { tone: 'bad' }, trouble),
    h('div', { class: 'fa-row-foot' },
      h('a', { class: 'fa-button fa-button-quiet', href: '#' + whole(about), 'aria-describedby': scope }, t('village.whole')),
      most > 0 && h('small', null, t('village.dpt', { n: most })),
      h('button', { type: 'submit', class: 'fa-button ' + (begunHere ? 'fa-button-primary' : 'fa-button-quiet'), disabled: busy, 'aria-describedby': scope }, t('village.save'))));
}

/** The form of this one alone, with what was typed. */
function whole(about) {
  return address('/isi', about.repair ? { repair: about.repair, from: VILLAGE } : Object.assign({}, about, { from: VILLAGE }));
}

/** Why it came back, as far as no field says it. */
function Why({ refused, errors, form }) {
  const rest = placeless(form, errors).map(error => error.message);
  const title = refused && errors.length === 0 && ((refused.answer && refused.answer.title) || t('fill.refused'));
  return rest.length === 0 && !title ? null : h(Notice, { tone: 'bad' }, title && h('p', null, title), rest.map(text => h('p', { key: text }, text)));
}

/** The rows after this one, from the top again behind the last: it may be gone by the time it is asked. */
function after(box) {
  const all = Array.from(box.parentNode.querySelectorAll('form.fa-row'));
  return all.slice(all.indexOf(box) + 1).concat(all.slice(0, all.indexOf(box)));
}

/** The cursor goes to the next one that is still to be filled in. */
function onwards(rows) {
  const next = rows.find(row => row.isConnected);
  const goal = next ? next.querySelector('input') : document.querySelector('.fa-row-sum');
  if (goal) {
    goal.focus();
  }
}
