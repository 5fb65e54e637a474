import { h, useEffect } from '../ui.js';
import { day, practising } from '../day.js';
import { learn, t } from '../words.js';
import * as words from '../words/practice.js';
import { end, endIfForgotten } from './practice.js';

learn(words);

const OFTEN = 60000;

/** Across every screen while one practises: what this is, and the way out of it. */
export function PracticeBand() {
  const on = practising();
  useEffect(() => {
    if (!on) {
      return undefined;
    }
    endIfForgotten();
    const timer = setInterval(endIfForgotten, OFTEN);
    return () => clearInterval(timer);
  }, [on]);
  return on && h('aside', { class: 'fa-practice-band', 'aria-label': 'LATIHAN' },
    h('p', null, h('strong', null, 'LATIHAN'), ' ' + day().round.code, h('span', null, '. ' + t('practice.band'))),
    h('button', { type: 'button', onClick: end }, t('practice.end')));
}
