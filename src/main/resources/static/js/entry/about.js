// What a form says about a place: which one it is, what is asked before, and the report that goes out.
import { needsSlot, slotAbout } from './what.js';

export const ofVillage = form => form.kind === 'SITUATION';

const placeOf = (form, stand) => (ofVillage(form) ? { region: stand.region } : { tps: stand.tps });
const given = fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value));

/** By which drafts are kept, and what was handed in is known again. */
export function aboutOf(form, stand, slot) {
  return { kind: form.kind, stage: form.stage, place: stand?.tps ?? stand?.region, race: form.race, slot: needsSlot(form) ? slot : null };
}

/** The address that tells who reports for a place and what it has told; a form of a village takes the village of a TPS. */
export function addressOf(form, code, slot, sheet) {
  const place = ofVillage(form) && /^\d{13}$/.test(code) ? `${code.slice(0, 2)}.${code.slice(2, 4)}.${code.slice(4, 6)}.${code.slice(6, 10)}` : code;
  const asked = { election: sheet.election, round: sheet.round, kind: form.kind, slot: slotAbout(form, slot, sheet), race: form.race };
  return { place, address: `/api/entry/${place}?${new URLSearchParams(given(asked))}` };
}

/** `sender`: who told it and how; `data`: what the form says. */
export function reportOf(form, stand, slot, sheet, sender, data) {
  return { kind: form.kind, ...placeOf(form, stand), ...given({ race: form.race }), ...(needsSlot(form) ? { slot } : {}),
    election: sheet.election, round: sheet.round, ...sender, data };
}

/** The next TPS of the village that has still to report, in their order; undefined after the last. */
export function nextOwing(stand, settled) {
  const list = stand.stations ?? [];
  const at = list.findIndex(one => one.tps === stand.tps);
  return [...list.slice(at + 1), ...list.slice(0, Math.max(at, 0))].find(one => one.missing && !settled(one.tps));
}
