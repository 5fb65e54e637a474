// Keeps the field app on the phone: the app from the phone, everything else from the network. Nothing of /api is kept here.
const VERSION = '{{version}}';
const ROOT = '/lapangan-app/';
const CACHE = 'lapangan-' + VERSION;
const PAGE = ROOT + VERSION + '/aplikasi.html';
const FILES = ['{{files}}'];
const PATIENCE = 1500;
const LIST = ['wilayah', 'race', 'halaman', 'election', 'round'];

self.addEventListener('install', event => {
  event.waitUntil(caches.open(CACHE).then(cache => cache.addAll(FILES)).then(() => {
    // The first version has nobody to wait for.
    if (!self.registration.active) {
      return self.skipWaiting();
    }
  }));
});

self.addEventListener('activate', event => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== location.origin) {
    return;
  }
  if (url.pathname.startsWith(ROOT)) {
    // Another version's page that is still open finds its own files.
    event.respondWith(caches.match(event.request).then(kept => kept || fetch(event.request)));
  } else if (event.request.mode === 'navigate' && url.pathname === '/lapangan' && !LIST.concat('lang').some(name => url.searchParams.has(name))) {
    event.respondWith(page().then(kept => kept || fetch(event.request)));
  } else if (event.request.mode === 'navigate' && (url.pathname === '/lapangan' || url.pathname.startsWith('/lapangan/'))) {
    event.respondWith(fetch(event.request).catch(error => page().then(kept => kept || Promise.reject(error))));
  }
});

function page() {
  return caches.open(CACHE).then(cache => cache.match(PAGE));
}

self.addEventListener('message', event => {
  if (event.data.kind === 'take-over') {
    event.waitUntil(takeOver(event.source));
  } else if (event.data.kind === 'tidy') {
    event.waitUntil(tidy());
  }
});

/** Not while somebody writes in another window. */
async function takeOver(asking) {
  const pages = await howTheyAre();
  if (pages.some(one => one && one.writing)) {
    asking.postMessage({ kind: 'somebody-writes' });
  } else {
    await self.skipWaiting();
  }
}

/** Earlier versions go once every open page is of this one. */
async function tidy() {
  const pages = await howTheyAre();
  if (self.registration.waiting || pages.some(one => !one || one.version !== VERSION)) {
    return;
  }
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith('lapangan-') && name !== CACHE).map(name => caches.delete(name)));
}

async function howTheyAre() {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const apps = pages.filter(one => new URL(one.url).pathname === '/lapangan');
  return Promise.all(apps.map(ask));
}

function ask(one) {
  return new Promise(answer => {
    const channel = new MessageChannel();
    const timer = setTimeout(() => answer(null), PATIENCE);
    channel.port1.onmessage = event => {
      clearTimeout(timer);
      answer(event.data);
    };
    one.postMessage({ kind: 'how-is-it' }, [channel.port2]);
  });
}
