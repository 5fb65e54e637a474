import { h, useEffect, useState, Button, Notice, Screen } from '../ui.js';
import { t, learn } from '../words.js';
import * as words from '../words/outbox.js';
import { me, signedOut } from '../session.js';
import { people } from '../store.js';
import { differs } from '../clock.js';
import { online } from '../net.js';
import { Entry } from './entry.js';
import { AsMessage } from './copy.js';
import { mayGoAgain } from './answer.js';
import { mayBeCleared } from './loss.js';
import { textOf } from './message.js';
import { counts, drain, list, lossSettled, passedOn, sendAgain, standing } from './outbox.js';
import { useOutbox } from './watch.js';

learn(words);

const PAGE = 20;
const HERE_ONLY = ['SAVED', 'REJECTED', 'CONFLICT', 'REFUSED'];
const GROUPS = [
  ['refused', ['REJECTED', 'CONFLICT', 'REFUSED']],
  ['saved', ['SAVED']],
  ['sent', ['SENT']],
  ['accepted', ['ACCEPTED']]
];

async function read() {
  const [records, found] = await Promise.all([list(), counts()]);
  return { records, found, standing: standing() };
}

/** The queue: what has to be mended first, then what waits, then what is done. */
export function Outbox() {
  const now = useOutbox(read, null);
  if (!now) {
    return h(Screen, { title: t('outbox.title'), back: '#/' }, h('p', null, t('outbox.opening')));
  }
  const { records, found } = now;
  const kept = records.filter(record => !record.asideAt);
  return h(Screen, { title: t('outbox.title'), back: '#/' },
    h(Summary, now),
    GROUPS.map(([name, states]) => h(Group, { key: name, name, records: kept.filter(record => states.includes(record.state)) })),
    found.photos > 0 && h('p', { class: 'fa-outbox-photos' }, t('outbox.photos', { n: found.photos })),
    h(Group, { name: 'aside', records: records.filter(record => record.asideAt) }),
    h(OthersWork, null),
    records.length > 0 && h('p', { class: 'fa-outbox-keeping' }, t('outbox.keeping')));
}

function Summary({ records, found, standing }) {
  const { sending, stopped, unkept } = standing;
  // The frame says these itself, on every screen.
  const why = signedOut() || !online() ? null : stopped || found.blocked > 0 && 'BLOCKED';
  return h('section', { class: 'fa-outbox-summary', 'aria-live': 'polite' },
    unkept && h(Notice, { tone: 'bad' }, h('p', null, t('outbox.unkept', unkept)), h(AsMessage, { text: unkept.text, open: true }),
      h(Button, { kind: 'quiet', onClick: passedOn }, t('outbox.passedOn'))),
    found.lost > 0 && h(Notice, { tone: 'bad' }, h('p', null, t('outbox.lost', { n: found.lost })),
      h(Button, { kind: 'quiet', onClick: lossSettled }, t('outbox.lostSettled'))),
    h('p', { class: 'fa-outbox-total' }, total(found)),
    found.saved > 0 && mayBeCleared() && h(Notice, { tone: 'info' }, t('outbox.notKept')),
    found.saved > 0 && why && h(Notice, { tone: 'warn' }, t('outbox.stopped.' + why), why === 'BLOCKED' && [' ', h('a', { href: '#/nomor' }, t('outbox.telephone'))]),
    differs() && h(Notice, { tone: 'warn' }, t('outbox.clock')),
    found.saved > 0 && why === 'SIGN_IN' && h('a', { class: 'fa-button fa-button-primary', href: '/masuk?lanjut=/lapangan' }, t('outbox.signIn')),
    found.saved > 0 && why !== 'SIGN_IN' && !signedOut() && h(Button, { disabled: sending && !stopped, onClick: () => drain({ eager: true }) },
      t(sending && !stopped ? 'outbox.sending' : 'outbox.sendNow')),
    found.saved > 0 && signedOut() && h('p', { class: 'fa-outbox-hint' }, t('outbox.cannotSignIn')),
    h(Together, { records: records.filter(record => !record.asideAt && HERE_ONLY.includes(record.state)) }));
}

/** What the desk has not taken, in one go: sent again, or handed over in another way. */
function Together({ records }) {
  if (records.length < 2) {
    return null;
  }
  const again = records.filter(mayGoAgain).map(record => record.id);
  return h('div', { class: 'fa-outbox-ways' },
    again.length > 1 && h(Button, { kind: 'quiet', onClick: () => sendAgain(again) }, t('outbox.allAgain', { n: again.length })),
    h(AsMessage, { name: t('outbox.allAsMessage', { n: records.length }), text: () => records.slice().reverse().map(textOf).join('\n\n') }));
}

function total({ saved, sent, accepted, refused }) {
  if (saved + sent + refused === 0) {
    return t(accepted > 0 ? 'outbox.allAccepted' : 'outbox.empty', { n: accepted });
  }
  return [[refused, 'refused'], [saved, 'saved'], [sent, 'sent'], [accepted, 'accepted']]
    .filter(([n]) => n > 0).map(([n, name]) => t('outbox.n.' + name, { n })).join(', ');
}

function Group({ name, records }) {
  const [most, setMost] = useState(PAGE);
  if (records.length === 0) {
    return null;
  }
  return h('section', { class: 'fa-outbox-group fa-outbox-' + name },
    h('h2', null, t('outbox.group.' + name) + ' (' + records.length + ')'),
    h('p', { class: 'fa-outbox-hint' }, t('outbox.group.' + name + '.hint')),
    h('ul', null, records.slice(0, most).map(record => h(Entry, { key: record.id, record }))),
    records.length > most && h(Button, { kind: 'quiet', onClick: () => setMost(most + PAGE) }, t('outbox.more', { n: Math.min(PAGE, records.length - most) })));
}

/** Reports of others who share this phone: counted, never shown. */
function OthersWork() {
  const [others, setOthers] = useState([]);
  useEffect(() => {
    people()
      .then(all => setOthers(all.filter(one => one.unsent > 0 && one.id !== (me() || {}).id)))
      .catch(() => {});
  }, []);
  return others.map(one => h(Notice, { key: one.id, tone: 'warn' }, t('outbox.others', { n: one.unsent, name: one.name })));
}
