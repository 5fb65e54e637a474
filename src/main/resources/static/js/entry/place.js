// The box in which a place is named: by number, village or code, by hand or by scanner.
import { say } from '../api.js';
import { combo } from './combo.js';
import { codeOf } from './what.js';

/** `pane`: `{stand(), wholeVillage(), choose(code), open(tps, enter, since), first(), tell(text), typing()}`, what the form does when a place is named. */
export function named(place, desk, pane) {
  const { sheet } = desk;
  const suggested = one => ({ ...one, label: pane.wholeVillage() ? one.villageName : `${one.name} ${one.villageName}`, note: one.districtName });
  combo(place, {
    async find(text) {
      if (!text) return [];
      const region = pane.stand()?.region ?? '';
      const near = /^\d\d\.\d\d\.\d\d\.\d{4}$/.test(region) ? `&near=${region}` : '';
      const answer = await desk.call('GET', `/api/entry/places?q=${encodeURIComponent(text.slice(0, 300))}&election=${encodeURIComponent(sheet.election)}&round=${encodeURIComponent(sheet.round)}${near}`);
      return answer.items.map(suggested);
    },
    taken(one, text, { here, since }) {
      const code = codeOf(text);
      const stand = pane.stand();
      if (code?.election && (code.election !== sheet.election || code.round !== sheet.round)) {
        location.assign(`/desk/masukkan?${new URLSearchParams(Object.entries(code).filter(([, value]) => value))}`);
      } else if (code) {
        pane.choose(code);
        pane.open(code.tps, here, since);
      } else if (one) {
        pane.open(one.tps, here, since);
      } else if (stand && text === `${stand.name} ${stand.regionName}`) {
        pane.first();
      } else if (text) {
        pane.tell(say('Tidak ada TPS yang cocok di wilayah Anda.', 'No such TPS in your area.'));
      }
    },
  });
  place.addEventListener('focus', () => place.select());
  place.addEventListener('input', pane.typing);
}
