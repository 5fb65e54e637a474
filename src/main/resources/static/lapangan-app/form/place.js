import { h } from '../ui.js';
import { t } from '../words.js';
import { number } from './work.js';

/** Where an incident is: a polling station, a village outside of them, or only where the phone is. `value`: `{tps}` or `{region}` or null. */
export function Place({ day, value, onChange, fault, id = 'f-tempat' }) {
  const chosen = value ? (value.tps ? 'tps:' + value.tps : 'region:' + value.region) : '';
  const change = text => {
    const cut = text.indexOf(':');
    onChange(cut < 0 ? null : { [text.slice(0, cut)]: text.slice(cut + 1) });
  };
  return h('div', { class: 'fa-field' },
    h('label', { for: id }, t('place.where')),
    h('select', { id, value: chosen, 'aria-invalid': fault ? 'true' : undefined, 'aria-describedby': fault ? id + '-salah' : undefined, onChange: event => change(event.target.value) },
      h('option', { value: '' }, t('place.choose')),
      day.stations.map(one => h('option', { key: one.tps, value: 'tps:' + one.tps }, 'TPS ' + number(one) + ' ' + one.villageName)),
      day.regions.map(one => h('option', { key: one.code, value: 'region:' + one.code }, t('place.outside', { name: one.name })))),
    fault && h('p', { class: 'fa-fault', id: id + '-salah' }, fault));
}
