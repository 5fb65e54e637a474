import { h, useEffect, useState } from '../ui.js';
import { store } from '../store.js';
import { learn, t } from '../words.js';
import { isHeldUp } from './answer.js';
import * as words from '../words/photo.js';

learn(words);

const TAKEN = ['SENT', 'ACCEPTED'];

/** What became of the photos that a report of the queue names. */
export function PhotosOf({ record }) {
  const [found, setFound] = useState({ sent: 0, waiting: 0, blocked: 0, refused: 0, why: '' });
  useEffect(() => {
    let here = true;
    read(record).then(now => here && JSON.stringify(now) !== JSON.stringify(found) && setFound(now));
    return () => { here = false; };
  });
  return h('span', { class: 'fa-photo-states' },
    ['sent', 'waiting', 'blocked', 'refused'].filter(state => found[state] > 0).map(state => h('span', { key: state, class: 'fa-photo-' + state },
      ' · ', t('photo.of.' + state, { n: found[state], why: found.why }))),
    found.refused > 0 && record.report.kind === 'C1' && [' ', h('a', { href: again(record) }, t('photo.again'))]);
}

async function read(record) {
  const now = { sent: 0, waiting: 0, blocked: 0, refused: 0, why: '' };
  for (const hash of record.photos) {
    const photo = await store().get('photos', hash);
    // What arrived a day ago is no longer on the phone.
    const state = photo ? photo.state : TAKEN.includes(record.state) ? 'SENT' : 'WAITING';
    now[state === 'WAITING' && isHeldUp(photo) ? 'blocked' : state.toLowerCase()]++;
    if (state === 'REFUSED') {
      now.why = (photo.answer && photo.answer.title) || t('photo.lost');
    }
  }
  return now;
}

function again({ report, round }) {
  const about = { kind: 'C1_PHOTOS', tps: report.tps, race: report.race, election: round.election, round: round.round };
  return '#/isi?' + Object.keys(about).map(name => name + '=' + encodeURIComponent(about[name])).join('&');
}
