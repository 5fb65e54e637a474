import { h, Fragment, useEffect, useState, Button, Notice, Screen } from './ui.js';
import { t } from './words.js';
import { address } from './router.js';
import { me } from './session.js';
import { asked, choose, dayRefused, forms, useDay } from './day.js';
import { store } from './store.js';
import { corrected, dayAndTime, differs, time } from './clock.js';
import { due, grouped, OPEN_STATES, same, target } from './due.js';
import { onVersion, readyOffline } from './version.js';
import { Install } from './install.js';

const SHOWN = 3;
/** What one tells without looking after a polling station. */
const ANYWHERE = ['INCIDENT', 'VISIT'];
const EVERY_MINUTE = 60000;

/** What is due now, the three big buttons, and everything else that one looks for. */
export function Home() {
  const day = useDay();
  const records = useRecords();
  const reports = isReporting(day);
  return h(Screen, { title: t('home.hello', { name: me().name }) },
    day && day.round
      ? h(Fragment, null, h(reports ? Place : LookingOn, { day }), h(Others, { day }), reports && h(Due, { day, records }), h(Visits, { day, records }))
      : h(Empty, { day }),
    h(Big, { reports }),
    day && h(Tasks, { tasks: day.tasks }),
    day && h(Stations, { day }),
    h(Foot, { day }));
}

/** Whether this person tells of polling stations; until the forms say otherwise it is taken to be so. */
function isReporting(day) {
  const drawn = forms();
  return !day || !day.round || (!day.wide && (drawn.length === 0 || drawn.some(form => !ANYWHERE.includes(form.kind))));
}

/** What waits on the phone; looked at again every minute, because what is due changes by itself. */
function useRecords() {
  const [records, found] = useState([]);
  useEffect(() => {
    let here = true;
    const look = () => store().getAll('outbox').then(all => here && found(all)).catch(() => {});
    look();
    const timer = setInterval(look, EVERY_MINUTE);
    return () => {
      here = false;
      clearInterval(timer);
    };
  }, []);
  return records;
}

function Place({ day }) {
  const villages = day.stations.map(one => one.villageName).filter((name, at, all) => all.indexOf(name) === at);
  const one = day.stations.length === 1 ? 'TPS ' + number(day.stations[0]) : t('home.place', { n: day.stations.length });
  return h('p', { class: 'fa-place' }, one + (villages.length > 0 && villages.length < 4 ? ' · ' + villages.join(', ') : '') + ' · ' + day.round.name);
}

/** Leaders, camats, verifiers and the desk: what they can do here, and the way to where their own work is. */
function LookingOn({ day }) {
  return h(Fragment, null,
    h('p', { class: 'fa-place' }, day.round.name),
    h(Notice, null,
      h('p', null, t(forms().some(form => form.kind === 'VISIT') ? 'home.looksOnAndVisits' : 'home.looksOn')),
      h('a', { class: 'fa-button fa-button-quiet', href: '/mulai' }, t('home.start'))));
}

/** A revote may run beside the round of the day. */
function Others({ day }) {
  const others = day.rounds.filter(one => one.kind !== 'REHEARSAL' && (one.round !== day.round.code || one.election !== day.election));
  return day.round.kind === 'REHEARSAL' ? null : others.map(one =>
    h(Button, { key: one.election + one.round, kind: 'quiet', onClick: () => choose(one) }, t('home.otherRound', { name: one.name })));
}

function Empty({ day }) {
  if (dayRefused() === 403) {
    return h(Notice, { tone: 'warn' }, h('p', null, t('home.notYours')), h('a', { href: '/mulai' }, t('home.start')));
  }
  return h(Notice, { tone: 'info' }, t(day ? 'home.noRound' : asked() ? 'home.notFetched' : 'home.fetching'));
}

function Due({ day, records }) {
  const found = due(day, records);
  const groups = grouped(found.now);
  const next = found.later[0];
  return h('section', { 'aria-labelledby': 'fa-due' },
    h('div', { class: 'fa-due-head' },
      h('h2', { id: 'fa-due' }, t('home.due')),
      groups.length > SHOWN && h('a', { href: '#/laporan' }, t('home.more', { n: groups.length }))),
    groups.length === 0
      ? h('p', { class: 'fa-calm' }, t('home.nothingDue'), ' ', next && t('home.next', { label: next.label, time: dayAndTime(next.opensAt) }))
      : h('ul', { class: 'fa-due' }, groups.slice(0, SHOWN).map(group => h('li', { key: group.label + group.dueAt }, h(DueLink, { group, day })))));
}

