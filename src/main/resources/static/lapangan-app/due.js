import { corrected } from './clock.js';

// What is due is worked out on the phone, so that at 10.00 the report of 10.00 is asked for without network.
/** States of a report that has not come back. */
export const OPEN_STATES = ['SAVED', 'SENT', 'ACCEPTED'];

function isSame(row, report) {
  return row.kind === report.kind
    && row.tps === report.tps
    && (row.race || '') === (report.race || '')
    && (row.kind !== 'VOTING' || (row.slot || '') === (report.slot || ''))
    && (row.kind !== 'READINESS' || (row.stage || '') === ((report.data && report.data.stage) || ''));
}

function opening(day, row) {
  const slot = day.slots.find(one => one.kind === row.kind && (one.slot === row.slot || row.kind === 'C1'));
  return slot ? Date.parse(slot.opensAt) : 0;
}

/** How far from this hour: what was missed days ago waits behind what runs now. */
function from(row, at) {
  return Math.abs(Date.parse(row.dueAt) - at);
}

/** What this person has still to report of a day, less what waits on the phone: `{now, later}`, what is due nearest to this hour first. `later` has not opened yet. */
export function due(day, records) {
  const at = corrected().getTime();
  const sent = records
    .filter(record => OPEN_STATES.includes(record.state) && record.round.election === day.election && record.round.round === day.round.code)
    .map(record => record.report);
  const rows = day.open
    .filter(row => !sent.some(report => isSame(row, report)))
    .map(row => Object.assign({}, row, { opensAt: opening(day, row), overdue: Date.parse(row.dueAt) < at }))
    .sort((one, other) => from(one, at) - from(other, at) || (one.tps < other.tps ? -1 : 1));
  return { now: rows.filter(row => row.opensAt <= at), later: rows.filter(row => row.opensAt > at) };
}

/** Rows of the same report of several polling stations as one: `{label, dueAt, overdue, rows}`. */
export function grouped(rows) {
  const groups = [];
  rows.forEach(row => {
    const found = groups.find(group => group.label === row.label && group.dueAt === row.dueAt);
    if (found) {
      found.rows.push(row);
    } else {
      groups.push({ label: row.label, dueAt: row.dueAt, overdue: row.overdue, rows: [row] });
    }
  });
  return groups;
}

/** Query of `#/isi` for one row. */
export function target(row) {
  return Object.assign({ tps: row.tps }, same(row));
}

/** What the same report of other polling stations is called by. */
export function same(row) {
  const query = { kind: row.kind };
  ['race', 'slot', 'stage'].forEach(name => {
    if (row[name] && !(row.kind === 'READINESS' && name === 'slot')) {
      query[name] = row[name];
    }
  });
  return query;
}
