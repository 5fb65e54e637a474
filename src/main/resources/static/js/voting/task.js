// "Laporan <slot>" inside Tasklist: the rows of the page. The task ends by itself when the last of its TPS has reported, by whatever way.
import { dress, element, root, say } from '../api.js';
import { call } from '../kept.js';
import { openTask } from '../task.js';
import { entry } from './entry.js';

const LOOKS = [300, 700, ...Array(12).fill(1000)];

const pause = millis => new Promise(done => setTimeout(done, millis));

async function ended(taskId) {
  for (const wait of LOOKS) {
    try {
      await call('GET', `/api/tasks/${taskId}`);
    } catch (problem) {
      if (problem.status === 404 || problem.status === 410) return true;
      throw problem;
    }
    await pause(wait);
  }
  return false;
}

async function formOf(task) {
  const [election, round, , slot, village] = task.subject.split('/');
  const question = new URLSearchParams({ election, round, slot, wilayah: village });
  const answer = await fetch(`${root}/lapangan/pemungutan/isian?${question}`, { credentials: 'same-origin', headers: { Accept: 'text/html' } });
  if (!answer.ok) throw new Error(say('Formulir tidak dapat dibuka. Buka lagi tugas ini, atau pakai halaman Lapangan.', 'The form cannot be opened. Open the task again, or use the field page.'));
  return new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-pemungutan]');
}

export function report(camForm) {
  dress();
  openTask(camForm, async ({ task, show }) => {
    const form = await formOf(task);
    // A form cannot stand inside Tasklist's own.
    const body = element('div', {}, ...form.childNodes);
    Object.assign(body.dataset, form.dataset);
    show(body);
    // Its reports name no task: the ledger would keep them for the task that they finish, and these finish it only together.
    const held = entry(body);
    body.addEventListener('pemungutan-terkirim', async event => {
      if (!event.detail.left && !event.detail.failed && await ended(camForm.taskId)) {
        show(element('p', { class: 'form-note', role: 'status' }, say('Semua TPS sudah melapor. Tugas ini selesai dengan sendirinya.', 'All TPS have reported. This task has ended by itself.')));
      }
    });
    return async () => {
      const { failed, left } = await held.send();
      if (failed) throw new Error(say('Ada baris yang belum diterima; lihat yang ditandai.', 'Some rows were not taken; see what is marked.'));
      if (left) throw new Error(say(`Masih ${left} TPS belum melapor. Tugas tetap terbuka dan selesai sendiri setelah semuanya melapor.`, `${left} TPS have still to report. The task stays open and ends by itself once all have.`));
      if (!(await ended(camForm.taskId))) throw new Error(say('Semua laporan terkirim dan sedang dicatat. Tugas ini selesai sendiri.', 'All reports were sent and are being recorded. The task ends by itself.'));
    };
  });
}
