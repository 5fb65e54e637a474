// The desk's page for what comes by telephone, paper or radio. Hands never leave the keyboard: F2 to the TPS, F4 to the other form, F7 to photos, F8 to the first of the call list, F9 to who tells it.
import { caller, say } from '../api.js';
import { calls } from './calls.js';
import { combo } from './combo.js';
import { keeper } from './keep.js';
import { pane } from './pane.js';
import { photos, pictures } from './photos.js';
import { renderer } from './draw.js';
import { sent } from './sent.js';
import { withoutPhoto } from './visit.js';
import { slotAbout } from './what.js';

const page = document.querySelector('[data-entry]');
const sheet = JSON.parse(page.dataset.entry);
const keep = keeper(sheet);
const call = caller({
  silent: say('Server tidak menjawab. Isian tersimpan di komputer ini dan dikirim lagi dengan sendirinya.', 'The server does not answer. What you typed is kept on this computer and sent again by itself.'),
  offline: say('Tidak ada sambungan. Isian tersimpan di komputer ini dan dikirim setelah tersambung.', 'No connection. What you typed is kept on this computer and sent once there is one.'),
});
const by = name => page.querySelector(`[data-${name}]`);
const teller = by('teller');
const hour = by('hour');
const panes = [];
let people = [];
let chosen = null;
let village = null;
let namedAt = 0;
let active = 0;

/** Who told it and how; null, with the cursor there, while nobody is named. */
function sender() {
  const source = page.querySelector('input[name=source]:checked').value;
  const words = teller.value.trim();
  if (!words) {
    by('teller-fault').hidden = false;
    teller.setAttribute('aria-invalid', 'true');
    teller.focus();
    return null;
  }
  const observedAt = observed();
  hour.setAttribute('aria-invalid', String(!observedAt));
  if (!observedAt) {
    hour.focus();
    return null;
  }
  // A single word would be taken for somebody's user name.
  const free = words.includes(' ') ? words : `${words} ${say('(tanpa akun)', '(no account)')}`;
  return { source, onBehalfOf: chosen && chosen.name === words ? chosen.username : free, observedAt };
}

function observed() {
  const now = new Date();
  if (!hour.value.trim()) return now.toISOString();
  const typed = /^([01]?\d|2[0-3])[.: ]?([0-5]\d)$/.exec(hour.value.trim());
  if (!typed) return null;
  const time = `${typed[1].padStart(2, '0')}:${typed[2]}`;
  const today = tools.dateIn(now, sheet.zone);
  const at = tools.moment(today, time, sheet.zone);
  // What is still to come today was yesterday.
  return Date.parse(at) > now.getTime() + 60000 ? tools.moment(tools.eveOf(today), time, sheet.zone) : at;
}

function taken(stand, which, since) {
  active = panes.indexOf(which);
  people = stand.people ?? [];
  if (village !== stand.region) {
    // Another village, another person at the telephone, unless that one was named while the answer was on its way.
    if (village && namedAt <= since) {
      teller.value = '';
      chosen = null;
    }
    village = stand.region;
  }
  listCalls();
}

function listCalls() {
  const which = panes[active];
  const form = which?.what.form();
  if (!form) return;
  const asked = { kind: form.kind, slot: slotAbout(form, which.what.slot(), sheet), race: form.race, election: sheet.election, round: sheet.round };
  const known = ['READINESS', 'VOTING', 'C1'].includes(form.kind);
  by('side').hidden = !known;
  if (known) {
    const district = village?.split('.').slice(0, 3).join('.');
    list.show(by('wide').checked ? district ?? sheet.asked.region : village ?? sheet.asked.region, new URLSearchParams(Object.entries(asked).filter(([, value]) => value)));
  }
}

