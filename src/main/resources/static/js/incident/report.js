// The agency tells that it is on the way, there, and what was done.
import { area, call, element, open, required, told } from './task.js';

function draw(body, { whole, dispatch }) {
  const outcome = area('Yang sudah dilakukan', 'Keadaan sekarang, korban, dan apa yang masih perlu.');
  const declined = element('input', { type: 'checkbox', id: 'incident-declined' });
  const said = element('p', { class: 'form-note', role: 'status' });
  const step = (state, label) => element('button', {
    type: 'button', class: 'btn btn-default',
    onclick: () => call('POST', `/api/dispatches/${dispatch.id}/progress`, { state }).then(() => (said.textContent = `${label} tercatat.`), problem => (said.textContent = problem.message))
  }, label);
  body.append(told(whole), dispatch ? element('p', {}, step('ON_THE_WAY', 'Berangkat'), ' ', step('ARRIVED', 'Tiba di tempat')) : '', said, outcome.box,
    element('label', { class: 'choice' }, declined, element('span', {}, 'Kami tidak dapat menangani; tugaskan instansi lain')),
    element('p', { class: 'form-note' }, 'Tombol "Selesaikan" mengakhiri penugasan ini.'));
  return () => {
    const text = required(outcome, 'Tulis yang sudah dilakukan dulu.');
    return declined.checked
      ? { data: { declined: true, reason: text }, message: ['Penugasan dikembalikan', whole.incident.number] }
      : { data: { outcome: text }, message: ['Penanganan selesai', whole.incident.number] };
  };
}

export function start(camForm) {
  open(camForm, draw);
}
