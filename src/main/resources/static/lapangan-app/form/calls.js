import { h } from '../ui.js';
import { t } from '../words.js';

const CALLED = 4;

/** Whoever can call calls; the report follows. */
export function Calls({ day }) {
  const numbers = day ? day.numbers.slice(0, CALLED) : [];
  return numbers.length === 0 ? null : h('nav', { class: 'fa-calls', 'aria-label': t('incident.calls') },
    numbers.map(one => h('a', { key: one.name + one.phone, href: 'tel:' + one.phone.replace(/\s/g, '') }, h('b', null, one.name), h('span', null, one.phone))));
}
