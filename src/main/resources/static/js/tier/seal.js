// Tasklist: "Periksa dan segel laporan kecamatan".
import { complete, notify } from '../task.js';
import { open, signing } from './task.js';

export function start(camForm) {
  open(camForm, { again: true }, sheet => {
    const signature = signing(sheet, 'Keterangan camat (boleh kosong)', 'Yang perlu dibaca kabupaten dan tidak terlihat dari angka.');
    return {
      box: signature.box,
      async submit(current) {
        await complete(camForm, { report: current.report, ...signature.value() });
        notify('Laporan disegel', `${current.snapshot.region.name}, ${current.snapshot.slot}, ${current.code}`);
      },
    };
  });
}
