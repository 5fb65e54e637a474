import { h, Notice, Screen, useState } from '../ui.js';
import { t } from '../words.js';
import { address } from '../router.js';
import { corrected } from '../clock.js';
import { forms, round, useDay } from '../day.js';
import { Begun } from './reports.js';
import { useRecords } from './records.js';
import { Stations } from './stations.js';
import { isAbout } from './work.js';

const TONES = { SAVED: 'here', SENT: 'here', ACCEPTED: 'done', REJECTED: 'bad', REFUSED: 'bad', CONFLICT: 'bad' };

/** Form C1 of every race at every polling station of mine: which are still to be copied, and what became of the others. */
export function Results() {
  const day = useDay();
  const records = useRecords();
  const races = forms().filter(form => form.kind === 'C1');
  const [chosen, choose] = useState(null);
  if (!day || !day.round || !races.length) {
    return h(Screen, { title: t('results.title'), back: '#/' }, h(Notice, { tone: 'info' }, t(forms().length ? 'home.looksOn' : 'results.nothing')));
  }
  const race = races.find(form => form.race === chosen) || races[0];
  const photos = forms().some(form => form.kind === 'C1_PHOTOS');
  const stations = day.stations.filter(one => one.races.some(each => each.code === race.race));
  const open = stations.filter(one => standing(day, records, one, race.race).open).length;
  return h(Screen, { title: t('results.title'), back: '#/' },
    h(Begun),
    races.length > 1 && h('div', { class: 'fa-tabs', role: 'group', 'aria-label': t('results.races') }, races.map(form => h('button', {
      type: 'button', key: form.race, 'aria-pressed': String(form === race), onClick: () => choose(form.race)
    }, form.raceName))),
    h('p', { role: 'status' }, t(open ? 'results.open' : 'results.allIn', { n: open, all: stations.length, race: race.raceName })),
    h(Stations, {
      key: race.race, stations, to: one => address('/isi', { kind: 'C1', tps: one.tps, race: race.race }), state: one => standing(day, records, one, race.race)
    }),
    photos && h('details', { class: 'fa-group' }, h('summary', null, h('strong', null, t('results.photos'))),
      h('p', { class: 'fa-hint' }, t('results.photosHint')),
      h(Stations, { stations, to: one => address('/isi', { kind: 'C1_PHOTOS', tps: one.tps, race: race.race }) })));
}

/** The phone's own record says more than what the day said when it was fetched. */
function standing(day, records, one, race) {
  const record = records.find(each => isAbout(each, { kind: 'C1', tps: one.tps, race }, round()));
  if (record) {
    return { tone: TONES[record.state], text: t('fill.state.' + record.state), open: TONES[record.state] === 'bad' };
  }
  const row = day.open.find(each => each.kind === 'C1' && each.tps === one.tps && each.race === race);
  if (!row) {
    return { tone: 'done', text: t('results.in'), open: false };
  }
  const late = Date.parse(row.dueAt) < corrected().getTime();
  return { tone: late ? 'late' : 'open', text: t(late ? 'results.late' : 'results.missing'), open: true };
}
