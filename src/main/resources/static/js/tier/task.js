// What the tasks about reports share: finding the report of a task, having it compiled again, signing.
import { call, element, Refusal } from '../api.js';
import { openTask } from '../task.js';
import { figures, heading } from './sheet.js';
import { CAPACITIES } from './words.js';

/** Election, round, slot and place of a business key. */
export function place(subject) {
  const [election, round, slot, area] = subject.split('/');
  return { election, round, slot, region: area.replace(/(..)(?=.)/g, '$1.') };
}

export function read(subject) {
  return call('GET', `/api/tier-reports/sheet?${new URLSearchParams(place(subject))}`);
}

let fields = 0;

export function field(label, hint, input) {
  input.id = `tier-${(fields += 1)}`;
  const box = element('div', { class: 'form-field' }, element('label', { for: input.id }, label), hint ? element('p', { class: 'form-note' }, hint) : null, input);
  return { box, input, value: () => input.value.trim() };
}

export function area(label, hint, longest, rows = 3) {
  const one = field(label, hint, element('textarea', { class: 'form-control', rows, maxlength: longest }));
  const left = element('div', { class: 'tier-left', 'aria-live': 'off' });
  const count = () => (left.textContent = `${[...one.input.value].length} dari ${longest} huruf`);
  one.input.addEventListener('input', count);
  count();
  one.box.append(left);
  return one;
}

function filled(one, complaint, shortest = 1) {
  const text = one.value();
  if (text.length < shortest) {
    one.input.focus();
    throw new Refusal(422, { detail: complaint });
  }
  return text;
}

/** A reason or an outcome, which others read. */
export function required(one, complaint) {
  return filled(one, complaint, 5);
}

export function choices(legend, name, list, chosen, changed) {
  const inputs = list.map(([value]) => element('input', { type: 'radio', name, value, checked: value === chosen, onchange: () => changed?.(value) }));
  return {
    box: element('fieldset', { class: 'c1-choices' }, element('legend', {}, legend), ...list.map(([, label], index) => element('label', {}, inputs[index], ' ', element('span', {}, ` ${label}`)))),
    value: () => inputs.find(input => input.checked)?.value ?? '',
  };
}

const text = (value, longest, more = {}) => element('input', { type: 'text', class: 'form-control', value: value ?? '', maxlength: longest, autocomplete: 'off', ...more });

/** The block of the signature: who signs is whoever is signed in; in which capacity they say. */
export function signing({ signer }, remarksLabel, remarksHint) {
  const onBehalf = field('Atas nama jabatan', 'Jabatan yang diwakili, misalnya Camat Kramatwatu.', text('', 160));
  onBehalf.box.hidden = true;
  const capacity = choices('Menandatangani sebagai', 'tier-capacity', CAPACITIES, 'DEFINITIVE', value => (onBehalf.box.hidden = value !== 'AN'));
  const position = field('Jabatan', 'Jabatan Anda sendiri.', text(signer.position, 160));
  const rank = field('Pangkat/golongan', null, text(signer.rank, 80));
  const nip = field('NIP', null, text(signer.nip, 23, { inputmode: 'numeric' }));
  const remarks = area(remarksLabel, remarksHint, 2000);
  return {
    box: element('div', {}, remarks.box, capacity.box, onBehalf.box,
      element('p', { class: 'form-note' }, 'Ditandatangani oleh ', element('b', {}, signer.name), '. Bukan tanda tangan elektronik tersertifikasi: instalasi ini menyegel laporan dan mencatat persetujuan Anda.'),
      element('div', { class: 'tier-two' }, position.box, rank.box, nip.box)),
    value() {
      const forAnother = capacity.value() === 'AN';
      if (forAnother) filled(onBehalf, 'Tulis jabatan yang diwakili.');
      filled(position, 'Tulis jabatan Anda.');
      return {
        capacity: capacity.value(), position: position.value(), rank: rank.value(), nip: nip.value(), remarks: remarks.value(),
        ...(forAnother ? { onBehalfOf: onBehalf.value() } : {}),
      };
    },
  };
}

/**
 * Draws a report and what is decided about it; what was typed stays when the figures are compiled again.
 *
 * @param parts gets the sheet once and answers {@code box}, {@code submit(sheet)} and, where it shows more of the figures, {@code redraw(sheet)}
 */
export function open(camForm, { again }, parts) {
  openTask(camForm, async ({ task, show, tell, quiet }) => {
    let sheet = await read(task.subject);
    const head = element('div', {});
    const body = element('div', {});
    const decision = await parts(sheet, task);
    const draw = () => {
      head.replaceChildren(...heading(sheet));
      body.replaceChildren(...figures(sheet));
      decision.redraw?.(sheet);
    };
    const button = element('button', { type: 'button', class: 'btn btn-default tier-again', onclick: async () => {
      quiet();
      button.disabled = true;
      try {
        await call('POST', `/api/tier-reports/${sheet.report}/recompile`);
        sheet = await read(task.subject);
        draw();
      } catch (problem) {
        tell(problem);
      }
      button.disabled = false;
    } }, 'Angka sudah bergerak? Susun ulang sekarang');
    draw();
    show(element('header', { class: 'c1-head' }, element('b', {}, task.name)), element('div', { class: 'c1-body' }, head, again ? button : '', body, decision.box));
    return () => decision.submit(sheet);
  });
}
