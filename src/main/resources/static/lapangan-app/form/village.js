import { Fragment, h, Button, Notice, Screen, useEffect, useRef, useState } from '../ui.js';
import { t } from '../words.js';
import { address } from '../router.js';
import { round, useDay } from '../day.js';
import { list } from '../outbox/outbox.js';
import { draftKey, drafts } from './drafts.js';
import { focusFault, next } from './form.js';
import { Hours } from './hours.js';
import { fits, isBegun, usualAnswer } from './inplace.js';
import { useRecords } from './records.js';
import { Row, Told } from './row.js';
import { Stations, villagesOf } from './stations.js';
import { formFor, isAbout, labelOf, listAddress, needs, placeName, slotNow, VILLAGE } from './work.js';

// Whoever looks after more of them than this looks at one village after the other.
const MOST = 40;
const OWED = ['open', 'refused'];
const TONES = { open: 'open', refused: 'bad', in: 'done', excused: 'done', none: 'done', SAVED: 'here', SENT: 'here', ACCEPTED: 'done' };

/** One report of all my polling stations: each with its few fields in place, and each a report of its own. */
export function Village({ kind = 'VOTING', slot, stage }) {
  const day = useDay();
  const now = round();
  const form = formFor({ kind, stage });
  const [chosen, choose] = useState(null);
  if (!day || !now || !form || needs(form, 'race') || !day.stations.length) {
    return h(Screen, { title: t('reports.title'), back: '#/laporan' }, h(Notice, { tone: 'warn' }, t('fill.noForms')));
  }
  const hour = needs(form, 'slot') && (slot || (slotNow(day, kind) || {}).slot);
  const about = Object.assign({ kind }, hour ? { slot: hour } : {}, form.stage ? { stage: form.stage } : {});
  const villages = day.stations.length > MOST ? villagesOf(day.stations) : [{ name: '', stations: day.stations }];
  const village = villages.find(one => one.name === chosen) || villages.find(one => one.stations.some(each => isOpen(day, each.tps, about))) || villages[0];
  return h(Screen, { title: labelOf(day, form, about), back: '#/' },
    h(Hours, { day, form, slot: about.slot, to: other => listAddress(Object.assign({}, about, { slot: other })) }),
    villages.length > 1 && h('div', { class: 'fa-field' },
      h('label', { for: 'f-desa' }, t('village.which')),
      h('select', { id: 'f-desa', value: village.name, onChange: event => choose(event.target.value) },
        villages.map(one => h('option', { key: one.name, value: one.name }, one.name)))),
    h(Opened, { key: village.name, day, now, form, about, stations: village.stations }));
}

/** The list of one village, once it is known what of it is on this phone. */
function Opened(props) {
  const kept = useKept();
  return kept && h(List, { ...props, kept });
}

/** What this phone has handed in and what is begun, as it was when the list was opened. */
function useKept() {
  const [kept, found] = useState(null);
  useEffect(() => {
    let here = true;
    Promise.all([list().catch(() => []), drafts().catch(() => [])]).then(([records, begun]) => here && found({
      records: records.filter(record => !record.asideAt), begun: begun.reduce((all, one) => Object.assign(all, { [one.key]: one }), {})
    }));
    return () => { here = false; };
  }, []);
  return kept;
}

function isOpen(day, tps, about) {
  return Boolean(among(day.open, tps, about));
}

function among(rows, tps, about) {
  return rows.find(row => row.kind === about.kind && row.tps === tps && (!about.slot || row.slot === about.slot) && (!about.stage || row.stage === about.stage));
}

/** What the desk says of a report that nobody owes. */
function settled(row) {
  return !row ? 'none' : row.excused ? 'excused' : 'in';
}

/** One polling station: `{station, about, state, record, begun}`. The phone's own record says more than what the day said when it was fetched. */
function standing(station, { day, now, about, kept, records }) {
  const alone = Object.assign({ tps: station.tps }, about);
  const record = records.find(one => isAbout(one, alone, now)) || null;
  const state = record ? (TONES[record.state] ? record.state : 'refused') : isOpen(day, station.tps, about) ? 'open' : settled(among(day.settled, station.tps, about));
  const whole = state === 'refused' ? Object.assign({}, alone, { repair: record.id }) : alone;
  const begun = kept.begun[draftKey(now, whole)];
  return { station, about: whole, state, record, begun: begun && isBegun(begun.values) ? begun : null };
}

function List(props) {
  const { day, now, form, about, stations } = props;
  const records = useRecords(props.kept.records);
  const [typed, setTyped] = useState({});
  const [said, setSaid] = useState('');
  const rows = useRef({});
  const box = useRef(null);
  const order = useRef(null);
  const all = stations.map(station => standing(station, { ...props, records }));
  const isTyped = one => (one.station.tps in typed ? typed[one.station.tps] : Boolean(one.begun));
  const stays = one => OWED.includes(one.state) || isTyped(one);
  // What is owed first; nothing moves while somebody works on it.
  order.current = order.current || all.filter(stays).concat(all.filter(one => !stays(one))).map(one => one.station.tps);
  const shown = order.current.map(tps => all.find(one => one.station.tps === tps)).filter(Boolean);
  const owed = all.filter(one => OWED.includes(one.state)).length;
  const summary = h('p', { class: 'fa-row-sum', role: 'status', tabIndex: -1 }, owed ? t('village.owed', { n: owed, all: all.length }) : t('village.allIn'));
  if (!fits(form, about.slot)) {
    return h(Fragment, null, summary, h(Links, { shown }));
  }
  const onTyped = (tps, begun) => setTyped(before => (before[tps] === begun ? before : Object.assign({}, before, { [tps]: begun })));
  const onSaved = tps => {
    onTyped(tps, false);
    setSaid(t('village.saved', { place: placeName(day, { tps }) }));
  };
  const begunRows = () => order.current.map(tps => rows.current[tps]).filter(row => row && row.begun());
  const saveAll = async () => {
    let saved = 0;
    for (const row of begunRows()) {
      saved += await row.send() ? 1 : 0;
    }
    setSaid(t('village.savedAll', { n: saved }));
    setTimeout(() => focusFault(box.current));
  };
  const filled = shown.filter(isTyped).length;
  const usual = usualAnswer(form, about.slot);
  return h('div', { ref: box, onKeyDown: next },
    summary,
    shown.map(one => h(stays(one) ? Row : Told, {
      key: one.about.tps + (one.about.repair || '') + stays(one),
      day, now, form, ...one, refused: one.state === 'refused' ? one.record : null, records, rows: rows.current, onTyped, onSaved
    })),
    h('div', { class: 'fa-send fa-send-all' },
      h('p', { role: 'status' }, filled ? t('village.filled', { n: filled }) : said || t('village.none')),
      filled > 0 && usual && h(Button, { kind: 'quiet', onClick: () => begunRows().forEach(row => row.answer(usual.field.path, usual.choice.code)) }, t('village.alike', { choice: usual.choice.label })),
      h(Button, { disabled: !filled, onClick: saveAll }, t('village.saveAll'))));
}

/** A form that is too long for the list opens alone. */
function Links({ shown }) {
  const of = station => shown.find(one => one.station === station);
  return h(Stations, {
    stations: shown.map(one => one.station),
    to: station => address('/isi', of(station).about.repair ? { repair: of(station).about.repair, from: VILLAGE } : Object.assign({}, of(station).about, { from: VILLAGE })),
    state: station => ({ tone: of(station).begun ? 'here' : TONES[of(station).state], text: t('village.state.' + (of(station).begun ? 'draft' : of(station).state)) })
  });
}
