// The desk's task "Telusuri selisih": our versions and KPU's figure beside the photo, the cause, and whether a correction of ours is asked for.
import { call, choice, element, notify, Refusal } from '../c1/desk.js';
import { complete, openTask } from '../task.js';
import { time } from '../zone.js';
import { viewer } from '../c1/photos.js';
import { at } from '../c1/sheet.js';

const CAUSES = [
  ['OUR_MISREADING', 'Kita salah baca atau salah ketik'],
  ['OFFICIAL_DIFFERS', 'Angka KPU berbeda dari foto formulir'],
  ['FORM_INCONSISTENT', 'Isian formulirnya sendiri tidak sesuai'],
  ['UNREADABLE', 'Foto formulir tidak terbaca'],
  ['OTHER', 'Sebab lain'],
];
const shown = number => (number === null || number === undefined ? '–' : Number(number).toLocaleString('id-ID'));
const signed = number => (number > 0 ? '+' : '') + shown(number);

function figures(difference, versions, decided) {
  const compared = versions.length ? versions : null;
  const head = compared
    ? compared.map(version => element('th', { scope: 'col', class: 'number' }, `Versi ${version.no}`, version.no === decided ? element('small', {}, ' (berlaku)') : null))
    : [element('th', { scope: 'col', class: 'number' }, 'Jumlah kita')];
  return element('div', { class: 'cmp-scroll' }, element('table', { class: 'table c1-numbers cmp-table' },
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'Isian'), ...head, element('th', { scope: 'col', class: 'number' }, 'KPU'), element('th', { scope: 'col', class: 'number' }, 'Selisih'))),
    element('tbody', {}, ...difference.fields.map(field => element('tr', {},
      element('th', { scope: 'row' }, field.label),
      ...(compared
        ? compared.map(version => element('td', { class: version.no === decided ? 'number c1-differs' : 'number' }, shown(at(version.data, field.path))))
        : [element('td', { class: 'number c1-differs' }, shown(field.ours))]),
      element('td', { class: 'number c1-differs' }, shown(field.official)),
      element('td', { class: 'number' }, signed(field.difference)))))));
}

function history(versions) {
  return versions.length
    ? element('details', {}, element('summary', {}, `${versions.length} versi formulir kita`),
      element('ul', { class: 'c1-entries' }, ...versions.map(version => element('li', {},
        element('b', {}, `Versi ${version.no}`), `, ${version.reporter}, ${time(version.capturedAt)}`, version.reason ? `. Alasan: ${version.reason}` : ''))))
    : null;
}

function noteField() {
  const input = element('textarea', { class: 'form-control', rows: 2, maxlength: 500, id: 'trace-note' });
  const box = element('div', { class: 'form-field' }, element('label', { for: 'trace-note' }, 'Keterangan'),
    element('p', { class: 'form-note' }, 'Misalnya: di foto terbaca jelas 41, ditulis juga dengan huruf. Wajib bila sebabnya lain atau koreksi diminta.'), input);
  return { box, value: () => input.value.trim() };
}

/** Asks for a correction of ours: the numbers as they stand in the photo, for the fields that differ only. */
function correction(difference) {
  const inputs = difference.fields.map(field => [field.path, element('input', {
    type: 'text', inputmode: 'numeric', maxlength: 6, class: 'form-control', autocomplete: 'off', id: `trace-${field.path}`, 'aria-label': `${field.label} di foto`
  })]);
  const lines = element('div', { hidden: true }, element('p', { class: 'form-note' }, 'Tulis angka yang terbaca di foto. Catatan kita baru berubah setelah orang lain di desk memutuskan koreksinya.'),
    ...inputs.map(([, input], index) => element('label', { class: 'cmp-reading' }, element('span', {}, difference.fields[index].label), input)));
  const asked = element('input', { type: 'checkbox', id: 'trace-correction', onchange: () => (lines.hidden = !asked.checked) });
  return {
    box: element('div', { class: 'cmp-correction' }, element('label', { class: 'c1-also', for: 'trace-correction' }, asked, element('span', {}, 'Minta koreksi catatan kita')), lines),
    value() {
      if (!asked.checked) {
        return null;
      }
      const readings = {};
      for (const [path, input] of inputs) {
        const text = input.value.trim();
        if (text && !/^\d{1,6}$/.test(text)) {
          input.focus();
          throw new Refusal(422, { detail: 'Tulis angka seperti yang terbaca di foto, tanpa titik atau huruf.' });
        }
        if (text) {
          readings[path] = Number(text);
        }
      }
      return readings;
    }
  };
}

async function formOf(difference) {
  if (difference.place.level !== 'TPS') {
    return { versions: [], photos: [] };
  }
  const which = `?election=${encodeURIComponent(difference.election)}&round=${encodeURIComponent(difference.round)}`;
  return call('GET', `/api/c1/${encodeURIComponent(difference.race)}/${difference.place.code}${which}`);
}

export function start(camForm) {
  openTask(camForm, async ({ task, show }) => {
    const difference = await call('GET', `/api/official-differences/of-task/${encodeURIComponent(task.id)}`);
    const form = await formOf(difference);
    const station = difference.place.level === 'TPS';
    const cause = choice('cause', 'Apa penyebabnya?', CAUSES, null);
    const note = noteField();
    const asking = station ? correction(difference) : null;
    const right = element('div', {},
      element('p', { class: 'c1-lead' }, `${difference.fields.length} isian berbeda dari angka yang diterbitkan (${[difference.source, difference.publishedAt && time(difference.publishedAt)].filter(Boolean).join(', ')}).`),
      figures(difference, form.versions, form.decidedVersion), history(form.versions) ?? '', cause.box, asking?.box ?? '', note.box);
    const body = element('div', { class: 'c1-body' }, element('div', { class: 'c1-beside' },
      station ? viewer(form.photos) : element('p', { class: 'c1-empty' }, 'KPU menerbitkan angka tempat ini tanpa rincian TPS, jadi tidak ada satu foto. Cocokkan jumlah per TPS kita dengan angka KPU.'), right));
    show(element('header', { class: 'c1-head' }, element('b', {}, difference.place.name), element('span', {}, difference.raceName), element('span', {}, difference.district)), body);
    return async () => {
      if (!cause.value()) {
        cause.box.querySelector('input').focus();
        throw new Refusal(422, { detail: 'Penyebabnya belum dipilih.' });
      }
      await complete(camForm, { cause: cause.value(), note: note.value(), correction: asking?.value() ?? null });
      notify('Selisih ditelusuri', difference.place.name);
    };
  });
}
