import { h } from '../ui.js';
import { t } from '../words.js';
import { dayAndTime } from '../clock.js';
import { needs, slotsOf } from './work.js';

/** Until when; another hour can be chosen. `to(slot)`: address of the same at another hour; null where the hour stands. */
export function Hours({ day, form, slot, to }) {
  const slots = needs(form, 'slot') ? slotsOf(day, form.kind) : [];
  const now = slots.find(one => one.slot === slot);
  return h('div', { class: 'fa-head' },
    now && h('p', null, t('fill.due', { time: dayAndTime(now.dueAt) })),
    slots.length > 1 && to && h('nav', { class: 'fa-tabs', 'aria-label': t('fill.slots') }, slots.map(one => h('a', {
      key: one.slot, 'aria-current': one.slot === slot ? 'true' : undefined, href: '#' + to(one.slot)
    }, one.slot))));
}
