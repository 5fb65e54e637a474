// Which form is typed: kind, race and stage together, as people name it; and at which hour.
import { element, say } from '../api.js';

export function nameOf(form) {
  return form.kind === 'C1' ? `C1 ${form.raceName}` : form.raceName ? `${form.title} ${form.raceName}` : form.title;
}

const keyOf = form => [form.kind, form.race ?? '', form.stage ?? ''].join('/');

/** The hours of a form: its own, or those of the schedule. */
export function slotsOf(form, sheet) {
  if (form.slots?.length) return form.slots;
  const kind = form.kind === 'SITUATION' ? 'VOTING' : form.kind === 'C1_PHOTOS' ? 'C1' : form.kind;
  return sheet.slots.filter(slot => slot.kind === kind).map(slot => slot.slot);
}

export function needsSlot(form) {
  return (form.needs ?? []).includes('slot');
}

/** The slot that a question about this form names: Form C1 and readiness have one of their own. */
export function slotAbout(form, chosen, sheet) {
  return needsSlot(form) ? chosen : slotsOf(form, sheet)[0] ?? null;
}

/** The two lists that choose. `changed()` when another form or hour is chosen by the person. */
export function chooser(forms, sheet, keep, kindField, slotField, changed) {
  const due = `${sheet.kind}/${sheet.slot}`;
  kindField.replaceChildren(...forms.map(form => element('option', { value: keyOf(form) }, nameOf(form))));
  const form = () => forms.find(one => keyOf(one) === kindField.value) ?? forms[0];

  function drawSlots(wanted) {
    const slots = slotsOf(form(), sheet);
    const now = sheet.slots.filter(slot => slots.includes(slot.slot) && Date.parse(slot.opensAt) <= Date.now()).pop()?.slot;
    slotField.replaceChildren(...slots.map(slot => element('option', { value: slot }, slot)));
    slotField.value = slots.includes(wanted) ? wanted : now ?? slots[0] ?? '';
    slotField.closest('.entry-slot').hidden = !needsSlot(form());
  }

  /** Takes over what an address, a QR code or a paper names; what it leaves open stays. */
  function choose(asked) {
    if (!asked?.kind) return;
    const fits = forms.filter(one => one.kind === asked.kind.toUpperCase());
    const found = fits.find(one => asked.race && one.race?.toUpperCase() === asked.race.toUpperCase())
      ?? fits.find(one => asked.slot && one.kind === 'READINESS' && one.slots?.includes(asked.slot)) ?? fits[0];
    if (found) {
      kindField.value = keyOf(found);
      drawSlots(asked.slot);
    }
  }

  function remember() {
    keep.keepChoice('pilihan', { due, key: kindField.value, slot: slotField.value });
  }

  kindField.addEventListener('change', () => { drawSlots(slotField.value); remember(); changed(); });
  slotField.addEventListener('change', () => { remember(); changed(); });
  const before = keep.choice('pilihan');
  // What was chosen by hand holds until the schedule asks for something else.
  if (before?.due === due && forms.some(one => keyOf(one) === before.key)) {
    kindField.value = before.key;
    drawSlots(before.slot);
  } else {
    choose({ kind: sheet.kind ?? forms[0]?.kind, slot: sheet.slot });
    drawSlots(slotField.value || sheet.slot);
  }
  choose(sheet.asked);
  return { form, slot: () => slotField.value || null, choose };
}

/** What a scanner types, or somebody reads from the paper: the address of the QR code or `3604052002004 C1 BUPATI`; null when it is a search. */
export function codeOf(text) {
  const tps = /(?:^|\D)(\d{13})(?!\d)/.exec(text)?.[1];
  if (!tps) return null;
  if (text.includes('=')) {
    const rest = text.split('#').pop();
    const found = new URLSearchParams(rest.includes('?') ? rest.slice(rest.indexOf('?') + 1) : rest);
    return { tps, kind: found.get('kind'), race: found.get('race'), slot: found.get('slot'), election: found.get('election'), round: found.get('round') };
  }
  const words = text.replace(tps, ' ').toUpperCase().split(/[^A-Z0-9_.-]+/).filter(Boolean);
  const kind = ['VOTING', 'READINESS', 'C1'].find(one => words.includes(one)) ?? null;
  return { tps, kind, race: kind === 'C1' ? words.find(word => word !== kind) ?? null : null, slot: null };
}

const ways = {
  APP: say('aplikasi', 'the app'), PHONE: say('telepon', 'telephone'), PAPER: say('kertas', 'paper'), SMS: 'SMS', RADIO: 'radio',
};

const clockOf = (iso, zone) => new Date(iso).toLocaleTimeString('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: zone }).replace(':', '.');

/** When, by which way and through whom a place has told the same already; never what. */
export function toldAlready(last, zone) {
  const who = last.enteredBy === last.reporter ? last.reporter : say(`${last.reporter}, dicatat ${last.enteredBy}`, `${last.reporter}, taken down by ${last.enteredBy}`);
  return say(`Sudah melapor pukul ${clockOf(last.receivedAt, zone)} lewat ${ways[last.source]} (${who}), tanda terima ${last.receipt}.`,
    `Reported already at ${clockOf(last.receivedAt, zone)} by ${ways[last.source]} (${who}), receipt ${last.receipt}.`);
}
