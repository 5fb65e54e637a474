// The tasks of a leader's visit: the leader's report with a photo, and what the desk hears when it asks.
import { newId } from './api.js';
import { call, choice, element, notify, Refusal } from './c1/desk.js';
import { chooser } from './c1/photos.js';
import { openTask } from './task.js';

const SITUATIONS = [['CALM', 'Kondusif'], ['ATTENTION', 'Perlu perhatian'], ['UNREST', 'Tidak kondusif']];
const ANSWERS = [['VISITED', 'Sudah berkunjung'], ['LATER', 'Laporannya menyusul'], ['NOT_COMING', 'Tidak jadi berkunjung']];

function remarks(label) {
  const input = element('textarea', { class: 'form-control', rows: 2, maxlength: 500, id: 'visit-remarks' });
  return { box: element('div', {}, element('label', { for: 'visit-remarks' }, label), input), value: () => input.value.trim() };
}

// The server finishes the task by itself as soon as it has handled the report: then it is finished, which is what was wanted.
async function finish(taskId, data) {
  try {
    await call('POST', `/api/tasks/${taskId}/complete`, { data });
  } catch (problem) {
    if (problem.status !== 410 || !data.reportId) {
      throw problem;
    }
  }
}

function report(camForm, body, visit) {
  const id = newId();
  const observedAt = new Date().toISOString();
  const photos = chooser('Foto di TPS');
  const situation = choice('visit-situation', 'Keadaan di TPS (boleh kosong)', SITUATIONS, null);
  const text = remarks('Catatan singkat (boleh kosong)');
  body.append(photos.box, situation.box, text.box);
  return async () => {
    if (!photos.any()) {
      throw new Refusal(422, { detail: 'Pilih dulu satu foto di TPS.' });
    }
    const data = { visit: visit.id, photos: await photos.send(action => `/api/visits/${visit.id}/${action}`, () => {}) };
    if (situation.value()) {
      data.situation = situation.value();
    }
    if (text.value()) {
      data.remarks = text.value();
    }
    const receipt = await call('PUT', `/api/field-reports/${id}`, {
      kind: 'VISIT', election: visit.election, round: visit.round, tps: visit.tps, observedAt, taskId: camForm.taskId, data
    });
    await finish(camForm.taskId, { reportId: id });
    notify('Sudah diterima', `Nomor terima ${receipt.receipt}.`);
  };
}

function ask(camForm, body, visit) {
  const answer = choice('visit-answer', `Apa jawaban ${visit.leaderName}?`, ANSWERS, null);
  const text = remarks('Keterangan');
  body.append(element('p', {}, `Kunjungan ${visit.leaderName} belum dikonfirmasi sampai akhir hari.`), answer.box, text.box);
  return async () => {
    if (!answer.value()) {
      throw new Refusal(422, { detail: 'Pilih dulu jawabannya.' });
    }
    await finish(camForm.taskId, { answer: answer.value(), text: text.value() });
  };
}

export function start(camForm) {
  openTask(camForm, async ({ task, show }) => {
    const visit = await call('GET', `/api/visits/${task.subject.split('/')[2]}`);
    const body = element('div', { class: 'c1-body' });
    show(element('header', { class: 'c1-head' }, element('b', {}, visit.station), element('span', {}, visit.leaderName)), body);
    if (visit.reason) {
      body.append(element('p', { class: 'c1-lead' }, visit.reason));
    }
    return task.key === 'visit-polling-station' ? report(camForm, body, visit) : ask(camForm, body, visit);
  });
}
