// One form on the desk's page: which TPS, which form, what it says; handed in with Ctrl+Enter, then on to the next TPS of the village.
import { element, say } from '../api.js';
import { aboutOf, addressOf, nextOwing, ofVillage, reportOf } from './about.js';
import { canvas, cursor } from './draw.js';
import { droppable } from './photos.js';
import { named } from './place.js';
import { visits } from './visit.js';
import { chooser, nameOf, needsSlot, toldAlready } from './what.js';

const part = (box, name) => box.querySelector(`[data-${name}]`);

/** `desk`: `{sheet, forms, tools, keep, call, sender, hand, now, entered, taken, elsewhere}`, what all panes of the page share. */
export function pane(box, desk) {
  const { sheet, tools, keep } = desk;
  const place = part(box, 'place');
  const stands = part(box, 'stands');
  const told = part(box, 'told');
  const fault = part(box, 'fault');
  const send = part(box, 'send');
  const label = send.textContent;
  let stand = null;
  let values = {};
  let errors = [];
  let agreed = false;
  let busy = false;
  let turn = 0;

  const what = chooser(desk.forms, sheet, keep, part(box, 'kind'), part(box, 'slot'), () => (stand ? open(stand.tps ?? stand.region, false) : drawn()));
  const sheetOf = canvas(part(box, 'draw'), tools, back => (back ? place : send).focus());
  const visit = visits(part(box, 'visit'), sheet.zone, chosen => { values = { ...values, visit: chosen }; tell(''); drawn(); });
  const form = () => what.form();
  const isVisit = () => form().kind === 'VISIT';
  const noVisit = () => (stand.visits?.length ? say('Pilih kunjungan siapa yang dilaporkan.', 'Choose whose visit is told of.')
    : say('Tidak ada kunjungan ke TPS ini yang masih direncanakan.', 'No visit to this TPS is planned any more.'));
  const about = () => aboutOf(form(), stand, what.slot());
  const wholeVillage = () => ofVillage(form());

  function tell(text, good = false) {
    fault.textContent = text ?? '';
    fault.classList.toggle('alert-ok', good);
    fault.classList.toggle('alert-bad', !good);
    fault.hidden = !text;
  }

  /** A report of a visit names the one that it is about. */
  function visiting() {
    const chosen = visit.show(stand && isVisit() ? stand.visits ?? [] : null, values.visit);
    if (isVisit()) values = { ...values, visit: chosen };
    if (stand && isVisit() && !stand.visits?.length) tell(noVisit());
  }

  function drawn() {
    box.classList.toggle('entry-open', Boolean(stand));
    if (!stand) {
      stands.textContent = '';
      told.hidden = true;
      sheetOf.clear();
      return;
    }
    stands.replaceChildren(element('b', {}, wholeVillage() ? stand.regionName : `${stand.name} ${stand.regionName}`),
      element('span', { class: 'muted' }, `, ${stand.districtName}${stand.dpt ? ` · DPT ${stand.dpt}` : ''}`));
    warn();
    sheetOf.draw({
      form: form(), values, errors, slot: what.slot(), photoField: tools.photos?.Field, day: { zone: sheet.zone }, now: desk.now,
      onChange(next) {
        values = next;
        if (Object.keys(values).length) keep.keepDraft(about(), values);
        else keep.dropDraft(about());
        drawn();
      },
    });
  }

  /** What the same TPS has told already is shown before anybody writes over it. */
  function warn() {
    const same = (stand.given ?? []).filter(one => one.same && one.state !== 'REJECTED');
    told.hidden = !same.length;
    if (!same.length) return;
    told.textContent = toldAlready(same[0], sheet.zone)
      + (agreed ? say(' Ctrl+Enter sekali lagi untuk tetap mengirim.', ' Ctrl+Enter once more to send all the same.') : '');
    told.classList.toggle('alert-bad', agreed);
  }

  /** Opens a place: with what was typed for it before, the cursor in the first field unless somebody has put it elsewhere meanwhile. */
  async function open(code, enter = true, since = performance.now()) {
    const mine = turn += 1;
    const from = cursor();
    const asked = addressOf(form(), code, what.slot(), sheet);
    let next;
    try {
      next = await desk.call('GET', asked.address);
    } catch (refusal) {
      if (mine !== turn) return;
      if (refusal.status && refusal.status < 500) {
        tell(refusal.message);
        place.focus();
        return;
      }
      // Without the server nobody knows what was told before; what is typed now is kept all the same.
      next = { tps: /^\d{13}$/.test(asked.place) ? asked.place : undefined, name: asked.place, region: asked.place, regionName: '', districtName: '', people: [], given: [], stations: [] };
    }
    if (mine !== turn) return;
    stand = next;
    place.value = stand.tps && !wholeVillage() ? `${stand.name} ${stand.regionName}` : stand.regionName;
    if (cursor() === place) place.select();
    values = keep.draft(about()) ?? {};
    errors = [];
    agreed = false;
    send.textContent = label;
    tell('');
    visiting();
    drawn();
    const stayed = enter && [from, document.body].includes(cursor());
    if (!elsewhere()) {
      desk.taken(stand, api, since);
      if (stayed) desk.entered(stand, () => sheetOf.first());
    }
  }

  /** An answer that comes late takes the cursor from nobody who has gone on to the other form. */
  function elsewhere() {
    const other = document.activeElement?.closest('[data-pane]');
    return Boolean(other) && other !== box;
  }

  function shut() {
    stand = null;
    values = {};
    errors = [];
    place.value = '';
    visiting();
    drawn();
    if (!elsewhere()) place.focus();
  }

  named(place, desk, {
    stand: () => stand, wholeVillage, open, tell,
    choose: code => what.choose(code),
    first: () => sheetOf.first(),
    // Whoever types another place waits for the last one no longer.
    typing: () => { turn += 1; },
  });

  function refused(found, message) {
    errors = found;
    drawn();
    const rest = tools.placeless(form(), found);
    tell(rest.length ? [...new Set(rest.map(one => one.message))].join(' ') : message);
    setTimeout(() => sheetOf.fault());
  }

  async function handIn() {
    if (busy) return;
    if (!stand) {
      tell(say('Pilih TPS dahulu.', 'Choose a TPS first.'));
      place.focus();
      return;
    }
    const sender = desk.sender();
    if (!sender) return;
    if (isVisit() && !values.visit) {
      tell(noVisit());
      if (stand.visits?.length) part(box, 'visit').focus();
      return;
    }
    const wrong = tools.check(form(), values, { photos: form().kind === 'C1_PHOTOS' });
    if (wrong.length) {
      refused(wrong, say('Perbaiki yang ditandai, lalu Ctrl+Enter lagi.', 'Correct what is marked, then Ctrl+Enter again.'));
      return;
    }
    const waiting = (stand.given ?? []).some(one => one.same && one.state !== 'REJECTED');
    if (waiting && !agreed) {
      agreed = true;
      send.textContent = say('Kirim juga (Ctrl+Enter)', 'Send all the same (Ctrl+Enter)');
      warn();
      send.focus();
      return;
    }
    busy = true;
    send.disabled = true;
    const outcome = await desk.hand(reportOf(form(), stand, what.slot(), sheet, sender, tools.dataOf(form(), values)), `${wholeVillage() ? '' : `${stand.name} `}${stand.regionName} · ${nameOf(form())}${needsSlot(form()) ? ` ${what.slot()}` : ''}`);
    busy = false;
    send.disabled = false;
    if (outcome.refused) {
      refused(outcome.errors, outcome.message);
      return;
    }
    keep.dropDraft(about());
    onwards();
  }

  const handed = tps => desk.told({ ...about(), tps });

  /** The next TPS of the village that has still to report, in their order. */
  function onwards() {
    const list = wholeVillage() ? [] : stand.stations ?? [];
    const busyElsewhere = desk.elsewhere(api);
    const next = list.length ? nextOwing(stand, tps => busyElsewhere.includes(tps) || handed(tps)) : null;
    const village = stand.regionName;
    if (next) {
      open(next.tps);
    } else {
      shut();
      tell(list.length && !['C1_PHOTOS', 'VISIT'].includes(form().kind) ? say(`Semua TPS ${village} yang ditunggu sudah dimasukkan.`, `All TPS of ${village} that are waited for have been entered.`) : '', true);
      desk.shut();
    }
  }

  /** Pictures from the clipboard or a folder, or the cursor at the button for them. */
  function attach(files) {
    if (!stand) tell(say('Pilih TPS dahulu, lalu lampirkan foto.', 'Choose a TPS first, then attach photos.'));
    else if (!sheetOf.attach(files)) tell(say('Formulir ini tidak memakai foto.', 'This form has no photos.'));
    else tell('');
  }

  droppable(box, attach);
  box.addEventListener('submit', event => {
    event.preventDefault();
    handIn();
  });
  box.addEventListener('keydown', event => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      handIn();
    }
  }, true);

  const api = {
    box, open, shut, attach, handIn, first: () => sheetOf.first(), what,
    stand: () => stand,
    handed,
    focus() {
      place.focus();
      place.select();
    },
    /** Brings back what was refused later, with what was wrong. */
    async mend(record) {
      what.choose(record.report);
      await open(record.report.tps ?? record.report.region, false);
      values = tools.valuesOf(form(), record.report.data);
      visiting();
      keep.keepDraft(about(), values);
      refused(record.errors ?? [], record.message);
    },
  };
  drawn();
  return api;
}