const tools = await renderer(page.dataset.app);
tools.photos = await photos(page.dataset.app, sheet.person, tools.h);
const forms = (await call('GET', `/api/field/forms?election=${encodeURIComponent(sheet.election)}&round=${encodeURIComponent(sheet.round)}`)).forms
  .filter(form => (form.kind !== 'VISIT' || sheet.visits) && (form.kind !== 'C1_PHOTOS' || tools.photos))
  .map(withoutPhoto)
  // Photos of a form belong to one race each.
  .flatMap(form => (form.kind === 'C1_PHOTOS' ? sheet.races.map(race => ({ ...form, race: race.code, raceName: race.name })) : form));
const hand = sent(by('sent'), keep, call, tools.photos, record => panes[active].mend(record));
const list = calls(page, call, tps => panes[active].open(tps), tps => panes[active].handed(tps));
const desk = {
  told: report => hand.told(report),
  shut: listCalls,
  sheet, forms, tools, keep, call, sender, taken, now: () => new Date(),
  async hand(report, label) {
    const outcome = await hand(report, label);
    hour.value = '';
    return outcome;
  },
  elsewhere: which => panes.filter(other => other !== which && !other.box.hidden).map(other => other.stand()?.tps).filter(Boolean),
  /** A place is open: first who tells it, then what. */
  entered(stand, first) {
    if (!teller.value.trim()) teller.focus();
    else first();
  },
};

page.querySelectorAll('[data-pane]').forEach(box => {
  const made = pane(box, desk);
  panes.push(made);
  box.addEventListener('focusin', () => {
    if (active !== panes.indexOf(made)) {
      active = panes.indexOf(made);
      people = made.stand()?.people ?? [];
      listCalls();
    }
  });
  box.addEventListener('change', event => {
    if (event.target.matches('[data-kind],[data-slot]')) listCalls();
  });
});

combo(teller, {
  find: text => people.filter(one => `${one.name} ${one.username}`.toLowerCase().includes(text.toLowerCase())).map(one => ({ ...one, label: one.name, note: one.role })),
  taken(one) {
    if (one) {
      chosen = one;
      teller.value = one.name;
      namedAt = performance.now();
    }
    by('teller-fault').hidden = true;
    teller.removeAttribute('aria-invalid');
    if (panes[active].stand()) panes[active].first();
    else panes[active].focus();
  },
});
teller.addEventListener('input', () => { namedAt = performance.now(); by('teller-fault').hidden = true; teller.removeAttribute('aria-invalid'); });

function two(open) {
  const second = panes[1].box;
  second.hidden = !open;
  page.classList.toggle('entry-two', open);
  by('two').setAttribute('aria-pressed', String(open));
  keep.keepChoice('dua', open);
  if (!open) active = 0;
}

by('two').addEventListener('click', () => { two(panes[1].box.hidden); panes[panes[1].box.hidden ? 0 : 1].focus(); });
by('wide').addEventListener('change', listCalls);
hour.addEventListener('keydown', event => {
  if (event.key === 'Enter') {
    event.preventDefault();
    teller.focus();
  }
});
document.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    panes[active].handIn();
  } else if (event.key === 'F2') {
    event.preventDefault();
    panes[active].focus();
  } else if (event.key === 'F9') {
    event.preventDefault();
    teller.focus();
    teller.select();
  } else if (event.key === 'F4' && !event.altKey) {
    event.preventDefault();
    if (panes[1].box.hidden) two(true);
    panes[active === 0 ? 1 : 0].focus();
  } else if (event.key === 'F7') {
    event.preventDefault();
    panes[active].attach();
  } else if (event.key === 'F8') {
    event.preventDefault();
    const tps = list.first();
    if (tps) panes[active].open(tps);
  }
});

document.addEventListener('paste', event => {
  const found = pictures(event.clipboardData);
  if (found.length) {
    event.preventDefault();
    panes[active].attach(found);
  }
});

if (sheet.asked.source) page.querySelector(`input[name=source][value="${CSS.escape(sheet.asked.source)}"]`)?.click();
two(keep.choice('dua') === true);
by('busy').remove();
if (sheet.asked.tps) panes[0].open(sheet.asked.tps);
else panes[0].focus();
listCalls();
page.dataset.ready = 'true';
