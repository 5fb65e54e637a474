// Photos beside what is typed: from a file, pasted, or dropped on the form. The field app makes them small and keeps them; they follow the report once it has arrived.
import { say } from '../api.js';

const words = {
  'photo.gallery': say('Pilih foto (F7)', 'Choose photos (F7)'),
  'photo.later': say('Atau tempel (Ctrl+V), atau seret ke formulir ini. Angka dikirim lebih dulu, foto menyusul sendiri.', 'Or paste (Ctrl+V), or drop on this form. The figures go first, photos follow by themselves.'),
  'photo.least': say('Perlu paling sedikit {least} foto: F7, tempel (Ctrl+V), atau seret ke formulir ini.', 'At least {least} photos are needed: F7, paste (Ctrl+V), or drop on this form.'),
  'photo.kept': say('{size} KB, tersimpan di komputer ini', '{size} KB, kept on this computer'),
  'photo.again': say('Ganti', 'Replace'),
  'photo.blurred': say('Foto ini tampak buram. Kalau angkanya tidak terbaca, minta foto lain.', 'This photo looks blurred. If the digits cannot be read, ask for another.'),
  'photo.heic': say('Foto ini berformat HEIC, yang tidak dapat dibuka di sini. Minta dikirim sebagai JPEG.', 'This photo is in HEIC form, which cannot be opened here. Ask for a JPEG.'),
  'photo.noMemory': say('Foto ini terlalu besar untuk komputer ini.', 'This photo is too large for this computer.'),
  'photo.noRoom': say('Penyimpanan peramban penuh, foto belum tersimpan. Laporannya tetap bisa dikirim tanpa foto.', 'The browser has no room, the photo is not kept. The report can be sent without it.'),
  'photo.lost': say('foto ini tidak terbaca lagi di komputer ini. Lampirkan lagi.', 'this photo can no longer be read on this computer. Attach it again.'),
};

/**
 * The field for photos and what brings them to the server; null where the browser keeps nothing.
 * `follow(hashes)` sends what has not arrived: `{left, blocked, sent, refused, why}`: hashes that have still to follow, whether
 * something on the way refuses them, and how many of the others.
 */
export async function photos(app, person, h) {
  try {
    const [store, texts, field, sending, answer, shelf] = await Promise.all(
      ['store.js', 'words.js', 'photo/field.js', 'photo/sending.js', 'photo/answer.js', 'photo/shelf.js'].map(part => import(`${app}${part}`)));
    texts.learn({ id: words, en: words });
    const db = await store.open(person);
    // What has arrived shows names and signatures: it does not stay on a computer that many use.
    shelf.tidy(db).catch(() => {});
    return { Field: props => h(field.PhotoField, { ...props, camera: false }), follow: hashes => follow({ db, send: sending.send, isHeldUp: answer.isHeldUp, t: texts.t }, hashes) };
  } catch {
    return null;
  }
}

async function follow({ db, send, isHeldUp, t }, hashes) {
  const found = { left: [], blocked: false, sent: 0, refused: 0, why: '' };
  let ended = null;
  for (const hash of hashes) {
    let photo = await db.get('photos', hash);
    if (photo?.state === 'WAITING' && !ended && (photo.nextAt ?? 0) <= Date.now()) {
      ended = await send(db, photo);
      photo = await db.get('photos', hash);
    }
    if (photo?.state === 'WAITING') {
      found.left.push(hash);
      found.blocked = found.blocked || isHeldUp(photo);
    } else if (photo?.state === 'SENT') {
      found.sent += 1;
    } else {
      found.refused += 1;
      found.why = photo?.answer?.title || t('photo.lost');
    }
  }
  return found;
}

/** Lets files be dropped on a box; `attach(files)` hears of the pictures among them. */
export function droppable(box, attach) {
  const files = event => event.dataTransfer?.types.includes('Files');
  box.addEventListener('dragover', event => files(event) && event.preventDefault());
  box.addEventListener('drop', event => {
    if (files(event)) event.preventDefault();
    const found = pictures(event.dataTransfer);
    if (found.length) attach(found);
  });
}

/** The pictures among what was pasted or dropped. */
export const pictures = data => [...(data?.files ?? [])].filter(file => file.type.startsWith('image/'));

/** What became of the photos of a report that was handed in, in words; empty where there are none. */
export function said({ left = [], became: { sent = 0, blocked = false, refused = 0, why = '' } = {} }) {
  return [
    sent && say(`${sent} foto terkirim`, `${sent} photos sent`),
    left.length && say(`${left.length} foto menyusul${blocked ? ', ditolak di jalan oleh jaringan ini: pakai jaringan lain' : ''}`,
      `${left.length} photos to follow${blocked ? ', refused on their way by this network: use another one' : ''}`),
    refused && say(`${refused} foto ditolak: ${why}`, `${refused} photos refused: ${why}`),
  ].filter(Boolean).join(' · ');
}
