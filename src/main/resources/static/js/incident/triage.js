// The desk judges an incident: how grave, who is sent; or it was none, or another report of the same.
import { AGENCIES, SEVERITIES, agency, area, done, element, open, Refusal, required, time, told } from './task.js';

function draw(body, { whole }) {
  const { incident, duplicates, proposedAgencies } = whole;
  const radios = ['HANDLE', 'REJECT', ...(duplicates.length ? ['MERGE'] : [])].map(value => element('input', { type: 'radio', name: 'incident-decision', value, checked: value === 'HANDLE' }));
  const labels = { HANDLE: 'Benar, tangani', REJECT: 'Bukan kejadian', MERGE: 'Sudah dilaporkan, gabungkan' };
  const severity = element('select', { class: 'form-control', id: 'incident-severity' }, ...SEVERITIES.map(([value, label]) => element('option', { value, selected: Number(value) === incident.severity }, label)));
  const there = whole.dispatches.filter(one => !['DECLINED', 'WITHDRAWN'].includes(one.state)).map(one => one.agency);
  const codes = [...new Set([...proposedAgencies, ...Object.keys(AGENCIES)])];
  const agencies = codes.map(value => element('input', { type: 'checkbox', value, checked: proposedAgencies.includes(value) || there.includes(value), disabled: there.includes(value) }));
  const note = area('Catatan untuk desk (boleh kosong)');
  const handling = element('div', {},
    element('div', { class: 'form-field' }, element('label', { for: 'incident-severity' }, 'Tingkat'), severity),
    element('fieldset', { class: 'c1-choices' }, element('legend', {}, 'Instansi yang ditugaskan'),
      ...codes.map((code, at) => element('label', {}, agencies[at], element('span', {}, agency(code) + (there.includes(code) ? ' (sudah ditugaskan)' : ''))))),
    note.box);
  const reason = area('Alasan', 'Misalnya: salah kirim, atau latihan.');
  const same = duplicates.map((one, at) => element('input', { type: 'radio', name: 'incident-same', value: one.id, checked: at === 0 }));
  const merging = element('fieldset', { class: 'c1-choices' }, element('legend', {}, 'Sama dengan'),
    ...duplicates.map((one, at) => element('label', {}, same[at], element('span', {}, `${one.number}, ${one.place}, ${time(one.reportedAt)}: ${one.summary}`))));
  const parts = { HANDLE: handling, REJECT: reason.box, MERGE: merging };
  const chosen = () => radios.find(radio => radio.checked)?.value;
  const show = () => Object.entries(parts).forEach(([value, part]) => (part.hidden = value !== chosen()));
  const choice = element('fieldset', { class: 'c1-choices' }, element('legend', {}, 'Penilaian'),
    ...radios.map(radio => element('label', {}, radio, element('span', {}, labels[radio.value]))));
  choice.addEventListener('change', show);
  show();
  body.append(told(whole), done(whole), choice, handling, reason.box, merging);
  const data = {
    HANDLE: () => ({ decision: 'HANDLE', severity: Number(severity.value), agencies: agencies.filter(one => one.checked && !one.disabled).map(one => one.value), note: note.input.value.trim() }),
    REJECT: () => ({ decision: 'REJECT', reason: required(reason, 'Tulis alasannya dulu.') }),
    MERGE: () => ({ decision: 'MERGE', into: Number(same.find(one => one.checked).value) })
  };
  return () => {
    if (!chosen()) {
      throw new Refusal(422, { detail: 'Pilih penilaian dulu.' });
    }
    return { data: data[chosen()](), message: ['Penilaian tersimpan', incident.number] };
  };
}

export function start(camForm) {
  open(camForm, draw);
}
