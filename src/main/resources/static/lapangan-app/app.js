import { settle } from './lang.js';
import { h, render, useEffect, useState, Button, Notice } from './ui.js';
import { t } from './words.js';
import { adopt, go, here, isWriting, screen } from './router.js';
import { me, onSession, signedOut, start } from './session.js';
import { people } from './store.js';
import { onDay, recall, refresh } from './day.js';
import { forgetAsked } from './net.js';
import { Frame } from './frame.js';
import { keepApp } from './version.js';

const REFRESH = 5 * 60 * 1000;
const root = document.getElementById('app');

/** The screen that the address names, inside the frame. */
function App() {
  const [, again] = useState(0);
  const [shown, setShown] = useState(null);
  useEffect(() => {
    const redraw = () => again(n => n + 1);
    const ends = [onSession(redraw), onDay(redraw)];
    addEventListener('online', redraw);
    addEventListener('offline', redraw);
    return () => {
      ends.forEach(end => end());
      removeEventListener('online', redraw);
      removeEventListener('offline', redraw);
    };
  }, []);
  useEffect(() => {
    let latest = null;
    const open = () => {
      const at = here();
      latest = at;
      screen(at.path)
        .then(Part => latest === at && setShown({ at, Part }))
        .catch(() => latest === at && setShown({ at, Part: Missing }));
    };
    open();
    addEventListener('hashchange', open);
    return () => removeEventListener('hashchange', open);
  }, []);
  const writing = Boolean(shown && isWriting(shown.at.path));
  return h(Frame, { writing, path: shown ? shown.at.path : '/' },
    shown
      ? h(shown.Part, { key: me().id + location.hash, go, ...shown.at.query })
      : h('p', { class: 'fa-screen' }, t('shell.opening')));
}

function Missing() {
  return h('main', { class: 'fa-screen', id: 'isi' },
    h(Notice, { tone: 'warn' }, t('shell.missing')),
    h('p', null, h('a', { href: '/lapangan/daftar' }, t('shell.plainPages'))));
}

function Nobody({ unsent }) {
  return h('main', { class: 'fa-screen', id: 'isi' },
    h('h1', null, t('shell.nobody')),
    h('p', null, t('shell.nobodyHint')),
    h(Button, { onClick: () => location.reload() }, t('shell.tryAgain')),
    unsent.length > 0 && h('section', null,
      h('h2', null, t('shell.unsentTitle')),
      h('ul', null, unsent.map(one => h('li', { key: one.id }, t('shell.unsentOf', { name: one.name, n: one.unsent })))),
      h('p', null, t('shell.unsentHint'))));
}

function Refused() {
  return h('main', { class: 'fa-screen', id: 'isi' },
    h(Notice, { tone: 'bad' }, t(window.indexedDB ? 'shell.broken' : 'shell.noStorage')),
    h(Button, { onClick: () => location.reload() }, t('shell.reload')),
    h('p', null, h('a', { href: '/lapangan/daftar' }, t('shell.plainPages'))));
}

/** What comes of it may be anything on a strange network; what the phone knows stays on the screen. */
async function keepFresh() {
  await refresh().catch(() => {});
  import('./outbox/outbox.js').then(part => part.drain()).catch(() => {});
}

async function nobody() {
  if (signedOut()) {
    location.replace('/masuk?lanjut=' + encodeURIComponent('/lapangan' + location.hash));
    return;
  }
  const all = await people();
  root.textContent = '';
  render(h(Nobody, { unsent: all.filter(one => one.unsent > 0) }), root);
}

async function run() {
  settle();
  adopt();
  if (!await start()) {
    await nobody();
    return;
  }
  await recall();
  root.textContent = '';
  render(h(App), root);
  await keepFresh();
  forgetAsked();
  setInterval(keepFresh, REFRESH);
  addEventListener('online', keepFresh);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && keepFresh());
}

run()
  .catch(() => {
    root.textContent = '';
    render(h(Refused), root);
  })
  .then(() => keepApp(() => isWriting(here().path)));
