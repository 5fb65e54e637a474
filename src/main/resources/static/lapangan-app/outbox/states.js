import { call } from '../net.js';
import { settled } from './answer.js';
import { all, change } from './records.js';

const BATCH = 50;

/** Asks what became of the reports that have arrived. Returns how many of them are still open; null when there was no answer. */
export async function askStates(db, changed) {
  const open = (await all(db)).filter(record => record.state === 'SENT');
  let left = open.length;
  for (let at = 0; at < open.length; at += BATCH) {
    const batch = open.slice(at, at + BATCH);
    const answer = await call('GET', '/api/field-reports?ids=' + batch.map(record => record.id).join(','));
    if (answer.status !== 200 || !answer.body || !Array.isArray(answer.body.reports)) {
      return null;
    }
    left -= await note(db, batch, answer.body.reports);
    changed();
  }
  return left;
}

async function note(db, batch, reports) {
  let done = 0;
  for (const report of reports) {
    const record = batch.find(one => one.id === report.id);
    const state = settled(report.state);
    if (record && state !== 'SENT') {
      const answer = Object.assign({}, record.answer, { code: report.state, receipt: report.receipt, receivedAt: report.receivedAt, reasons: report.reasons || [] });
      await change(db, record.id, ['SENT'], { state, answer });
      done++;
    }
  }
  return done;
}
