// What the forms about an incident share: the incident itself, what was done so far, and finishing the task.
import { call, element, notify, Refusal, root } from '../c1/desk.js';
import { complete, openTask } from '../task.js';
import { time } from '../zone.js';

export { call, element, Refusal, time };

export const AGENCIES = { psc: 'PSC 119', dinkes: 'Dinas Kesehatan', bpbd: 'BPBD', basarnas: 'Basarnas', damkar: 'Damkar', polri: 'Polri', satpolpp: 'Satpol PP', kpu: 'KPU', bawaslu: 'Bawaslu', pln: 'PLN', diskominfo: 'Diskominfo', tni: 'TNI/Kodim', pmi: 'PMI', kejaksaan: 'Kejaksaan', disdukcapil: 'Disdukcapil' };
export const SEVERITIES = [['4', '4, nyawa terancam'], ['3', '3, gawat'], ['2', '2, sedang'], ['1', '1, ringan']];
const CATEGORIES = { HEALTH: 'Kesehatan', DISASTER: 'Bencana', FIRE: 'Kebakaran', SECURITY: 'Keamanan', LOGISTICS: 'Logistik', POWER_NETWORK: 'Listrik dan jaringan', VIOLATION: 'Dugaan pelanggaran', OBJECTION: 'Keberatan di TPS' };
const STATES = { SENT: 'belum dikonfirmasi', ACKNOWLEDGED: 'diterima', ON_THE_WAY: 'dalam perjalanan', ARRIVED: 'di tempat', DONE: 'selesai', DECLINED: 'ditolak', WITHDRAWN: 'dibatalkan' };
const STEPS = { REPORTED: 'Dilaporkan', REPEATED: 'Dilaporkan lagi', ADDED: 'Keterangan ditambahkan', TRIAGED: 'Dinilai', REJECTED: 'Ditolak', MERGED: 'Digabung ke', MERGED_IN: 'Digabung dari', SEVERITY_RAISED: 'Tingkat dinaikkan', SEVERITY_LOWERED: 'Tingkat diturunkan', ASSIGNED: 'Ditugaskan', CONTACTED: 'Diberi tahu', TAKEN: 'Pesan terkirim', DELIVERED: 'Pesan sampai', NOT_DELIVERED: 'Pesan tidak sampai', CALL_OPENED: 'Desk diminta menelepon', CALLED: 'Desk menelepon', LEADER_TOLD: 'Pimpinan diberi tahu', ACKNOWLEDGED: 'Dikonfirmasi', ON_THE_WAY: 'Berangkat', ARRIVED: 'Tiba', SILENT: 'Tidak ada kabar dari', ASKED: 'Desk menanyakan kabar', DONE: 'Selesai', DECLINED: 'Ditolak', REROUTED: 'Dialihkan ke', NOBODY_INSTEAD: 'Tanpa pengganti', WITHDRAWN: 'Dibatalkan', TOLD: 'Diberi tahu', TRIAGE_LATE: 'Penilaian terlambat', VOTING_HALTED: 'Pemungutan terhenti', PASSED_ON: 'Diteruskan ke KPU', CLOSED: 'Ditutup', REOPENED: 'Dibuka lagi', NOTE: 'Catatan' };
const WAYS = { LINK: 'tautan', TASK: 'Tasklist', API: 'program', PHONE: 'telepon', MERGED: 'penggabungan', EMAIL: 'surel', SMS: 'SMS', INBOX: 'kotak masuk', OWN: 'kanal pilihannya' };

export function agency(code) {
  return AGENCIES[code] ?? code.toUpperCase();
}

export function field(label, hint, input) {
  const id = `incident-${Math.random().toString(36).slice(2)}`;
  input.id = id;
  return { box: element('div', { class: 'form-field' }, element('label', { for: id }, label), hint ? element('p', { class: 'form-note' }, hint) : null, input), input };
}

export function area(label, hint) {
  return field(label, hint, element('textarea', { class: 'form-control', rows: 3, maxlength: 1000 }));
}

export function required(one, complaint) {
  const text = one.input.value.trim();
  if (text.length < 3) {
    one.input.focus();
    throw new Refusal(422, { detail: complaint });
  }
  return text;
}

export function told(whole) {
  const { incident } = whole;
  const yes = [incident.needsAmbulance && 'perlu ambulans', incident.peopleHurt && 'ada korban', incident.votingHalted && 'pemungutan terhenti'].filter(Boolean);
  return element('div', {},
    element('p', { class: 'c1-lead words' }, whole.description),
    element('dl', { class: 'facts' },
      element('dt', {}, 'Terlihat'), element('dd', {}, time(incident.observedAt)),
      element('dt', {}, 'Dilaporkan'), element('dd', {}, time(incident.reportedAt)),
      ...(yes.length ? [element('dt', {}, 'Keadaan'), element('dd', {}, yes.join(', '))] : []),
      ...(whole.reports.length ? [element('dt', {}, 'Pelapor'), element('dd', {}, whole.reports.map(one => [one.reporter, one.caller].filter(Boolean).join(' untuk ') || 'otomatis').join('; '))] : []),
      ...(incident.placeDoubtful ? [element('dt', {}, 'Lokasi'), element('dd', {}, 'Lokasi yang dikirim meragukan: di luar daerah atau jauh dari TPS.')] : [])));
}

/** Buttons that dial an agency. */
export function numbers(whole, dispatch) {
  const found = whole.numbers.filter(one => one.dispatch === dispatch?.id);
  return found.length
    ? element('p', {}, ...found.flatMap(one => [element('a', { class: 'btn btn-primary', href: one.call }, `${one.name} ${one.number}`), ' ']))
    : element('p', { class: 'form-note' }, 'Nomornya belum ada di daftar; lihat direktori atau tanya posko instansi itu.');
}

export function done(whole) {
  return element('div', {},
    whole.dispatches.length ? element('ul', { class: 'bullets' }, ...whole.dispatches.map(one => element('li', {},
      element('b', {}, agency(one.agency)), `: ${STATES[one.state]}`, one.late ? ' (terlambat)' : '', one.answeredBy ? `, ${one.answeredBy}` : '', one.remark ? `. ${one.remark}` : ''))) : null,
    element('details', {}, element('summary', {}, 'Riwayat kejadian'),
      element('ul', { class: 'bullets' }, ...whole.timeline.map(step => element('li', {},
        element('b', {}, STEPS[step.step] ?? step.step), `, ${time(step.at)}`, step.who ? `, ${step.who}` : '', step.channel ? ` (${WAYS[step.channel] ?? step.channel})` : '', step.detail ? `: ${step.detail}` : '')))));
}

/** @param draw puts the form into a box and answers what the button sends; it throws what is missing */
export function open(camForm, draw) {
  openTask(camForm, async ({ task, show }) => {
    const parts = task.subject.split('/');
    const whole = await call('GET', `/api/incidents/${parseInt(parts[2], 10)}`);
    const { incident } = whole;
    const dispatch = whole.dispatches.find(one => String(one.id) === parts[3]);
    const body = element('div', { class: 'c1-body' });
    show(element('header', { class: 'c1-head' }, element('b', {}, `${incident.number} ${CATEGORIES[incident.category]}, ${incident.place}`),
      element('span', {}, `Tingkat ${incident.severity}`), element('a', { href: `${root}/desk/kejadian/${incident.id}`, target: '_blank' }, 'Buka halaman kejadian')), body);
    const answer = await draw(body, { task, whole, dispatch });
    return async () => {
      const { data, message } = await answer();
      await complete(camForm, data);
      notify(message[0], message[1]);
    };
  });
}

