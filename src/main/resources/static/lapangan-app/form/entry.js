import { Fragment, h, Button, Notice, Screen, useEffect, useMemo, useRef, useState } from '../ui.js';
import { t } from '../words.js';
import { corrected, dayAndTime, differs, now as device, time } from '../clock.js';
import { list } from '../outbox/outbox.js';
import { draft, draftKey, dropDraft, keeper } from './drafts.js';
import { blanks, focusFault, missing, placeless, ReportForm, valuesOf } from './form.js';
import { faults, faultsOf, handIn } from './handing.js';
import { advice, alarming, asBefore, likeOther } from './rules.js';
import { Place } from './place.js';
import { Sent } from './sent.js';
import { before, dateOf, labelOf, listOf, placeName } from './work.js';

const ADDED = ['description', 'photos'];

/** Loads what was begun and what this phone has handed in before, then shows the form. */
export function Entry(props) {
  const { form, about, now } = props;
  const key = useMemo(() => draftKey(now, about), []);
  const [loaded, setLoaded] = useState(null);
  useEffect(() => {
    let here = true;
    const none = () => null;
    Promise.all([draft(key).catch(none), list().then(all => all.filter(one => !one.asideAt)).catch(() => []), import('../photo/field.js').catch(none)]).then(([begun, records, photo]) => {
      if (here) {
        setLoaded({ begun, records, earlier: about.repair || form.kind === 'INCIDENT' ? null : before(records, about, now), photoField: photo && photo.PhotoField });
      }
    });
    return () => { here = false; };
  }, []);
  return loaded ? h(Sheet, { ...props, ...loaded, draftId: key }) : h(Screen, { title: labelOf(props.day, form, about), back: '#' + listOf(about, props.from) });
}

function withoutPhotos(data) {
  return Object.assign({}, data, { photos: undefined, reason: undefined });
}

function first({ begun, earlier, start, form }) {
  if (begun) {
    return begun.values;
  }
  // A correction begins with what was written; of the hours of the day only what is told anew counts.
  return earlier && form.kind === 'C1' ? Object.assign(valuesOf(form, withoutPhotos(earlier.report.data)), start.values) : start.values;
}

function Sheet(props) {
  const { day, now, form, about, start, head, go, from, begun, records, earlier, photoField, draftId } = props;
  const back = listOf(about, from);
  const [values, setValues] = useState(() => first(props));
  const [extra, setExtra] = useState(() => (begun ? begun.extra : { place: start.place, seen: null }));
  const [errors, setErrors] = useState(() => faultsOf(start, form));
  const [resumed, setResumed] = useState(begun || null);
  const [trouble, setTrouble] = useState('');
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(null);
  const box = useRef(null);
  const label = labelOf(day, form, Object.assign({}, about, extra.place || {}));
  const keep = useMemo(() => keeper(draftId, error => setTrouble(error ? t('fill.draftFailed') : '')), []);
  useEffect(() => () => { keep.leave(); }, []);
  useEffect(() => {
    if (errors.length) {
      focusFault(box.current);
    }
  }, [errors]);
  if (sent) {
    return h(Sent, { id: sent, go, about: form.kind === 'INCIDENT' || form.kind === 'VISIT' ? null : about, back, from, calls: form.kind === 'INCIDENT' });
  }
  const note = (typed, beside) => keep.keep({ values: typed, extra: beside, label, at: device().toISOString(), about: Object.assign({ election: now.election, round: now.round }, about) });
  const change = typed => {
    setValues(typed);
    note(typed, extra);
  };
  const beside = some => {
    const next = Object.assign({}, extra, some);
    setExtra(next);
    note(values, next);
  };
  const send = () => {
    const found = faults({ form, values, extra, records, about, now, earlier, day, photoField });
    setErrors(found);
    if (found.length) {
      return;
    }
    setBusy(true);
    handIn({ form, values, extra, about, now, label, draftId, keep }).then(setSent, error => {
      keep.resume();
      setBusy(false);
      setTrouble(t('fill.full') + (error.text ? ' ' + t('fill.otherWay', { text: error.text }) : ''));
    });
  };
  const discard = () => keep.stop().then(() => dropDraft(draftId)).then(() => go(back));
  const like = form.kind === 'VOTING' ? asBefore(records, about, now) : null;
  const other = Object.keys(values).length ? null : likeOther(form, records, about, now);
  return h(Screen, { title: label, back: '#' + back },
    head,
    h('form', { ref: box, noValidate: true, autoComplete: 'off', onSubmit: event => { event.preventDefault(); send(); } },
      resumed && h(Resumed, { at: resumed.at, discard, done: () => setResumed(null) }),
      h(Refused, { form, start, errors, repairing: Boolean(about.repair) }),
      earlier && h(Notice, { tone: 'info' }, t(form.kind === 'C1' ? 'fill.correcting' : 'fill.again', { time: time(earlier.savedAtServer || earlier.savedAt) })),
      form.kind === 'C1' && h('p', { class: 'fa-hint' }, t('fill.asWritten')),
      differs() && h(Notice, { tone: 'warn' }, t('fill.clock', { device: dayAndTime(device()), server: dayAndTime(corrected()) })),
      form.kind === 'INCIDENT' && !about.addsTo && h(Place, { day, value: extra.place, onChange: place => beside({ place }), fault: of(errors, 'place') }),
      like && h(Button, { kind: 'quiet', onClick: () => change(Object.assign({}, values, like)) }, t('fill.like')),
      other && h(Button, { kind: 'quiet', onClick: () => change(other.values) }, t('fill.likeOther', { place: placeName(day, { tps: other.tps }) })),
      h(ReportForm, { form, values, errors, photos: true, photoField, onChange: change, day, slot: about.slot, date: dateOf(day, about), now: corrected, hide: hidden(form, about, earlier || reported(day, about)) }),
      advice({ form, values, day, records, about, now }).map(text => h(Notice, { tone: 'warn', key: text }, text)),
      alarming(form, values) && h(Notice, { tone: 'warn' }, t('fill.alarm')),
      form.kind === 'INCIDENT' && !about.addsTo && h(Seen, { day, value: extra.seen, onChange: seen => beside({ seen }) }),
      trouble && h(Notice, { tone: 'bad' }, trouble),
      h('div', { class: 'fa-send' },
        h('p', { role: 'status' }, waits(form, values)),
        h('button', { type: 'submit', class: 'fa-button fa-button-primary', disabled: busy }, t('fill.send')))));
}

