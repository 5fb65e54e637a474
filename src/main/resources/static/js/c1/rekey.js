// The second person: only the photo is there, the numbers of the first are not.
import { call, choice, element, notify, open, Refusal } from './desk.js';
import { viewer } from './photos.js';
import { fields } from './sheet.js';

const READABLE = 'OK';

function rekey(body, { sheet, address }) {
  const typed = fields(sheet.sections);
  const photo = choice('c1-photo', 'Foto formulir', [
    [READABLE, 'Terbaca'],
    ['MISSING', 'Foto tidak ada'],
    ['UNREADABLE', 'Tidak terbaca'],
    ['OTHER_TPS', 'TPS atau pemilihan lain']
  ], READABLE);
  const returned = element('p', { class: 'c1-lead', hidden: true }, 'Tekan Selesaikan: formulir kembali ke pelapor dengan alasan ini.');
  photo.box.addEventListener('change', () => {
    const readable = photo.value() === READABLE;
    typed.box.hidden = !readable;
    returned.hidden = readable;
  });
  const lead = sheet.extent === 'ALL' ? 'Ketik ulang seluruh formulir dari foto.' : 'Ketik ulang bagian IV dan V dari foto.';
  body.append(element('p', { class: 'c1-lead' }, `${lead} Kotak yang kosong biarkan kosong. Jumlah yang tidak cocok jangan dibetulkan.`),
    element('div', { class: 'c1-beside' }, viewer(sheet.photos), element('div', {}, photo.box, returned, typed.box)));

  return async () => {
    if (photo.value() !== READABLE) {
      await call('POST', address('photo-rejections'), { reason: photo.value() });
      notify('Foto dikembalikan', 'Pelapor diminta mengirim foto yang dapat dibaca.');
      return;
    }
    const data = typed.read();
    if (!Object.keys(data).length) {
      throw new Refusal(422, { detail: 'Belum ada angka yang diketik. Bila fotonya tidak terbaca, pilih di atas.' });
    }
    const { outcome } = await call('POST', address('rekeyings'), { data }).catch(problem => {
      typed.mark(problem.errors);
      throw problem;
    });
    notify('Ketik ulang tersimpan', outcome === 'MATCH' ? 'Isian sama dengan salinan pertama.' : 'Ada yang berbeda; desk akan memutuskannya.');
  };
}

export function start(camForm) {
  open(camForm, rekey);
}
