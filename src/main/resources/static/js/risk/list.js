// What the forms about a list of vulnerable places share: the list itself, and finishing the task.
import { call, element, notify, Refusal } from '../c1/desk.js';
import { complete, openTask } from '../task.js';
import { dayAndTime as time } from '../zone.js';

export { call, element, notify, Refusal, time };

const LEVELS = { HIGH: 'Rawan tinggi', MEDIUM: 'Rawan sedang', LOW: 'Rawan rendah' };

export function field(label, input, hint) {
  const id = input.id || `risk-${Math.random().toString(36).slice(2)}`;
  input.id = id;
  const error = element('p', { class: 'field-error', hidden: true });
  return {
    box: element('div', { class: 'form-field' }, element('label', { for: id }, label), hint ? element('p', { class: 'form-note' }, hint) : null, input, error),
    input,
    say(text) {
      error.textContent = text;
      error.hidden = !text;
      input.toggleAttribute('aria-invalid', Boolean(text));
    }
  };
}

export function area(label, hint, attributes = {}) {
  return field(label, element('textarea', { class: 'form-control', rows: 2, maxlength: 500, ...attributes }), hint);
}

/** Text of a field that must not be empty. */
export function required(one, complaint) {
  const text = one.input.value.trim();
  one.say(text ? '' : complaint);
  if (!text) {
    one.input.focus();
    throw new Refusal(422, { detail: complaint });
  }
  return text;
}

/** The rows of a list, a page at a time. */
export function rows(list) {
  const body = element('tbody', {});
  const more = element('button', { type: 'button', class: 'btn btn-default', onclick: () => load() }, 'Tampilkan baris berikutnya');
  const box = element('div', {}, element('table', { class: 'table risk-rows' },
    element('thead', {}, element('tr', {}, ...['Tempat', 'Kerawanan', 'Catatan', 'Tindakan'].map(name => element('th', { scope: 'col' }, name)))), body), more);
  let page = 0;
  const load = async () => {
    const found = await call('GET', `/api/risk-handovers/${list.id}/items?page=${page}&size=50`);
    page += 1;
    body.append(...found.items.map(row => element('tr', {},
      element('th', { scope: 'row' }, row.place, element('small', {}, ` ${row.code}`)),
      element('td', {}, row.name, row.level ? element('small', {}, ` · ${LEVELS[row.level] ?? row.level}`) : null),
      element('td', {}, row.note ?? ''),
      element('td', {}, row.covered ? 'ada' : 'belum ada'))));
    more.hidden = page * found.size >= found.total;
  };
  more.hidden = true;
  return { box, load };
}

export function head(whole) {
  const { list } = whole;
  return element('header', { class: 'c1-head' }, element('b', {}, `${list.agencyName}: ${list.place}`),
    element('span', {}, `${list.indicators.map(one => one.name).join(', ')} · ${list.rows} baris`));
}

export function facts(whole) {
  const { list } = whole;
  return element('dl', { class: 'facts' },
    ...(list.handedAt ? [element('dt', {}, 'Diserahkan'), element('dd', {}, `${time(list.handedAt)}${list.handedBy ? `, ${list.handedBy}` : ''}`)] : []),
    element('dt', {}, 'Batas konfirmasi'), element('dd', {}, time(list.acknowledgeBy)),
    element('dt', {}, 'Batas tindakan'), element('dd', {}, time(list.measuresBy)),
    ...(list.note ? [element('dt', {}, 'Pesan desk'), element('dd', {}, list.note)] : []));
}

const STEPS = { PROPOSED: 'Disiapkan', HANDED: 'Diserahkan', ACKNOWLEDGED: 'Dikonfirmasi', DECLINED: 'Ditolak', LATE: 'Lewat batas waktu', CALLED: 'Instansi dihubungi', TAKEN_BACK: 'Ditarik desk', MEASURES: 'Tindakan disimpan', DONE: 'Selesai', WITHDRAWN: 'Dibatalkan' };

export function history(whole) {
  return element('details', { open: whole.steps.some(step => ['DECLINED', 'TAKEN_BACK', 'LATE'].includes(step.step)) }, element('summary', {}, 'Riwayat daftar ini'),
    element('ul', { class: 'bullets' }, ...whole.steps.map(step => element('li', {},
      element('b', {}, STEPS[step.step] ?? step.step), ` (${step.agency.toUpperCase()}), ${time(step.at)}${step.by ? `, ${step.by}` : ''}`,
      step.detail && !['LATE', 'HANDED', 'MEASURES'].includes(step.step) ? `: ${step.detail}` : ''))));
}

/** @param draw puts the form into a box and answers what the button sends; it may be asynchronous and throws what went wrong */
export function open(camForm, draw) {
  openTask(camForm, async ({ task, show, tell, quiet }) => {
    const whole = await call('GET', `/api/risk-handovers/${task.subject.split('/')[2]}`);
    const body = element('div', { class: 'c1-body' });
    show(head(whole), body);
    const answer = await draw(body, { task, whole, tell, quiet });
    return async () => {
      const { data, message } = await answer();
      await complete(camForm, data);
      notify(message[0], message[1]);
    };
  });
}

