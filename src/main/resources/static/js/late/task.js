// Tasklist: "Hubungi yang belum lapor". The list is live, and the task ends by itself with the last report or excuse.
import { call, dress, element, root } from '../api.js';
import { complete, openTask } from '../task.js';
import { copyButton } from './copy.js';

dress();

const AT_ONCE = 100;

function place(subject) {
  const [election, round, kind, slot, race, district] = subject.split('/');
  const at = { election, round, kind, slot, region: `${district.slice(0, 2)}.${district.slice(2, 4)}.${district.slice(4)}` };
  return race === '-' ? at : { ...at, race };
}

function person(one) {
  return element('div', { class: 'call-person' },
    element('b', { class: 'call-name' }, one.name),
    one.call ? element('a', { class: 'btn btn-primary call-dial', href: one.call }, one.phone) : element('span', {}, one.phone ?? 'Nomor belum ada'),
    one.whatsApp ? element('a', { class: 'btn btn-default call-wa', href: one.whatsApp, target: '_blank', rel: 'noopener noreferrer' }, 'WhatsApp') : null);
}

function row(item, ticked) {
  const box = element('input', { type: 'checkbox', name: 'tps', value: item.tps });
  box.checked = ticked.has(item.tps);
  box.addEventListener('change', () => (box.checked ? ticked.add(item.tps) : ticked.delete(item.tps)));
  const due = item.dueAt.slice(11, 16).replace(':', '.'); // as the server writes it: in the regency's time, whatever this device is set to
  return element('li', { class: 'call' },
    element('label', {}, box, element('span', {}, element('b', {}, item.tpsName), ` ${item.villageName} · ${item.overdue ? 'terlambat sejak' : 'batas'} ${due}`, item.note ? element('small', { class: 'call-note' }, item.note) : null)),
    ...item.reporters.map(person),
    item.reporters.length ? null : element('p', { class: 'call-nobody' }, 'Belum ada petugas yang ditunjuk.'));
}

export function start(camForm) {
  const state = element('p', { class: 'call-sum', role: 'status' });
  const list = element('ul', { class: 'calls call-tps c1-body' });
  const reason = element('textarea', { class: 'form-control', rows: 2, maxlength: 500, id: 'late-reason' });
  const ticked = new Set();
  let at = null;
  let said = null;
  const query = more => new URLSearchParams({ ...at, ...more }).toString();

  async function draw() {
    const found = await call('GET', `/api/progress/missing?${query({ size: AT_ONCE })}`);
    state.textContent = found.total === 0 ? 'Semua sudah lapor atau dimaklumi. Tugas ini selesai sendiri.' : `${found.total} laporan belum masuk.`;
    const there = new Set(found.items.map(item => item.tps));
    [...ticked].filter(tps => !there.has(tps)).forEach(tps => ticked.delete(tps));
    list.replaceChildren(...found.items.map(item => row(item, ticked)));
  }

  async function excuse() {
    said.quiet();
    try {
      await call('POST', '/api/progress/excuses', { ...at, tps: [...ticked], reason: reason.value });
      ticked.clear();
      reason.value = '';
      await draw();
    } catch (problem) {
      said.tell(problem);
    }
  }

  const copy = element('button', { type: 'button', class: 'btn btn-default' }, 'Salin untuk WhatsApp');
  openTask(camForm, async ({ task, form, show, tell, quiet }) => {
    said = { tell, quiet };
    at = place(task.subject);
    let text = '';
    copyButton(copy, () => text, 'Tersalin');
    const page = `${root}/desk/belum-lapor?${query()}`;
    show(
      element('header', { class: 'c1-head' }, element('b', {}, task.name)), state,
      element('p', {}, copy, ' ', element('a', { class: 'btn btn-default', href: page, target: '_blank' }, 'Buka halaman belum lapor')),
      list,
      element('label', { for: 'late-reason' }, 'Maklumi yang dicentang, dengan alasan'), reason,
      element('p', {}, element('button', { type: 'button', class: 'btn btn-default', onclick: excuse }, 'Maklumi')));
    const refresh = async () => {
      await draw();
      text = await fetch(`${root}/api/progress/missing.txt?${query()}`, { credentials: 'same-origin' }).then(answer => answer.text());
    };
    await refresh();
    follow(refresh, form);
    return async () => {
      try {
        await complete(camForm, {});
      } catch (problem) {
        if (problem.status !== 410 && problem.status !== 404) throw problem;
      }
    };
  });
}

/** Looks again, at most once a second, as long as the form is on the screen. */
function follow(refresh, form) {
  const source = new EventSource(`${root}/api/events`);
  let waiting = null;
  source.onmessage = event => {
    if (!form.isConnected) {
      source.close();
    } else if (JSON.parse(event.data).topic === 'progress' && waiting === null) {
      waiting = setTimeout(() => {
        waiting = null;
        refresh().catch(() => {});
      }, 1000);
    }
  };
}
