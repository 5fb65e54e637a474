import { address } from '../router.js';
import { corrected } from '../clock.js';
import { forms } from '../day.js';
import { t } from '../words.js';
import { dateIn } from './zone.js';

// What the day says about a report that is going to be written.
/** The screen of all my polling stations. */
export const VILLAGE = '/desa';
const AFTER_HAND_IN = ['SAVED', 'SENT', 'ACCEPTED'];
const LISTS = { C1: '/c1', C1_PHOTOS: '/c1', INCIDENT: '/kejadian', VISIT: '/' };
const SCHEDULED = { SITUATION: 'VOTING', C1_PHOTOS: 'C1' };

/** The form for what is to be reported; undefined when it is not on this phone. */
export function formFor({ kind, race, stage }) {
  return forms().find(form => form.kind === kind && (!form.race || form.race === race) && (!form.stage || !stage || form.stage === stage));
}

export function station(day, tps) {
  return day.stations.find(one => one.tps === tps);
}

export function number(one) {
  return String(one.number).padStart(3, '0');
}

/** `TPS 001 Margasana`, or the name of a region. */
export function placeName(day, { tps, region }) {
  const found = tps && station(day, tps);
  if (found) {
    return 'TPS ' + number(found) + ' ' + found.villageName;
  }
  const area = region && day.regions.find(one => one.code === region);
  const visit = tps && (day.visits || []).find(one => one.tps === tps);
  return area ? area.name : visit ? visit.place : tps || region || '';
}

/** Slots of the schedule at which a kind is reported. */
export function slotsOf(day, kind) {
  const scheduled = SCHEDULED[kind] || kind;
  return day.slots.filter(slot => slot.kind === scheduled);
}

/** The slot that is asked for now: the last that has opened, else the first. */
export function slotNow(day, kind) {
  const all = slotsOf(day, kind);
  const at = corrected().getTime();
  return all.filter(slot => Date.parse(slot.opensAt) <= at).pop() || all[0];
}

export function raceName(form) {
  return form.raceName || '';
}

/** What the list of reports calls it. */
export function labelOf(day, form, about) {
  const name = t('fill.kind.' + form.kind + (form.stage ? '.' + form.stage : ''));
  return [[name, about.slot && needs(form, 'slot') ? about.slot : raceName(form)].filter(Boolean).join(' '), placeName(day, about)].filter(Boolean).join(' · ');
}

export function needs(form, what) {
  return (form.needs || []).indexOf(what) >= 0;
}

/** Whether a record of the outbox is about the same thing. */
export function isAbout(record, about, round) {
  const report = record.report;
  return record.round.election === round.election && record.round.round === round.round
    && report.kind === about.kind && (report.tps || '') === (about.tps || '') && (report.region || '') === (about.region || '')
    && (report.race || '') === (about.race || '') && (!about.slot || report.slot === about.slot)
    && (!about.stage || report.data.stage === about.stage);
}

/** The latest record of the same thing that has not been refused. `records` are newest first. */
export function before(records, about, round) {
  return records.find(record => AFTER_HAND_IN.indexOf(record.state) >= 0 && isAbout(record, about, round));
}

/** Day of the times of a report, `2024-11-27`; null where no slot says it. */
export function dateOf(day, about) {
  const slot = about.kind === 'VOTING' && day.slots.find(one => one.kind === 'VOTING' && one.slot === about.slot);
  return slot ? dateIn(new Date(slot.dueAt), day.zone) : null;
}

/** Where one goes back to from a form. `from`: the screen it was opened from, where that is not the usual one. */
export function listOf(about, from) {
  return from === VILLAGE ? listAddress(about) : LISTS[about.kind] || '/laporan';
}

/** The screen with the same form of all my polling stations. */
export function listAddress({ kind, slot, stage }) {
  return address(VILLAGE, Object.assign({ kind }, slot ? { slot } : {}, stage ? { stage } : {}));
}