function DueLink({ group, day }) {
  const row = group.rows[0];
  const alone = group.rows.length === 1;
  const to = alone ? address('/isi', target(row))
    : row.kind === 'C1' ? '/c1' : address('/desa', same(row));
  const station = day.stations.find(one => one.tps === row.tps);
  const all = day.stations.filter(one => !row.race || one.races.some(race => race.code === row.race)).length;
  return h('a', { class: group.overdue ? 'fa-late' : '', href: '#' + to },
    h('strong', null, group.label),
    h('span', { class: 'fa-when' }, (alone ? 'TPS ' + (station ? number(station) : row.tps) : t('home.owed', { n: group.rows.length, all })) + ' · '
      + t(group.overdue ? 'home.overdue' : 'home.until', { time: near(group.dueAt) })));
}

/** The hour alone on the day itself. */
function near(at) {
  return Math.abs(Date.parse(at) - Date.now()) < 12 * 3600000 && !differs() ? time(at) : dayAndTime(at);
}

function number(station) {
  return String(station.number).padStart(3, '0');
}

function Big({ reports }) {
  return h('nav', { class: 'fa-big', 'aria-label': t('shell.title') },
    reports && h('a', { href: '#/laporan' }, h('strong', null, t('home.reports')), h('span', null, t('home.reportsHint'))),
    reports && h('a', { href: '#/c1' }, h('strong', null, t('home.results')), h('span', null, t('home.resultsHint'))),
    h('a', { class: 'fa-alarm', href: '#/kejadian' }, h('strong', null, t('home.incident')), h('span', null, t('home.incidentHint'))));
}

function Tasks({ tasks }) {
  return tasks.length === 0 ? null : h('section', null,
    h('h2', null, t('home.tasks')),
    h('ul', { class: 'fa-list' }, tasks.map(task => h('li', { key: task.id },
      h('a', { href: task.path }, task.name), task.dueAt && h('span', { class: 'fa-when' }, t('home.until', { time: dayAndTime(task.dueAt) }))))),
    tasks.some(task => task.path.startsWith('/camunda')) && h('p', { class: 'fa-hint' }, t('home.tasksHint')));
}

function Stations({ day }) {
  return day.stations.length === 0 ? null : h('details', { class: 'fa-fold' },
    h('summary', null, t('home.stations')),
    h('ul', { class: 'fa-list' }, day.stations.map(one => h('li', { key: one.tps },
      h('strong', null, 'TPS ' + number(one) + ' · ' + one.villageName),
      one.races.map(race => h('span', { key: race.code }, t('home.dpt', { name: named(day, race.code), n: race.dpt === undefined ? '–' : race.dpt }))),
      one.plan && h('span', null, t('home.noSignal') + ': ' + one.plan)))));
}

function named(day, code) {
  const race = (day.races || []).find(one => one.code === code);
  return race ? race.name : code;
}

/** Where a leader is expected; told there, with a photo. */
function Visits({ day, records }) {
  const visits = day.visits || [];
  const late = one => Date.parse(one.dueAt) < corrected();
  const told = visit => records.some(record => record.report.data.visit === visit && OPEN_STATES.includes(record.state));
  return visits.length === 0 ? null : h('section', { 'aria-labelledby': 'fa-visits' },
    h('h2', { id: 'fa-visits' }, t('home.visits')),
    h('ul', { class: 'fa-due' }, visits.map(one => h('li', { key: one.visit },
      h('a', { class: late(one) ? 'fa-late' : '', href: '#' + address('/isi', { kind: 'VISIT', visit: one.visit, tps: one.tps }) },
        h('strong', null, one.place), h('span', null, told(one.visit) ? t('home.visited') : ''),
        h('span', { class: 'fa-when' }, t(late(one) ? 'home.overdue' : 'home.until', { time: near(one.dueAt) }) + (one.reason ? ' · ' + one.reason : '')))))));
}

function Foot({ day }) {
  const [, again] = useState(0);
  useEffect(() => onVersion(() => again(n => n + 1)), []);
  const other = t('home.language') === 'English' ? 'en' : 'id';
  return h('footer', { class: 'fa-foot' },
    h('p', { class: readyOffline() ? 'fa-good' : 'fa-hint' }, t(readyOffline() ? 'home.ready' : 'home.notReady')),
    day && h('p', { class: 'fa-hint' }, t('home.asOf', { time: dayAndTime(day.serverTime) })),
    h(Install),
    h('p', { class: 'fa-links' },
      h('a', { href: '#/latihan' }, t('home.practiceLink')),
      !(day && day.wide) && h('a', { href: '/lapangan/daftar' }, t('shell.plainPages')),
      h('a', { href: '/lapangan?lang=' + other, lang: other }, t('home.language')),
      h('a', { href: '#/keluar' }, t('home.signOut'))));
}
