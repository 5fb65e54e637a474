// The tasks of a report on its way up: the desk asks for its receipt, or decides about one that could not be sent.
import { call, choice, element, notify, Refusal, root } from '../c1/desk.js';
import { complete, openTask } from '../task.js';
import { time } from '../zone.js';

const ASK = [['RECEIVED', 'Sudah diterima'], ['NOT_YET', 'Belum; tanyakan lagi nanti'], ['SEND', 'Kirim ulang']];
const RESEND = [['SEND', 'Kirim ulang sekarang'], ['HANDED_OVER', 'Sudah diserahkan dengan cara lain']];
/** With these somebody has it, whose name is asked. */
const THERE = ['RECEIVED', 'HANDED_OVER'];
const STEPS = { SENT: 'Terkirim', AGAIN: 'Belum terkirim, dicoba lagi', FAILED: 'Gagal', RECEIVED: 'Diterima', ASKED: 'Ditanyakan', RESENT: 'Dikirim ulang', SUPERSEDED: 'Diganti versi baru' };

function field(id, label, input) {
  input.id = id;
  return element('div', {}, element('label', { for: id }, label), input);
}

function history(delivery) {
  return element('details', {}, element('summary', {}, 'Riwayat pengiriman'),
    element('ul', {}, ...delivery.steps.map(step => element('li', {},
      element('b', {}, STEPS[step.step] ?? step.step), `, ${time(step.at)}`, step.actorName ? `, ${step.actorName}` : '', step.text ?? step.detail ? `: ${step.text ?? step.detail}` : ''))));
}

function lead(asking, delivery) {
  return asking
    ? `${delivery.recipient} belum memberi tanda terima. Telepon dan tanyakan, lalu catat jawabannya.`
    : `Laporan tidak sampai ke ${delivery.recipient}. ${delivery.reasonText ?? ''}`;
}

export function start(camForm) {
  openTask(camForm, async ({ task, show }) => {
    const asking = task.key === 'ask-receipt';
    const delivery = await call('GET', `/api/report-deliveries/${task.subject.split('/')[3]}`);
    const answer = choice('delivery-answer', asking ? 'Apa jawabannya?' : 'Apa yang dilakukan?', asking ? ASK : RESEND, null);
    const by = element('input', { class: 'form-control', maxlength: 100, autocomplete: 'off' });
    const receiver = field('delivery-by', 'Nama yang menerima', by);
    receiver.hidden = true;
    answer.box.addEventListener('change', () => { receiver.hidden = !THERE.includes(answer.value()); });
    const note = element('textarea', { class: 'form-control', rows: 2, maxlength: 500 });
    const body = element('div', { class: 'c1-body' },
      element('p', { class: 'c1-lead' }, lead(asking, delivery)),
      delivery.detail ? element('p', { class: 'form-note' }, delivery.detail) : null,
      answer.box,
      receiver,
      field('delivery-note', 'Keterangan', note),
      history(delivery));
    show(element('header', { class: 'c1-head' }, element('b', {}, `Laporan ${delivery.slot}, versi ${delivery.version}`), element('span', {}, delivery.recipient),
      element('a', { href: `${root}/desk/pengiriman-laporan`, target: '_blank' }, 'Buka halaman pengiriman')), body);
    return async () => {
      const said = answer.value();
      if (!said) {
        throw new Refusal(422, { detail: 'Pilih dulu jawabannya.' });
      }
      if (THERE.includes(said) && by.value.trim().length < 2) {
        by.focus();
        throw new Refusal(422, { detail: 'Tulis nama yang menerima.' });
      }
      if (said === 'NOT_YET' && note.value.trim().length < 3) {
        note.focus();
        throw new Refusal(422, { detail: 'Tulis apa kata mereka, sedikitnya 3 huruf.' });
      }
      await complete(camForm, { answer: said, by: by.value.trim(), note: note.value.trim() });
      notify('Tercatat', said === 'SEND' ? 'Laporan dikirim ulang.' : 'Jawabannya sudah dicatat.');
    };
  });
}
