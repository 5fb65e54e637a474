// The agency writes down what it does, with dates, part by part; the task is finished once everything on the list is covered and carried out.
import { call, element, facts, history, notify, open, rows, Refusal } from './list.js';

function line(places, indicators, known = {}) {
  const id = known.id ?? crypto.randomUUID();
  const options = known.region && !places.some(([code]) => code === known.region) ? [...places, [known.region, known.place]] : places;
  const place = element('select', { class: 'form-control', 'aria-label': 'Tempat' }, ...options.map(([code, name]) => element('option', { value: code, selected: code === known.region }, name)));
  const indicator = element('select', { class: 'form-control', 'aria-label': 'Kerawanan' }, element('option', { value: '' }, 'Semua kerawanan'),
    ...indicators.map(one => element('option', { value: one.code, selected: one.code === known.indicator }, one.name)));
  const what = element('textarea', { class: 'form-control risk-what', rows: 2, maxlength: 500, 'aria-label': 'Tindakan', placeholder: 'Tindakan, misalnya: siapkan dua pompa dan tenda cadangan' });
  what.value = known.what ?? '';
  const due = element('input', { type: 'date', class: 'form-control', 'aria-label': 'Rencana tanggal', value: known.dueOn });
  const done = element('input', { type: 'date', class: 'form-control', 'aria-label': 'Dilaksanakan tanggal', value: known.doneOn });
  const drop = element('input', { type: 'checkbox' });
  const labelled = (label, input) => element('label', { class: 'risk-cell' }, element('span', {}, label), input);
  const box = element('fieldset', { class: 'risk-measure' }, labelled('Tempat', place), indicators.length > 1 ? labelled('Kerawanan', indicator) : null, labelled('Tindakan', what),
    element('div', { class: 'form-columns' }, labelled('Rencana', due), labelled('Dilaksanakan', done)),
    element('label', { class: 'choice' }, drop, element('span', {}, 'Hapus baris ini')));
  return {
    box,
    empty: () => !known.id && !what.value.trim() && !due.value,
    value: () => ({ id, region: place.value, indicator: indicator.value || null, what: what.value.trim(), dueOn: due.value || null, doneOn: done.value || null, dropped: drop.checked })
  };
}

async function places(list) {
  const found = await call('GET', `/api/risk-handovers/${list.id}/items?page=0&size=500`);
  const all = new Map([[list.region, `Seluruh daftar (${list.place})`]]);
  found.items.forEach(row => all.set(row.code, row.place));
  return [...all];
}

async function draw(body, { whole, tell, quiet }) {
  const { list } = whole;
  const [choices, table] = [await places(list), rows(list)];
  const own = whole.measures.filter(measure => measure.agency === list.agency);
  const lines = (own.length ? own : [{}]).map(measure => line(choices, list.indicators, measure));
  const holder = element('div', {}, ...lines.map(one => one.box));
  const stand = element('p', { class: 'form-note', 'aria-live': 'polite' });
  const say = missing => (stand.textContent = missing ? `${missing} baris daftar belum punya tindakan.` : 'Semua baris daftar sudah punya tindakan.');
  const values = () => lines.filter(one => !one.empty()).map(one => one.value());
  const save = async () => {
    quiet();
    try {
      const saved = await call('PUT', `/api/risk-handovers/${list.id}/measures`, { measures: values() });
      say(saved.uncovered);
      notify('Tindakan tersimpan', list.place);
    } catch (problem) {
      tell(problem);
    }
  };
  say(whole.uncovered);
  body.append(facts(whole), history(whole), element('details', {}, element('summary', {}, `Isi daftar (${list.rows} baris)`), table.box),
    element('h4', {}, 'Tindakan mitigasi'),
    element('p', { class: 'form-note' }, 'Satu tindakan boleh untuk seluruh daftar atau untuk satu tempat. "Simpan dulu" menyimpan tanpa menyelesaikan tugas.'),
    holder,
    element('div', { class: 'risk-buttons' },
      element('button', { type: 'button', class: 'btn btn-default', onclick: () => {
        const next = line(choices, list.indicators);
        lines.push(next);
        holder.append(next.box);
        next.box.querySelector('textarea').focus();
      } }, 'Tambah tindakan'),
      element('button', { type: 'button', class: 'btn btn-default risk-save', onclick: save }, 'Simpan dulu')),
    stand);
  table.load();
  return () => {
    if (!values().length) {
      throw new Refusal(422, { detail: 'Tulis sedikitnya satu tindakan.' });
    }
    return { data: { measures: values() }, message: ['Mitigasi selesai', list.place] };
  };
}

export function start(camForm) {
  open(camForm, draw);
}
