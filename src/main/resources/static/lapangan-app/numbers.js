import { h, Notice, Screen } from './ui.js';
import { t } from './words.js';
import { useDay } from './day.js';

/** The emergency numbers of one's own area and the help desk; a thumb calls them, without network too. */
export function Numbers() {
  const day = useDay();
  const numbers = day ? day.numbers : [];
  return h(Screen, { title: t('home.numbers'), back: '#/' },
    numbers.length === 0
      ? h(Notice, { tone: 'warn' }, t('home.noNumbers'))
      : h('ul', { class: 'fa-numbers' }, numbers.map(one => h('li', { key: one.name + one.phone }, h(Number, one)))),
    day && day.helpdesk && h('p', null, t('home.helpdesk') + ': ', h('a', { class: 'fa-call', href: 'tel:' + day.helpdesk.replace(/\s/g, '') }, day.helpdesk)));
}

function Number({ name, phone, place }) {
  return h('a', { class: 'fa-call', href: 'tel:' + phone.replace(/\s/g, '') },
    h('strong', null, name), place && h('span', null, place), h('span', { class: 'fa-phone' }, phone));
}
