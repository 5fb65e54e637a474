import { h, useState } from '../ui.js';
import { t } from '../words.js';
import { number } from './work.js';

// Polling stations by number, big enough for a thumb; with many of them the number is typed.
const SEARCHED = 8;

/** `[{name, stations}]`, in the order of the list. */
export function villagesOf(stations) {
  const villages = [];
  stations.forEach(one => {
    const found = villages.find(village => village.name === one.villageName);
    if (found) {
      found.stations.push(one);
    } else {
      villages.push({ name: one.villageName, stations: [one] });
    }
  });
  return villages;
}

function matches(one, text) {
  const words = text.trim().toLowerCase();
  return !words || number(one).indexOf(words) >= 0 || String(one.number) === words || one.villageName.toLowerCase().indexOf(words) >= 0;
}

/** Links to one polling station after the other. `to(station)`: address; `state(station)`: `{tone, text}` or null. */
export function Stations({ stations, to, state }) {
  const [text, setText] = useState('');
  const shown = stations.filter(one => matches(one, text));
  const villages = villagesOf(shown);
  return h('div', { class: 'fa-stations' },
    stations.length > SEARCHED && h('label', { class: 'fa-search' }, t('reports.search'),
      h('input', { type: 'search', value: text, autoComplete: 'off', enterKeyHint: 'search', onInput: event => setText(event.target.value) })),
    stations.length === 0
      ? h('p', null, t('reports.wide'), ' ', h('a', { href: '/lapangan/daftar' }, t('reports.plain')))
      : shown.length === 0 && h('p', { role: 'status' }, t('reports.noStation')),
    villages.map(village => h('div', { key: village.name },
      villages.length > 1 && h('h3', null, village.name),
      h('ul', { class: 'fa-tps' }, village.stations.map(one => {
        const standing = state && state(one);
        return h('li', { key: one.tps }, h('a', { href: '#' + to(one), class: standing ? 'fa-tps-' + standing.tone : undefined },
          h('span', { class: 'fa-sr' }, 'TPS '), h('b', null, number(one)), standing && h('small', null, standing.text)));
      })))));
}
