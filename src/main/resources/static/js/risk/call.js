// The desk calls an agency that has not answered or not acted in time, and may take the list back.
import { area, element, facts, history, open, required } from './list.js';

function draw(body, { task, whole }) {
  const { list } = whole;
  const answering = task.key === 'call-agency';
  const note = area('Hasil panggilan', answering ? 'Siapa yang dihubungi dan apa jawabannya.' : 'Siapa yang ditagih, apa yang belum selesai, dan kapan selesai.');
  const back = element('input', { type: 'checkbox', id: 'risk-back' });
  body.append(
    element('p', { class: 'c1-lead' }, answering ? `${list.agencyName} belum mengonfirmasi daftar ini sampai batas waktu.` : `${list.agencyName} belum menyelesaikan tindakan sampai batas waktu.`),
    facts(whole), history(whole), note.box,
    element('label', { class: 'choice' }, back, element('span', {}, 'Tarik daftar dan pilih instansi lain')),
    element('p', { class: 'form-note' }, 'Bila tidak ditarik, tugas instansi tetap terbuka.'));
  return () => ({
    data: { note: required(note, 'Tulis hasil panggilan dulu.'), takeBack: back.checked },
    message: [back.checked ? 'Daftar ditarik' : 'Hasil panggilan tersimpan', list.place]
  });
}

export function start(camForm) {
  open(camForm, draw);
}
