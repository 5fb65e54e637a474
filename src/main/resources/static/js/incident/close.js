// The desk writes down how an incident ended.
import { instant } from '../zone.js';
import { area, done, element, field, open, required, told } from './task.js';

function draw(body, { whole }) {
  const outcome = area('Hasil penanganan', 'Apa yang terjadi, apa yang dilakukan, bagaimana keadaannya sekarang.');
  const hurt = field('Jumlah korban (boleh kosong)', null, element('input', { type: 'number', class: 'form-control', min: 0, max: 99999, inputmode: 'numeric' }));
  const resumed = field('Pemungutan dilanjutkan pukul (boleh kosong)', null, element('input', { type: 'datetime-local', class: 'form-control' }));
  resumed.box.hidden = !whole.incident.votingHalted;
  body.append(told(whole), done(whole), outcome.box, hurt.box, resumed.box);
  return () => ({
    data: {
      outcome: required(outcome, 'Tulis hasilnya dulu.'),
      ...(hurt.input.value ? { hurt: Number(hurt.input.value) } : {}),
      ...(resumed.input.value ? { votingResumedAt: instant(resumed.input.value) } : {})
    },
    message: ['Kejadian ditutup', whole.incident.number]
  });
}

export function start(camForm) {
  open(camForm, draw);
}
