// The desk asks an agency that has confirmed and then said nothing, and notes what it hears.
import { agency, time } from './task.js';
import { telephone } from './telephone.js';

export const start = telephone({
  answers: { ON_THE_WAY: 'Dalam perjalanan', ARRIVED: 'Sudah di tempat', DONE: 'Sudah selesai ditangani', NONE: 'Tidak tersambung atau belum ada jawaban' },
  hint: 'Apa katanya; bila sudah selesai, apa yang dilakukan.',
  lead: dispatch => `${dispatch ? agency(dispatch.agency) : 'Instansi'} sudah menerima tugas, tetapi tidak memberi kabar. Telepon sekarang.${dispatch?.progressBy ? ` Kabarnya ditunggu sampai ${time(dispatch.progressBy)}.` : ''}`,
});
