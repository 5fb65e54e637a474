import { h, useEffect, useState, Button, Notice, Screen } from './ui.js';
import { t } from './words.js';
import { go } from './router.js';
import { me } from './session.js';
import { call } from './net.js';
import { people } from './store.js';

/** Signing out. What has not been sent stays on the phone, and the person is told before. */
export function Leave() {
  const [unsent, found] = useState(null);
  const [failed, fail] = useState(false);
  useEffect(() => {
    people().then(all => found((all.find(one => one.id === me().id) || { unsent: 0 }).unsent));
  }, []);
  const leave = async () => {
    const answer = await call('POST', '/keluar');
    if (answer.status === 0 || answer.status >= 500) {
      fail(true);
    } else {
      location.replace('/masuk?lanjut=/lapangan');
    }
  };
  return h(Screen, { title: t('home.signOut'), back: '#/' },
    unsent > 0 && h(Notice, { tone: 'warn' }, t('home.signOutUnsent', { n: unsent })),
    failed && h(Notice, { tone: 'bad' }, t('home.signOutOffline')),
    unsent !== null && h('p', { class: 'fa-actions' },
      h(Button, { kind: unsent > 0 ? 'danger' : 'primary', onClick: leave }, t('home.leave')),
      h(Button, { kind: 'quiet', onClick: () => go('/') }, t('home.stay'))));
}