function of(errors, path) {
  const found = errors.find(error => error.field === path);
  return found && found.message;
}

/** Whether the day no longer asks for this form: somebody has sent it. */
function reported(day, about) {
  return !day.open.some(row => row.kind === about.kind && row.tps === about.tps && (row.race || '') === (about.race || ''));
}

/** The reason belongs to corrections only; to a report that is there already, words and photos are added. */
function hidden(form, about, earlier) {
  if (form.kind === 'C1') {
    return earlier || about.repair ? [] : ['reason'];
  }
  return form.kind === 'INCIDENT' && about.addsTo ? form.sections[0].fields.map(field => field.path).filter(path => ADDED.indexOf(path) < 0) : [];
}

function waits(form, values) {
  const open = missing(form, values).length;
  if (open) {
    return t('fill.missing', { n: open });
  }
  const empty = blanks(form, values);
  return empty ? t('fill.blanks', { n: empty }) : t('fill.ready');
}

/** What was typed before is there again; to throw it away is asked twice. */
function Resumed({ at, discard, done }) {
  const [asking, ask] = useState(false);
  return h(Notice, { tone: 'info' },
    h('p', null, t('fill.resumed', { time: dayAndTime(at) })),
    asking
      ? h(Fragment, null, h('p', null, t('fill.discardSure')), h('p', { class: 'fa-actions' },
        h(Button, { kind: 'danger', onClick: discard }, t('fill.discardYes')), h(Button, { kind: 'quiet', onClick: () => ask(false) }, t('fill.discardNo'))))
      : h('p', { class: 'fa-actions' }, h(Button, { kind: 'quiet', onClick: done }, t('fill.goOn')), h(Button, { kind: 'quiet', onClick: () => ask(true) }, t('fill.discard'))));
}

/** Why it came back, as far as no field says it. */
function Refused({ form, start, errors, repairing }) {
  const rest = placeless(form, errors).filter(error => error.field !== 'place').map(error => error.message);
  const title = repairing && start.answer ? start.answer.title || t('fill.refused') : t('fill.mend');
  return errors.length === 0 && !repairing ? null : h(Notice, { tone: 'bad' },
    h('p', null, h('strong', null, title)), rest.map(text => h('p', { key: text }, text)));
}

/** Seen earlier than it is told. */
function Seen({ day, value, onChange }) {
  const field = { path: 'seen', type: 'TIME', label: t('fill.seen'), hint: t('fill.seenHint') };
  const form = { kind: 'INCIDENT', sections: [{ fields: [field] }] };
  return h(ReportForm, { form, values: value ? { seen: value } : {}, errors: [], onChange: typed => onChange(typed.seen || null), day, now: corrected });
}
