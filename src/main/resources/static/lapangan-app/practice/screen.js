import { h, useEffect, useRef, useState, Button, Notice, Screen } from '../ui.js';
import { learn, t } from '../words.js';
import * as words from '../words/practice.js';
import { practising, refresh, round, useDay } from '../day.js';
import { begin, canOpen, end, practices } from './practice.js';

learn(words);

/** Where one begins to practise, and ends it. */
export function Practice({ go }) {
  useDay();
  const [said, say] = useState('');
  const known = practices();
  // Forms may take a while to come, and until then people go where they like: nobody is led away from there.
  const here = useRef(true);
  useEffect(() => () => { here.current = false; }, []);
  const home = () => here.current && go('/');
  const start = async one => {
    if (await canOpen(one)) {
      await begin(one);
      home();
    } else {
      say(t('practice.needsNetwork'));
    }
  };
  return h(Screen, { title: t('practice.title'), back: '#/' },
    h('p', null, t('practice.what')),
    h(Notice, { tone: 'warn' }, t('practice.emergency')),
    said && h(Notice, { tone: 'bad' }, said),
    practising()
      ? h('section', { class: 'fa-practice' },
        h('p', null, t('practice.now', { code: round().round })),
        h(Button, { onClick: () => go('/') }, t('practice.goOn')),
        h(Button, { kind: 'quiet', onClick: () => end().then(home) }, t('practice.end')))
      : known.length === 0
        ? h('section', { class: 'fa-practice' },
          h(Notice, { tone: 'info' }, t('practice.none')),
          h(Button, { kind: 'quiet', onClick: refresh }, t('practice.look')))
        : h('section', { class: 'fa-practice' }, known.map(one => h(Button, { key: one.round, onClick: () => start(one) }, t('practice.begin', { code: one.round })))),
    h('p', null, h('a', { href: '/lapangan/latihan' }, t('practice.short'))));
}
