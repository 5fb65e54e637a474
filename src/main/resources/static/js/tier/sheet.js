// A report as those read it who seal, check or approve it: what counts in a minute, the rest folded.
import { dress, element } from '../api.js';
import { time } from '../zone.js';
import { path, STEPS } from './words.js';

dress();

const counted = new Intl.NumberFormat('id');
const number = value => (value === null || value === undefined ? '–' : counted.format(value));
const percent = value => (value === null || value === undefined ? '' : ` (${counted.format(value)}%)`);

function tile(figure, label, look) {
  return element('li', look ? { 'data-state': 'warn' } : {}, element('b', {}, figure), element('span', {}, label));
}

function tiles({ snapshot: s }) {
  const owed = s.reports.reduce((sum, one) => sum + one.missing, 0);
  const due = s.reports.reduce((sum, one) => sum + one.expected, 0);
  return element('ul', { class: 'tiles' },
    tile(number(s.stations), 'TPS'),
    tile(number(s.readiness.ready), `siap, ${number(s.readiness.conditional)} bersyarat, ${number(s.readiness.notReady)} tidak`, s.readiness.notReady > 0),
    tile(number(s.voting.opened), `TPS sudah buka, ${number(s.voting.openedLate)} terlambat`, s.voting.openedLate > 0),
    s.turnout ? tile(number(s.turnout.voters) + percent(s.turnout.percent), `pengguna hak pilih pukul ${s.turnout.slot}, ${number(s.turnout.stations)} TPS`) : null,
    tile(number(s.voting.unrest + s.voting.attention), `TPS perlu perhatian, ${number(s.voting.unrest)} tidak kondusif`, s.voting.unrest + s.voting.attention > 0),
    tile(number(s.voting.halted), 'TPS pemungutannya terhenti', s.voting.halted > 0),
    tile(number(s.incidents.open), `kejadian terbuka, ${number(s.incidents.closed)} selesai`, s.incidents.open > 0),
    tile(number(owed), `laporan belum masuk dari ${number(due)}`, owed > 0));
}

function race(one, withheld) {
  const votes = (basis, candidate) => number(basis?.candidates.find(other => other.ballotNumber === candidate.ballotNumber)?.votes);
  const row = (label, received, verified) => element('tr', {}, element('th', { scope: 'row' }, ...[label].flat()), element('td', {}, received), element('td', {}, verified));
  return element('section', { class: 'tier-race' }, element('h4', {}, one.name),
    element('p', { class: 'form-note' }, `C1 masuk ${number(one.received)} dari ${number(one.expected)}${percent(one.receivedPercent)}, dicocokkan ${number(one.verified)}${percent(one.verifiedPercent)}, ditahan ${number(one.held)}.`),
    withheld || !one.byReceived
      ? element('p', { class: 'form-note' }, withheld ? 'Suara tidak ditampilkan kepada Anda.' : 'Belum ada suara.')
      : element('table', { class: 'tier-votes' },
        element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'Suara'), element('th', { scope: 'col' }, 'C1 masuk'), element('th', { scope: 'col' }, 'Dicocokkan'))),
        element('tbody', {},
          ...one.byReceived.candidates.map(candidate => row([element('span', { class: 'ballot' }, String(candidate.ballotNumber)), candidate.name], number(candidate.votes), votes(one.byVerified, candidate))),
          row('Suara sah', number(one.byReceived.validVotes), number(one.byVerified?.validVotes)),
          row('Suara tidak sah', number(one.byReceived.invalidVotes), number(one.byVerified?.invalidVotes)))));
}

function folded(title, count, ...inside) {
  return count ? element('details', {}, element('summary', {}, `${title} (${count})`), ...inside) : null;
}

function incidents({ snapshot: s }) {
  return folded('Kejadian', s.incidents.list.length, element('ul', { class: 'bullets' }, ...s.incidents.list.map(one => element('li', {},
    element('b', {}, one.number), `, ${one.place}, tingkat ${one.severity}${one.votingHalted ? ', pemungutan terhenti' : ''}`,
    element('small', {}, `dilaporkan ${time(one.reportedAt)}${one.endedAt ? `, selesai ${time(one.endedAt)}` : ', masih terbuka'}`)))));
}

function missing({ snapshot: s }) {
  const lists = s.reports.filter(one => one.missing || one.excused);
  return folded('Yang belum masuk', lists.reduce((sum, one) => sum + one.missing, 0), element('ul', { class: 'bullets' }, ...lists.map(one => element('li', {},
    `${path(`x[${one.kind} ${one.slot}${one.race ? ` ${one.race}` : ''}]`).replace(/^x /, '')}: ${number(one.missing)} belum, ${number(one.excused)} dimaklumi`,
    one.missingStations.length ? element('small', {}, one.missingStations.join(', ')) : null))));
}

function changes({ changes: list, version }) {
  return folded(`Yang berubah dari versi ${version - 1}`, list.length, element('ul', { class: 'bullets' }, ...list.map(one => element('li', {},
    `${path(one.what)}: `, element('b', {}, `${one.old ?? '–'} → ${one.new ?? '–'}`), one.why?.length ? element('small', {}, one.why.join('; ')) : null))));
}

function history({ history: list }) {
  return folded('Riwayat laporan', list.length, element('ul', { class: 'bullets' }, ...list.map(one => element('li', {},
    element('b', {}, STEPS[one.step] ?? one.step), `, versi ${one.version}, ${time(one.at)}${one.who ? `, ${one.who}` : ''}`, one.detail ? element('small', {}, one.detail) : null))));
}

const WHY = { RETURNED: 'Dikembalikan desk kabupaten', CORRECTION: 'Dikoreksi' };

/** The head of a report: what it is, and why it is there again. */
export function heading(sheet) {
  const { snapshot: s } = sheet;
  return [
    element('p', { class: 'c1-lead' }, element('b', {}, `${s.region.name}, laporan ${s.slot}`), ` · versi ${sheet.version} · angka per ${time(s.frozenAt)}`),
    sheet.late ? element('p', { class: 'tier-note' }, `Disusun terlambat: slot ini jatuh pada ${time(s.slotDueAt)}.`) : null,
    sheet.reason ? element('p', { class: 'tier-note' }, element('b', {}, `${WHY[sheet.cause] ?? 'Alasan'}: `), sheet.reason) : null,
    sheet.sentBack ? element('p', { class: 'tier-note' }, element('b', {}, 'Dikembalikan pimpinan: '), sheet.sentBack) : null,
  ].filter(Boolean);
}

export function figures(sheet) {
  return [
    tiles(sheet),
    ...sheet.snapshot.races.map(one => race(one, sheet.votesWithheld)),
    changes(sheet), incidents(sheet), missing(sheet), history(sheet),
    element('p', { class: 'tier-disclaimer' }, sheet.snapshot.disclaimer),
  ].filter(Boolean);
}
