// Naming people for the villages of one district: in Tasklist and on our own page.
import { call, element, Refusal, say } from '../api.js';
import { fileBox } from './file.js';
import { personRow } from './person.js';

function badge(village) {
  if (!village.stations.length) {
    return ['badge-info', say('Tidak ada TPS, tidak perlu admin', 'No TPS, no admin needed')];
  }
  if (village.covered) {
    return ['badge-ok', say('Sudah ada', 'Somebody')];
  }
  return village.missing.length
    ? ['badge-warn', say('Belum ada untuk TPS ', 'Nobody yet for TPS ') + village.missing.map(code => code.slice(10)).join(', ')]
    : ['badge-bad', say('Belum ada', 'Nobody yet')];
}

function present(person) {
  return element('li', {}, element('b', {}, person.name), ` · ${person.tps ? `TPS ${person.tps.slice(10)}` : say('admin desa', 'admin of the village')} · ${person.phone ?? say('tanpa telepon', 'no telephone')} · ${person.username}`,
    person.skNumber ? null : element('em', {}, say(' · nomor SK belum diisi', ' · number of the decree missing')));
}

/** What was typed and is not yet stored: names and numbers of people, so that it is kept no longer than the tab. */
function draftOf(key) {
  const name = `desk-assignment:${key}`;
  let stored = {};
  try {
    stored = JSON.parse(sessionStorage.getItem(name)) ?? {};
  } catch {
    sessionStorage.removeItem(name);
  }
  return { stored, keep: draft => sessionStorage.setItem(name, JSON.stringify(draft)), forget: () => sessionStorage.removeItem(name) };
}

export function editor(at, first, { onlyGaps = false } = {}) {
  const draft = draftOf(at.key);
  const said = element('p', { class: 'asg-said', role: 'status', hidden: true });
  const skNumber = element('input', { type: 'text', class: 'form-control', maxlength: 80, name: 'skNumber', value: draft.stored.skNumber ?? first.skNumber ?? '' });
  const skDate = element('input', { type: 'date', class: 'form-control', name: 'skDate', value: draft.stored.skDate ?? first.skDate ?? '' });
  const list = element('div', {});
  const rows = new Map();

  const collect = () => ({
    skNumber: skNumber.value.trim(),
    skDate: skDate.value || null,
    villages: [...rows].map(([village, people]) => ({ village, people: people.filter(row => !row.empty()).map(row => row.read()) })).filter(one => one.people.length)
  });
  const keep = () => draft.keep(collect());

  function add(village, box, given) {
    const row = personRow(at, village, given, () => {
      rows.set(village.village, rows.get(village.village).filter(one => one !== row));
      row.box.remove();
      keep();
    });
    rows.get(village.village).push(row);
    box.append(row.box);
    return row;
  }

  function section(village, drafted) {
    const [kind, text] = badge(village);
    const people = element('div', {});
    rows.set(village.village, []);
    const box = element('details', { class: 'asg-village', open: (village.stations.length && !village.covered) || drafted.length > 0, 'data-village': village.village },
      element('summary', {}, element('b', {}, village.name), ' ', element('span', { class: `badge ${kind}` }, text)),
      village.people.length ? element('ul', { class: 'asg-people' }, ...village.people.map(present)) : null,
      people);
    if (village.stations.length) {
      box.append(element('div', { class: 'asg-add' },
        element('button', { type: 'button', class: 'btn btn-default button-quiet', onclick: () => add(village, people, {}).focus() }, say('+ Admin desa', '+ Admin of the village')),
        element('button', { type: 'button', class: 'btn btn-default button-quiet', onclick: () => add(village, people, { tps: village.missing[0] ?? village.stations[0] }).focus() }, say('+ Petugas TPS', '+ Officer of a TPS'))));
      drafted.forEach(person => add(village, people, person));
      if (!village.covered && !village.people.length && !drafted.length) {
        add(village, people, {});
      }
    }
    return box;
  }

  function draw(view, people) {
    rows.clear();
    const shown = onlyGaps ? view.villages.filter(village => village.stations.length && !village.covered) : view.villages;
    list.replaceChildren(...shown.map(village => section(village, people.find(one => one.village === village.village)?.people ?? [])));
    if (!shown.length) {
      list.append(element('p', { class: 'c1-empty' }, say('Semua desa sudah ada adminnya.', 'Every village has its admin.')));
    }
  }

  function mark(sent, errors) {
    for (const error of errors) {
      const found = /^villages\[(\d+)]\.people\[(\d+)]\.(\w+)$/.exec(error.field ?? '');
      const village = found && sent.villages[found[1]];
      const row = village && rows.get(village.village).filter(one => !one.empty())[found[2]];
      row?.mark(found[3], error.message);
    }
    list.querySelector('[aria-invalid]')?.focus();
  }

  async function save() {
    const entry = collect();
    rows.forEach(people => people.forEach(row => row.clear()));
    keep();
    if (!entry.villages.length && entry.skNumber === (first.skNumber ?? '') && entry.skDate === (first.skDate ?? null)) {
      return first;
    }
    // A decree that became known later is written to everybody who has none yet.
    for (const village of first.villages) {
      const without = village.people.filter(person => !person.skNumber && entry.skNumber);
      const own = entry.villages.find(one => one.village === village.village);
      const named = without.map(person => ({ tps: person.tps, username: person.username }));
      if (own) {
        own.people.push(...named);
      } else if (named.length) {
        entry.villages.push({ village: village.village, people: named });
      }
    }
    try {
      first = await call('PUT', at.path(), entry);
    } catch (problem) {
      mark(entry, problem.errors ?? []);
      throw problem.errors?.length ? new Refusal(problem.status, { detail: `${problem.message} ${say('Yang lain belum disimpan; isian Anda tetap ada.', 'Nothing else was saved; what you typed is still here.')}`, errors: problem.errors, code: problem.code }) : problem;
    }
    draft.forget();
    draw(first, []);
    return first;
  }

  const button = element('button', { type: 'button', class: 'btn btn-primary', onclick: async () => {
    said.hidden = false;
    said.className = 'asg-said';
    said.textContent = say('Menyimpan…', 'Saving…');
    try {
      const view = await save();
      said.textContent = view.gaps ? say(`Tersimpan. Masih ${view.gaps} desa tanpa admin.`, `Saved. ${view.gaps} villages still without an admin.`) : say('Tersimpan. Semua desa sudah ada adminnya.', 'Saved. Every village has its admin.');
    } catch (problem) {
      said.className = 'asg-said asg-bad';
      said.textContent = problem.message;
    }
  } }, say('Simpan dulu', 'Save'));

  const box = element('div', { class: 'asg' },
    element('p', { class: 'c1-lead' }, say('Setiap desa perlu satu admin atau lebih, atau satu petugas untuk tiap TPS. Boleh disimpan sebagian dan dilanjutkan nanti. Akun dibuat saat disimpan.', 'Every village needs one admin or more, or one officer for each TPS. A part may be saved and the rest done later. Accounts are made when it is saved.')),
    element('div', { class: 'form-columns' }, element('label', {}, say('Nomor SK', 'Number of the decree'), skNumber), element('label', {}, say('Tanggal SK', 'Date of the decree'), skDate)),
    fileBox(at, async () => {
      first = await call('GET', at.path());
      draw(first, collect().villages);
    }),
    list, element('div', { class: 'asg-save' }, button, said));
  box.addEventListener('input', keep);
  draw(first, draft.stored.villages ?? []);
  return { box, save };
}
