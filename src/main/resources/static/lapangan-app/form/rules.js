import { t } from '../words.js';
import { fieldsOf, number, says, valuesOf } from './values.js';
import { isAbout, station } from './work.js';

// Rules across reports: what the server compares with what it has, told at once as far as this phone knows it.
const SELDOM_CHANGES = ['security', 'mobility', 'officersCondition'];
const COUNTED = ['SAVED', 'SENT', 'ACCEPTED'];

/** The latest report of an earlier hour of the same polling station, made on this phone. */
function lastHour(records, about, now) {
  return records.find(record => COUNTED.indexOf(record.state) >= 0 && isAbout(record, { kind: 'VOTING', tps: about.tps }, now) && record.report.slot !== about.slot
    && record.report.slot < about.slot);
}

function turnout(values) {
  const total = number(values['voters.total']);
  const male = number(values['voters.male']);
  const female = number(values['voters.female']);
  return total === null && male !== null && female !== null ? male + female : total;
}

function turnoutBefore(records, about, now) {
  const last = records.filter(record => COUNTED.indexOf(record.state) >= 0 && isAbout(record, { kind: 'VOTING', tps: about.tps }, now) && record.report.slot < about.slot && record.report.data.voters)
    .sort((one, other) => (one.report.slot < other.report.slot ? 1 : -1))[0];
  if (!last) {
    return null;
  }
  const voters = last.report.data.voters;
  const total = voters.total === undefined ? (voters.male || 0) + (voters.female || 0) : voters.total;
  return { slot: last.report.slot, total };
}

/** What seldom changes between two hours, as it was told the last time; null when nothing was. */
export function asBefore(records, about, now) {
  const last = lastHour(records, about, now);
  const data = last ? last.report.data : {};
  const like = SELDOM_CHANGES.filter(path => says(data[path])).reduce((all, path) => Object.assign(all, { [path]: data[path] }), {});
  return Object.keys(like).length ? like : null;
}

const ALIKE = ['CHOICE', 'FLAG', 'COUNT'];

/** Answers of the checklist that was handed in last, for the next polling station: `{values, tps}`; null when there is none. No words, place or photos. */
export function likeOther(form, records, about, now) {
  const last = form.kind !== 'READINESS' ? null : records.find(record => COUNTED.indexOf(record.state) >= 0 && record.report.kind === form.kind && record.report.tps !== about.tps
    && record.report.data.stage === form.stage && record.round.election === now.election && record.round.round === now.round);
  if (!last) {
    return null;
  }
  const written = valuesOf(form, last.report.data);
  const alike = fieldsOf(form).filter(field => ALIKE.indexOf(field.type) >= 0 && says(written[field.path]));
  return { tps: last.report.tps, values: alike.reduce((all, field) => Object.assign(all, { [field.path]: written[field.path] }), {}) };
}

/** Slips that can be seen while the finger is still there; they keep nobody from sending. */
export function advice({ form, values, day, records, about, now }) {
  if (form.kind !== 'VOTING') {
    return [];
  }
  const total = turnout(values);
  const found = station(day, about.tps);
  const most = found ? Math.max(0, ...found.races.map(race => race.dpt || 0)) : 0;
  const before = turnoutBefore(records, about, now);
  const told = [];
  if (total !== null && most && total > most) {
    told.push(t('fill.aboveDpt', { total, dpt: most }));
  }
  if (total !== null && before && total < before.total) {
    told.push(t('fill.below', { slot: before.slot, before: before.total, total }));
  }
  return told;
}

/** Whether the desk is alarmed by it. */
export function alarming(form, values) {
  return values.security === 'UNREST' || values.halted === true;
}

/** What the server would refuse, given what was handed in before. */
export function ownFaults({ form, values, records, about, now, earlier }) {
  if (form.kind === 'C1' && earlier && !says(values.reason)) {
    return [{ field: 'reason', code: 'FIELD_REQUIRED', message: t('fill.reasonRequired') }];
  }
  const total = form.kind === 'VOTING' ? turnout(values) : null;
  const before = total === null ? null : turnoutBefore(records, about, now);
  return before && total < before.total && !says(values.remarks)
    ? [{ field: 'remarks', code: 'TURNOUT_BELOW_EARLIER', message: t('fill.below', { slot: before.slot, before: before.total, total }) }] : [];
}
