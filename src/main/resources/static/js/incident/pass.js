// Voting has stopped somewhere: the desk tells KPU, who decides.
import { area, done, element, open, required, told } from './task.js';

function draw(body, { whole }) {
  const note = area('Kepada siapa di KPU, dan apa jawabannya', 'KPU yang memutuskan pemungutan lanjutan atau susulan; keputusannya dicatat tersendiri.');
  body.append(element('p', { class: 'c1-lead' }, 'Pemungutan suara di tempat ini dilaporkan terhenti.'), told(whole), done(whole), note.box);
  return () => ({ data: { note: required(note, 'Tulis siapa yang dihubungi dulu.') }, message: ['Diteruskan ke KPU', whole.incident.number] });
}

export function start(camForm) {
  open(camForm, draw);
}
