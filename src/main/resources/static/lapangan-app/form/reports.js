import { Fragment, h, Notice, Screen, useEffect, useState } from '../ui.js';
import { t } from '../words.js';
import { address } from '../router.js';
import { dayAndTime, time } from '../clock.js';
import { forms, round, useDay } from '../day.js';
import { due, grouped, same, target } from '../due.js';
import { drafts } from './drafts.js';
import { fits } from './inplace.js';
import { useRecords } from './records.js';
import { Stations } from './stations.js';
import { formFor, labelOf, listAddress, needs, number, slotNow, slotsOf, station } from './work.js';

const ELSEWHERE = ['C1', 'C1_PHOTOS', 'INCIDENT', 'VISIT'];

/** What is due first, then what is begun, then everything that may be reported at any time. */
export function Reports({ kind, slot }) {
  const day = useDay();
  const records = useRecords();
  const drawn = forms().filter(form => ELSEWHERE.indexOf(form.kind) < 0);
  if (!day || !day.round || !drawn.length) {
    return h(Screen, { title: t('reports.title'), back: '#/' }, h(Notice, { tone: 'info' }, t(forms().length ? 'home.looksOn' : 'reports.nothing')));
  }
  const found = due(day, records);
  const groups = grouped(found.now.filter(row => row.kind !== 'C1'));
  const first = groups.findIndex(group => group.rows[0].kind === kind && (!slot || group.rows[0].slot === slot));
  return h(Screen, { title: t('reports.title'), back: '#/' },
    h(Begun),
    h('h2', null, t('reports.due')),
    groups.length === 0 && h('p', { class: 'fa-calm' }, t('reports.allIn')),
    groups.map((group, at) => h(Group, { key: group.label + group.dueAt, day, group, open: at === Math.max(first, 0) })),
    h('h2', null, t('reports.any')),
    drawn.map(form => h(Any, { key: form.kind + (form.stage || ''), day, form, records })));
}

/** What somebody began and has not handed in, also before the battery died. */
export function Begun() {
  const [begun, setBegun] = useState([]);
  useEffect(() => {
    let here = true;
    drafts().then(all => here && setBegun(all)).catch(() => {});
    return () => { here = false; };
  }, []);
  const now = round();
  const mine = begun.filter(one => now && one.about.election === now.election && one.about.round === now.round);
  return mine.length === 0 ? null : h(Fragment, null,
    h('h2', null, t('reports.begun')),
    h('ul', { class: 'fa-due' }, mine.map(one => h('li', { key: one.key },
      h('a', { href: '#' + address('/isi', one.about) }, h('strong', null, one.label), h('span', { class: 'fa-when' }, t('reports.begunAt', { time: time(one.at) })))))));
}

function Group({ day, group, open }) {
  const alone = group.rows.length === 1 ? station(day, group.rows[0].tps) : null;
  const when = t(group.overdue ? 'reports.overdue' : 'reports.until', { time: dayAndTime(group.dueAt) });
  if (group.rows.length === 1) {
    return h('ul', { class: 'fa-due' }, h('li', null, h('a', { class: group.overdue ? 'fa-late' : '', href: '#' + address('/isi', target(group.rows[0])) },
      h('strong', null, group.label), h('span', null, alone ? 'TPS ' + number(alone) : ''), h('span', { class: 'fa-when' }, when))));
  }
  const rows = group.rows.reduce((all, row) => Object.assign(all, { [row.tps]: row }), {});
  const stations = day.stations.filter(one => rows[one.tps]);
  return h('details', { class: 'fa-group' + (group.overdue ? ' fa-group-late' : ''), open },
    h('summary', null, h('strong', null, group.label), ' ', h('span', null, t('reports.several', { n: group.rows.length })), h('small', null, when)),
    h(Together, { about: same(group.rows[0]), n: group.rows.length }),
    h(Stations, { stations, to: one => address('/isi', target(rows[one.tps])) }));
}

/** Those that are short enough are filled in side by side. */
function Together({ about, n }) {
  const form = formFor(about);
  return form && fits(form, about.slot)
    ? h('a', { class: 'fa-button fa-button-primary fa-wide', href: '#' + listAddress(about) }, t('reports.together', { n })) : null;
}

/** One kind of report, for any place and hour. */
function Any({ day, form, records }) {
  const about = { kind: form.kind };
  if (form.stage) {
    about.stage = form.stage;
  }
  const now = needs(form, 'slot') ? slotNow(day, form.kind) : null;
  if (now) {
    about.slot = now.slot;
  } else if (needs(form, 'slot') && !slotsOf(day, form.kind).length) {
    return null;
  }
  const title = labelOf(day, form, about);
  const places = form.kind === 'SITUATION' ? day.regions : null;
  const handed = (tps, region) => records.find(record => record.report.kind === form.kind && record.report.tps === tps && record.report.region === region
    && (!about.slot || record.report.slot === about.slot) && (!about.stage || record.report.data.stage === about.stage));
  return h('details', { class: 'fa-group' }, h('summary', null, h('strong', null, title)),
    places
      ? h('ul', { class: 'fa-list' }, places.map(one => h('li', { key: one.code }, h('a', { href: '#' + address('/isi', Object.assign({ region: one.code }, about)) }, one.name))))
      : h(Fragment, null, day.stations.length > 1 && h(Together, { about, n: day.stations.length }), h(Stations, {
        stations: day.stations, to: one => address('/isi', Object.assign({ tps: one.tps }, about)),
        state: one => {
          const record = handed(one.tps);
          return record ? { tone: record.state === 'ACCEPTED' ? 'done' : 'here', text: t('fill.state.' + record.state) } : null;
        }
      })));
}
