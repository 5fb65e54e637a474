// The page's own script, small and fetched first: asks for what the first screen shows while the rest of the app is still on its way.
const PATIENCE = 20000;
const page = document.documentElement;

async function asked(path) {
  const giveUp = new AbortController();
  setTimeout(() => giveUp.abort(), PATIENCE);
  const sent = Date.now();
  const response = await fetch(path, {
    headers: { Accept: 'application/json', 'Accept-Language': page.lang },
    credentials: 'same-origin',
    cache: 'no-store',
    redirect: 'manual',
    signal: giveUp.signal
  });
  return { response, sent, received: Date.now() };
}

// A page that was kept on the phone belongs to somebody who has opened the app before: what they know of the day is here, and it asks only for what has changed.
if (!page.dataset.kept) {
  window.deskAsked = {};
  ['/api/me', '/api/field/day'].forEach(path => {
    window.deskAsked[path] = asked(path).catch(() => null);
  });
}

const drawn = new Promise(done => (document.readyState === 'loading' ? addEventListener('DOMContentLoaded', done) : done()));

Promise.all([import('./first.js'), drawn]).then(([first]) => first.$part('app.js')).catch(error => {
  if (error instanceof SyntaxError) {
    // A browser that knows modules, but not all that is written in them.
    location.replace('/lapangan/daftar');
  } else {
    addEventListener('online', () => location.reload());
  }
});
