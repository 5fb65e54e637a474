// The desk chooses what goes to whom, or lets it be.
import { area, call, element, facts, field, history, open, required, Refusal } from './list.js';

function draw(body, { whole }) {
  const { list } = whole;
  return call('GET', '/api/risks/indicators').then(indicators => {
    const wanted = new Set(list.indicators.map(one => one.code));
    const agency = field('Instansi penerima', element('input', { type: 'text', class: 'form-control', value: list.agency, list: 'risk-agencies', autocomplete: 'off' }),
      'Kode instansi, misalnya bpbd, diskominfo, polri.');
    const owners = [...new Set(indicators.map(one => one.owner))].filter(owner => owner !== 'desk');
    const region = field('Wilayah', element('input', { type: 'text', class: 'form-control', value: list.region, autocomplete: 'off' }), 'Kode wilayah, misalnya 36.04 atau 36.04.05.');
    const note = area('Pesan untuk instansi', 'Boleh kosong.');
    note.input.value = list.note ?? '';
    const boxes = indicators.filter(one => one.active).map(one => {
      const input = element('input', { type: 'checkbox', value: one.code, checked: wanted.has(one.code) });
      return { input, row: element('label', { class: 'choice' }, input, element('span', {}, `${one.name} (${one.owner})`)) };
    });
    const count = element('p', { class: 'form-note', 'aria-live': 'polite' }, `${list.rows} baris akan diserahkan.`);
    const cancel = element('input', { type: 'checkbox', id: 'risk-cancel' });
    const reason = area('Alasan membatalkan', 'Dibaca orang lain di riwayat.');
    const choice = element('div', {}, agency.box, element('datalist', { id: 'risk-agencies' }, ...owners.map(owner => element('option', { value: owner }))), region.box,
      element('fieldset', { class: 'c1-choices' }, element('legend', {}, 'Indikator'), ...boxes.map(box => box.row)), count, note.box);
    const codes = () => boxes.filter(box => box.input.checked).map(box => box.input.value);
    const recount = async () => {
      if (!codes().length || !agency.input.value.trim()) {
        count.textContent = 'Pilih instansi dan sedikitnya satu indikator.';
        return;
      }
      const query = new URLSearchParams({ agency: agency.input.value.trim(), region: region.input.value.trim() });
      codes().forEach(code => query.append('indicator', code));
      try {
        const found = await call('GET', `/api/risk-handovers/preview?${query}`);
        count.textContent = `${found.rows} baris akan diserahkan.`;
      } catch (problem) {
        count.textContent = problem.message;
      }
    };
    choice.addEventListener('change', recount);
    reason.box.hidden = true;
    cancel.addEventListener('change', () => {
      reason.box.hidden = !cancel.checked;
      choice.hidden = cancel.checked;
    });
    body.append(facts(whole), history(whole), choice, element('label', { class: 'choice' }, cancel, element('span', {}, 'Tidak jadi diserahkan')), reason.box);

    return () => {
      if (cancel.checked) {
        return { data: { withdraw: true, reason: required(reason, 'Tulis alasannya dulu.') }, message: ['Penyerahan dibatalkan', list.place] };
      }
      const to = required(agency, 'Pilih instansi penerima.');
      if (!codes().length) {
        throw new Refusal(422, { detail: 'Pilih sedikitnya satu indikator.' });
      }
      return {
        data: { agency: to, indicators: codes(), region: region.input.value.trim(), note: note.input.value.trim() || null },
        message: ['Daftar diserahkan', `${to.toUpperCase()}, ${list.place}`]
      };
    };
  });
}

export function start(camForm) {
  open(camForm, draw);
}
