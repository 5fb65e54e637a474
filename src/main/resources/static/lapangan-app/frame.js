import { h, useEffect, useState, Button, Notice } from './ui.js';
import { t } from './words.js';
import { go } from './router.js';
import { me, signedOut } from './session.js';
import { day, practising } from './day.js';
import { online } from './net.js';
import { PracticeBand } from './practice/band.js';
import { newerWaits, onVersion, takeNewer, writtenElsewhere } from './version.js';

/** What stands around every screen: who works here, whether anything waits, and the way to the emergency numbers. */
export function Frame({ path, writing, children }) {
  const [, again] = useState(0);
  useEffect(() => onVersion(() => again(n => n + 1)), []);
  const known = day();
  return h('div', { class: practising() ? 'fa-frame fa-practising' : 'fa-frame' },
    h('a', { class: 'fa-skip', href: '#isi', onClick: skip }, t('shell.skip')),
    h(PracticeBand),
    known && known.simulation && h('aside', { class: 'fa-simulation', 'aria-label': t('shell.simulation') }, t('shell.simulation')),
    h('header', { class: 'fa-top' },
      h('a', { class: 'fa-brand', href: '#/', 'aria-current': path === '/' ? 'page' : undefined }, 'Desk Pilkada'),
      h('span', { class: 'fa-who' }, me().name),
      h('a', { class: 'fa-sos', href: '#/nomor' }, t('home.numbers'))),
    h(Line),
    signedOut() && h(Notice, { tone: 'warn' },
      h('p', null, t('shell.signInAgain')),
      h('a', { class: 'fa-button fa-button-primary', href: '/masuk?lanjut=' + encodeURIComponent('/lapangan' + location.hash) }, t('shell.signIn'))),
    !online() && h(Notice, { tone: 'info' }, t('shell.offline')),
    newerWaits() && h(Notice, { tone: 'info' },
      h('p', null, t(writing ? 'shell.updateLater' : writtenElsewhere() ? 'shell.updateElsewhere' : 'shell.newVersion')),
      !writing && h(Button, { kind: 'quiet', onClick: takeNewer }, t('shell.update'))),
    children,
    known && h('footer', { class: 'fa-disclaimer' }, known.disclaimer));
}

/** The address behind the # names the screen, so that the browser cannot lead there itself. */
function skip(event) {
  event.preventDefault();
  const heading = document.querySelector('#isi h1');
  if (heading) {
    heading.focus();
  }
}

/** What waits to be sent, on every screen. */
function Line() {
  const [Part, found] = useState(null);
  useEffect(() => {
    import('./outbox/line.js').then(part => found(() => part.OutboxLine)).catch(() => {});
  }, []);
  return h('div', { class: 'fa-line', 'aria-live': 'polite' }, Part && h(Part, { go }));
}
