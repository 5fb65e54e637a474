// The reporter's tasks: copy the form, send its photos, repair what could not be verified.
import { newId } from '../api.js';
import { call, choice, element, notify, open, reasonField, Refusal } from './desk.js';
import { chooser, viewer } from './photos.js';
import { fields } from './sheet.js';

/** The report as far as it was typed, kept on this device until its receipt is there. */
function draftOf(taskId) {
  const key = `desk-c1:${taskId}`;
  let stored = {};
  try {
    stored = JSON.parse(localStorage.getItem(key)) ?? {};
  } catch {
    localStorage.removeItem(key);
  }
  const draft = { id: newId(), observedAt: new Date().toISOString(), photos: [], data: null, ...stored };
  return {
    draft,
    keep: () => localStorage.setItem(key, JSON.stringify(draft)),
    forget: () => localStorage.removeItem(key)
  };
}

// The server may finish the task by itself as soon as it has the report: then it is finished, which is what was wanted.
async function finish(taskId, reportId) {
  try {
    await call('POST', `/api/tasks/${taskId}/complete`, { data: { reportId } });
  } catch (problem) {
    if (problem.status !== 410 && problem.status !== 409) {
      throw problem;
    }
    const { state, reasons } = await call('GET', `/api/field-reports/${reportId}`);
    if (state === 'REJECTED') {
      throw new Refusal(409, { detail: reasons?.map(reason => reason.message).join(' ') });
    }
  }
}

function send(camForm, body, { task, sheet, address }) {
  const copying = task.key === 'copy-c1';
  const repairing = task.key === 'repair-photo';
  const { draft, keep, forget } = draftOf(camForm.taskId);
  const photos = chooser(copying ? 'Foto tiap halaman formulir' : 'Foto formulir', draft.photos);
  const source = choice('c1-form', 'Disalin dari', [['SALINAN', 'Salinan'], ['PLANO', 'Plano (lembar besar di TPS)']], draft.data?.form ?? sheet.written?.form);
  const typed = fields(sheet.sections, draft.data ?? sheet.written ?? {});
  const reason = reasonField('Alasan perbaikan angka', 'Misalnya: salah lihat baris nomor urut 2.');
  const numbers = element('div', { hidden: !copying }, source.box, typed.box);
  const also = element('input', { type: 'checkbox', onchange: () => (numbers.hidden = reason.box.hidden = !also.checked) });
  reason.box.hidden = true;

  if (copying) {
    body.append(element('p', { class: 'c1-lead' }, 'Salin angka seperti tertulis di kertas. Kotak yang kosong biarkan kosong. Jumlah yang tidak cocok jangan dibetulkan.'));
  }
  if (sheet.photoRejection) {
    body.append(element('p', { class: 'form-alert' }, sheet.photoRejection));
  }
  if (sheet.photos.length) {
    body.append(viewer(sheet.photos));
  }
  body.append(photos.box);
  if (repairing) {
    body.append(element('label', { class: 'c1-also' }, also, ' Ada angka yang juga perlu diperbaiki'));
  }
  body.append(numbers, reason.box);
  const collect = () => {
    draft.data = { form: source.value(), ...typed.read() };
    keep();
  };
  body.addEventListener('input', collect);

  return async () => {
    const withNumbers = copying || also.checked;
    if (!withNumbers && !photos.any()) {
      throw new Refusal(422, { detail: 'Pilih dulu fotonya.' });
    }
    collect();
    const data = withNumbers ? { ...draft.data } : {};
    if (also.checked || !reason.box.hidden) {
      data.reason = reason.required();
    }
    data.photos = await photos.send(address, sent => {
      draft.photos = [...sent];
      keep();
    });
    const report = {
      kind: withNumbers ? 'C1' : 'C1_PHOTOS', election: sheet.election, round: sheet.round, race: sheet.race, tps: sheet.tps,
      observedAt: draft.observedAt, taskId: camForm.taskId, data
    };
    const receipt = await call('PUT', `/api/field-reports/${draft.id}`, report).catch(problem => {
      typed.mark(problem.errors);
      if (problem.code === 'REPORT_CONFLICT') {
        draft.id = newId();
        keep();
        reason.box.hidden = false;
        throw new Refusal(409, { detail: 'Isian sebelumnya sudah diterima. Bila yang ini yang benar, tulis alasannya lalu tekan Selesaikan lagi.' });
      }
      throw problem;
    });
    await finish(camForm.taskId, draft.id);
    forget();
    notify('Sudah diterima', `Nomor terima ${receipt.receipt}. Catat di formulir kertas Anda.`);
  };
}

export function start(camForm) {
  open(camForm, (body, work) => send(camForm, body, work));
}
