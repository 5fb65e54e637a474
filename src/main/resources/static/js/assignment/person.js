// One person to be named: picked from the district's people, or typed.
import { call, element, say } from '../api.js';

let number = 0;

const FIELDS = [
  ['name', say('Nama lengkap', 'Full name'), { type: 'text', maxlength: 100, autocomplete: 'off' }],
  ['phone', say('Telepon', 'Telephone'), { type: 'tel', maxlength: 40, inputmode: 'tel' }],
  ['email', say('Surel (boleh kosong)', 'E-mail (may be empty)'), { type: 'email', maxlength: 120 }],
  ['nip', say('NIP (boleh kosong)', 'NIP (may be empty)'), { type: 'text', maxlength: 24, inputmode: 'numeric' }],
  ['position', say('Jabatan (boleh kosong)', 'Position (may be empty)'), { type: 'text', maxlength: 100 }]
];

/** Offers people of the district while a name is typed; one that is chosen brings the user name along. */
function suggest(at, input, chosen) {
  const options = element('datalist', { id: `asg-people-${number}` });
  input.setAttribute('list', options.id);
  let found = [];
  let waiting;
  input.addEventListener('input', () => {
    const hit = found.find(one => `${one.name} · ${one.username}` === input.value);
    if (hit) {
      input.value = hit.name;
      chosen(hit.username);
      return;
    }
    chosen(null);
    clearTimeout(waiting);
    const text = input.value.trim();
    if (text.length >= 2) {
      waiting = setTimeout(async () => {
        found = await call('GET', at.path('/people', `&q=${encodeURIComponent(text)}`)).catch(() => []);
        options.replaceChildren(...found.map(one => element('option', { value: `${one.name} · ${one.username}` })));
      }, 250);
    }
  });
  return options;
}

/** @param given what was typed before; with {@code tps} for an officer of one TPS */
export function personRow(at, village, given, remove) {
  number += 1;
  const inputs = {};
  const errors = {};
  let username = given.username ?? null;
  const note = element('p', { class: 'asg-picked', hidden: !username });
  const cells = FIELDS.map(([key, label, more]) => {
    inputs[key] = element('input', { class: 'form-control', name: key, value: given[key] ?? '', ...more });
    errors[key] = element('span', { class: 'field-error', hidden: true });
    return element('label', { class: `asg-${key}` }, label, inputs[key], errors[key]);
  });
  const choose = picked => {
    username = picked;
    note.hidden = !picked;
    note.textContent = picked ? say(`Sudah terdaftar sebagai ${picked}; telepon dan NIP boleh dikosongkan.`, `Registered as ${picked}; telephone and NIP may stay empty.`) : '';
  };
  choose(username);
  const tps = given.tps === undefined || given.tps === null ? null
    : element('select', { class: 'form-control', name: 'tps' }, ...village.stations.map(code => element('option', { value: code, selected: code === given.tps }, `TPS ${code.slice(10)}`)));
  const tpsError = element('span', { class: 'field-error', hidden: true });
  const box = element('fieldset', { class: 'asg-person' },
    element('legend', {}, tps ? say('Petugas TPS', 'Officer of a TPS') : say('Admin desa', 'Admin of the village')),
    tps ? element('label', {}, 'TPS', tps, tpsError) : null,
    ...cells, suggest(at, inputs.name, choose), note,
    element('button', { type: 'button', class: 'btn btn-link link-button', onclick: remove }, say('Batal tambah', 'Take away')));

  const field = key => (key === 'tps' ? [tps, tpsError] : [inputs[key] ?? inputs.name, errors[key] ?? errors.name]);
  return {
    box,
    focus: () => (tps ?? inputs.name).focus(),
    empty: () => FIELDS.every(([key]) => !inputs[key].value.trim()),
    read: () => ({ tps: tps?.value ?? null, username, ...Object.fromEntries(FIELDS.map(([key]) => [key, inputs[key].value.trim() || null])) }),
    clear() {
      for (const key of [...Object.keys(inputs), 'tps']) {
        const [input, error] = field(key);
        input?.removeAttribute('aria-invalid');
        error.hidden = true;
      }
    },
    mark(key, message) {
      const [input, error] = field(key);
      (input ?? inputs.name).setAttribute('aria-invalid', 'true');
      const shown = input ? error : errors.name;
      shown.textContent = message;
      shown.hidden = false;
    }
  };
}
