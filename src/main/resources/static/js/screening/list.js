// The health service's list inside Tasklist: each row is stored by itself as soon as it is complete, over the same address that programs use.
import { call, element } from '../c1/desk.js';
import { complete, notify, openTask } from '../task.js';
import { today } from '../zone.js';

const SIZE = 25;
const RESULTS = [['', 'belum diskrining'], ['NOT_AT_RISK', 'tidak berisiko'], ['AT_RISK', 'berisiko']];
const INSURANCE = [['', 'tidak diketahui'], ['true', 'aktif'], ['false', 'tidak aktif']];

function select(label, options, chosen) {
  return element('select', { class: 'form-control', 'aria-label': label },
    ...options.map(([value, text]) => element('option', { value, selected: value === chosen }, text)));
}

function row(officer) {
  const day = element('input', { type: 'date', class: 'form-control', value: officer.screenedOn ?? today(), 'aria-label': `Tanggal skrining ${officer.name}` });
  const result = select(`Hasil ${officer.name}`, RESULTS, officer.result ?? '');
  const insurance = select(`JKN ${officer.name}`, INSURANCE, officer.insuranceActive === undefined ? '' : String(officer.insuranceActive));
  const done = element('input', { type: 'checkbox', checked: officer.followUpDone, 'aria-label': `Rujukan ${officer.name} sudah ditindaklanjuti` });
  const state = element('small', { role: 'status' });
  const store = async () => {
    done.disabled = result.value !== 'AT_RISK';
    if (!result.value) {
      return;
    }
    state.textContent = 'menyimpan…';
    try {
      await call('PUT', `/api/screenings/${officer.id}`, {
        screenedOn: day.value, result: result.value,
        insuranceActive: insurance.value === '' ? null : insurance.value === 'true',
        followUpDone: result.value === 'AT_RISK' && done.checked
      });
      state.textContent = 'tersimpan';
    } catch (problem) {
      state.textContent = problem.errors?.[0]?.message ?? problem.message;
    }
  };
  done.disabled = officer.result !== 'AT_RISK';
  [day, result, insurance, done].forEach(input => input.addEventListener('change', store));
  return [
    element('tr', {}, element('th', { scope: 'rowgroup', colspan: 3 }, officer.name, ' ', element('small', {}, `${officer.duty} · ${officer.place}`)), element('td', {}, state)),
    element('tr', {}, element('td', {}, day), element('td', {}, result), element('td', {}, insurance), element('td', {}, done))];
}

async function draw(box, puskesmas, following) {
  const state = following ? '&state=FOLLOW_UP_OPEN' : '';
  const table = element('tbody');
  const pager = element('p', { class: 'c1-tools' });
  const show = async page => {
    const found = await call('GET', `/api/screenings?puskesmas=${puskesmas}&page=${page}&size=${SIZE}${state}`);
    table.replaceChildren(...found.items.flatMap(row));
    const pages = Math.max(1, Math.ceil(found.total / SIZE));
    const turn = (label, to) => element('button', { type: 'button', class: 'btn btn-default', disabled: to < 0 || to >= pages, onclick: () => show(to) }, label);
    pager.replaceChildren(...(pages === 1 ? [] : [turn('Sebelumnya', page - 1), ` ${page + 1} dari ${pages} `, turn('Berikutnya', page + 1)]));
  };
  await show(0);
  box.append(
    element('p', { class: 'c1-lead' }, following ? 'Petugas yang berisiko dan rujukannya belum ditindaklanjuti.' : 'Isi hanya hasil akhirnya. Diagnosis tidak boleh ditulis di mana pun.'),
    element('table', { class: 'table' }, element('thead', {}, element('tr', {}, ...['Tanggal', 'Hasil', 'JKN', 'Rujukan selesai'].map(text => element('th', { scope: 'col' }, text)))), table),
    pager);
}

export function start(camForm) {
  openTask(camForm, async ({ task, show }) => {
    const accept = element('input', { type: 'checkbox', id: 'accept-unscreened' });
    const following = task.key === 'follow-up-referrals';
    const body = element('div', { class: 'c1-body' });
    show(body);
    await draw(body, encodeURIComponent(task.subject.split('/')[2]), following);
    if (!following) {
      body.append(element('label', { class: 'c1-also' }, accept, element('span', {}, ' Petugas yang belum diskrining memang tidak dapat diskrining; selesaikan tugas ini.')));
    }
    return async () => {
      try {
        await complete(camForm, accept.checked ? { acceptUnscreened: true } : {});
        notify('Tersimpan', 'Tugas selesai.');
      } catch (problem) {
        // The last row stored has finished the task already.
        if (problem.status !== 410) throw problem;
      }
    };
  });
}
