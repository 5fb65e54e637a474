import { t } from '../words.js';
import { corrected, offset } from '../clock.js';
import { hand } from '../outbox/outbox.js';
import { check, dataOf } from './form.js';
import { ownFaults } from './rules.js';
import { needs } from './work.js';

// From what was typed to a report in the queue; the same for a form that stands alone and for one of many.

/** What the server said of a record, as faults of its form. */
export function faultsOf({ answer }, form) {
  const told = answer ? (answer.errors || []).concat((answer.reasons || []).map(reason => ({ field: reason.code === 'TURNOUT_BELOW_EARLIER' ? 'remarks' : '', code: reason.code, message: reason.message }))) : [];
  return told.map(error => Object.assign({ field: '' }, error)).filter(error => form && error.message);
}

/** What is wrong with what was typed, and with what was handed in before it: `[{field, code, message}]`. Photos are asked for where there is a `photoField`. */
export function faults({ form, values, extra, records, about, now, earlier, day, photoField }) {
  const trusted = offset() !== null;
  const found = check(form, values, { photos: Boolean(photoField), now: trusted ? corrected() : null })
    .concat(ownFaults({ form, values, records, about, now, earlier, day }));
  if (form.kind === 'INCIDENT' && !about.addsTo && !extra.place && !values.location) {
    found.unshift({ field: 'place', code: 'FIELD_REQUIRED', message: t('place.required') });
  }
  return found;
}

/** Puts the report into the queue, in the same step its draft goes; what it mends is settled by it. Its id; fails with `text` to pass on when the phone is full. */
export async function handIn({ form, values, extra, about, now, label, draftId, keep }) {
  const report = { kind: form.kind, election: now.election, round: now.round };
  const place = form.kind === 'INCIDENT' ? extra.place || {} : { tps: about.tps, region: about.region };
  [['tps', place.tps], ['region', place.region], ['race', needs(form, 'race') && about.race], ['slot', needs(form, 'slot') && about.slot], ['taskId', about.task]]
    .filter(([, value]) => value).forEach(([name, value]) => { report[name] = value; });
  report.observedAt = extra.seen || corrected().toISOString();
  report.data = dataOf(form, values);
  await keep.stop();
  return hand({ report, label, photos: values.photos || [], round: now, draft: draftId, mends: about.repair });
}
