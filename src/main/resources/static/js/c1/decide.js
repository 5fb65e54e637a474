// The desk's tasks: decide between entries that differ, or note that the paper's own numbers do not agree.
import { call, element, notify, open, reasonField, Refusal } from './desk.js';
import { time } from '../zone.js';
import { viewer } from './photos.js';
import { at, lineLabel, lines, withValue } from './sheet.js';

const OTHER = 'OTHER';
const CHANNELS = { APP: 'aplikasi', PHONE: 'telepon', PAPER: 'kertas', SMS: 'SMS', RADIO: 'radio' };
const shown = value => (value === null ? '–' : String(value));

function legend(entries) {
  return element('ul', { class: 'c1-entries' }, ...entries.map(entry => element('li', {},
    element('b', { class: 'ballot' }, entry.label), ' ',
    entry.rekeyed ? `Diketik ulang dari foto oleh ${entry.by}` : `Versi ${entry.versionNo}, ${entry.by} lewat ${CHANNELS[entry.channel] ?? entry.channel}`,
    `, ${time(entry.at)}`, entry.reason ? `. Alasan: ${entry.reason}` : '')));
}

/** One differing field: one of the entries, or another value read from the photo. */
function question(line, cell, entries) {
  const name = `c1-pick-${cell.path}`;
  const other = element('input', { type: 'text', inputmode: 'numeric', maxlength: 12, class: 'form-control', 'aria-label': `${cell.label}: angka lain`, oninput: () => (radios.at(-1).checked = true) });
  const asked = entries.filter(entry => entry.extent === 'ALL' || /^votes\.|Votes$/.test(cell.path));
  const radios = [...asked.map(entry => entry.label), OTHER].map(value => element('input', { type: 'radio', name, value }));
  const box = element('fieldset', { class: 'c1-question' },
    element('legend', {}, lineLabel(line), cell.column ? ` (${cell.column})` : ''),
    ...asked.map((entry, number) => element('label', {}, radios[number], element('b', { class: 'ballot' }, entry.label), element('span', { class: 'c1-figure' }, shown(at(entry.data, cell.path))))),
    element('label', {}, radios.at(-1), element('span', {}, 'Angka lain'), other));
  return {
    box,
    path: cell.path,
    value() {
      const picked = radios.find(radio => radio.checked)?.value;
      if (!picked) {
        radios[0].focus();
        throw new Refusal(422, { detail: 'Masih ada perbedaan yang belum diputuskan. Pilih satu angka untuk setiap isian yang ditandai.' });
      }
      return picked === OTHER ? other.value.trim() || null : at(asked.find(entry => entry.label === picked).data, cell.path);
    }
  };
}

function numbers(sections, data, skip = []) {
  return element('table', { class: 'table c1-numbers' }, element('tbody', {}, ...lines(sections)
    .filter(line => line.cells.some(cell => !skip.includes(cell.path)))
    .map(line => element('tr', {}, element('th', { scope: 'row' }, lineLabel(line)),
      ...line.cells.map(cell => element('td', { class: 'number', colspan: line.cells.length === 1 ? 3 : 1 },
        cell.column ? element('small', {}, `${cell.column} `) : null, shown(at(data, cell.path))))))));
}

function findings(sheet) {
  return sheet.findings.length
    ? element('ul', { class: 'bullets' }, ...sheet.findings.map(finding => element('li', {}, finding.message)))
    : null;
}

function decide(body, { task, sheet, address }) {
  const entries = sheet.comparison?.entries ?? [];
  const differing = sheet.comparison?.differing ?? [];
  const noting = task.key === 'note-inconsistency';
  const questions = lines(sheet.sections).flatMap(line => line.cells.filter(cell => differing.includes(cell.path)).map(cell => question(line, cell, entries)));
  const reason = noting
    ? reasonField('Catatan ketidaksesuaian isian', 'Tulis apa yang tertulis di kertas, misalnya: jumlah suara sah di formulir memang tidak sama dengan jumlah suara calon.')
    : reasonField('Alasan keputusan', 'Misalnya: di foto terbaca jelas 41, ditulis juga dengan huruf.');
  const base = entries.find(entry => entry.extent === 'ALL')?.data ?? sheet.written;
  const right = element('div', {});
  if (noting) {
    right.append(element('p', { class: 'c1-lead' }, 'Dua orang membaca angka yang sama, tetapi isian formulir sendiri tidak sesuai:'), findings(sheet) ?? '', numbers(sheet.sections, sheet.written));
  } else {
    right.append(element('p', { class: 'c1-lead' }, questions.length ? `${questions.length} isian berbeda. Lihat fotonya, lalu pilih satu angka untuk setiap isian.` : 'Angkanya sama; yang baru hanya fotonya. Lihat fotonya, lalu tulis keputusan.'),
      legend(entries), ...questions.map(one => one.box),
      element('details', {}, element('summary', {}, 'Isian lain yang sama'), numbers(sheet.sections, base ?? {}, differing)));
  }
  right.append(reason.box);
  body.append(element('div', { class: 'c1-beside' }, viewer(sheet.photos), right));

  return async () => {
    const chosen = questions.map(one => [one.path, one.value()]);
    const keeps = noting || (!questions.length && task.key !== 'decide-difference');
    const data = keeps ? null : chosen.reduce((decided, [path, value]) => withValue(decided, path, value), base);
    await call('POST', address('decisions'), { data, reason: reason.required() });
    notify('Keputusan tersimpan', sheet.station);
  };
}

export function start(camForm) {
  open(camForm, decide);
}
