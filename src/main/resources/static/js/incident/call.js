// The desk calls an agency that has not confirmed, and notes what it says.
import { agency } from './task.js';
import { telephone } from './telephone.js';

export const start = telephone({
  answers: { ACKNOWLEDGED: 'Diterima lewat telepon', DECLINED: 'Ditolak lewat telepon', NONE: 'Tidak tersambung atau belum ada jawaban' },
  hint: 'Nomor yang dicoba dan apa jawabannya.',
  lead: dispatch => `Telepon ${dispatch ? agency(dispatch.agency) : 'instansi'} sekarang.`,
});
