// The report on one TPS as far as it was filled in, kept on this device until its receipt is there.
import { newId } from '../api.js';

export function draftOf(sheet, tps) {
  const key = `desk-kesiapan:${sheet.election}/${sheet.round}/${sheet.stage}/${tps}`;
  const fresh = () => ({ id: newId(), observedAt: null, items: {}, connectivity: null, floodRisk: false, kppsPresent: '', linmasPresent: '', remarks: '', location: null, photos: [], filled: false });
  let draft = fresh();
  try {
    draft = { ...draft, ...(JSON.parse(localStorage.getItem(key)) ?? {}) };
  } catch {
    localStorage.removeItem(key);
  }
  return {
    get: () => draft,
    kept: () => draft.filled,
    // What has gone out under an id may have arrived although nobody heard of it: changed content gets another id.
    change(what) {
      if (draft.tried) {
        draft.id = newId();
        draft.tried = false;
      }
      Object.assign(draft, what, { filled: true, observedAt: new Date().toISOString() });
      localStorage.setItem(key, JSON.stringify(draft));
    },
    tried() {
      draft.tried = true;
      localStorage.setItem(key, JSON.stringify(draft));
    },
    forget() {
      localStorage.removeItem(key);
      draft = fresh();
    }
  };
}

const number = text => (text === '' || text === null ? undefined : Number(text));

/** The report as the ledger takes it. */
export function reportOf(sheet, tps, draft, taskId) {
  const site = sheet.stage === 'SITE';
  const data = { stage: sheet.stage, items: { ...draft.items }, photos: draft.photos };
  if (site) {
    data.connectivity = draft.connectivity;
    data.floodRisk = draft.floodRisk;
    data.kppsPresent = number(draft.kppsPresent);
    data.linmasPresent = number(draft.linmasPresent);
  }
  if (draft.location) data.location = draft.location;
  if (draft.remarks.trim()) data.remarks = draft.remarks.trim();
  return { kind: 'READINESS', election: sheet.election, round: sheet.round, tps, observedAt: draft.observedAt ?? new Date().toISOString(), taskId, data };
}
