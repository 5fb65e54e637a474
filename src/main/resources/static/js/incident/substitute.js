// An agency has declined and nobody goes by itself: the desk chooses who does.
import { AGENCIES, agency, area, done, element, field, open, required, told } from './task.js';

function draw(body, { whole, dispatch }) {
  const there = whole.dispatches.filter(one => !['DECLINED', 'WITHDRAWN', 'DONE'].includes(one.state)).map(one => one.agency);
  const codes = Object.keys(AGENCIES).filter(code => !there.includes(code) && code !== dispatch?.agency);
  const choice = field('Instansi pengganti', null, element('select', { class: 'form-control' }, element('option', { value: '' }, 'Tidak ada, desk menangani sendiri'), ...codes.map(code => element('option', { value: code }, agency(code)))));
  const note = area('Catatan', 'Wajib diisi bila tidak ada pengganti.');
  body.append(element('p', { class: 'c1-lead' }, dispatch ? `${agency(dispatch.agency)} menolak: ${dispatch.remark ?? ''}` : 'Instansi menolak.'), told(whole), done(whole), choice.box, note.box);
  return () => ({
    data: choice.input.value ? { agency: choice.input.value } : { note: required(note, 'Tulis bagaimana kejadian ini ditangani.') },
    message: ['Pengganti diputuskan', whole.incident.number]
  });
}

export function start(camForm) {
  open(camForm, draw);
}
