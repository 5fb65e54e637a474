import { h, useEffect, useState, Button } from './ui.js';
import { t } from './words.js';

// Chromium offers it once, whenever it likes.
let offer = null;
addEventListener('beforeinstallprompt', event => {
  event.preventDefault();
  offer = event;
  dispatchEvent(new Event('desk-install'));
});

function installed() {
  return matchMedia('(display-mode: standalone)').matches || navigator.standalone === true;
}

/** How the app comes to the home screen of this phone; nothing once it is there. */
export function Install() {
  const [, again] = useState(0);
  useEffect(() => {
    const redraw = () => again(n => n + 1);
    addEventListener('desk-install', redraw);
    addEventListener('appinstalled', redraw);
    return () => {
      removeEventListener('desk-install', redraw);
      removeEventListener('appinstalled', redraw);
    };
  }, []);
  if (installed()) {
    return null;
  }
  if (offer) {
    return h(Button, { kind: 'quiet', onClick: () => offer.prompt() }, t('home.install'));
  }
  return /iPhone|iPad/.test(navigator.userAgent) ? h('p', { class: 'fa-hint' }, t('home.installHint')) : null;
}
