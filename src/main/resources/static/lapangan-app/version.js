import { heardAll } from './events.js';

// The service worker keeps the app on the phone. A new version waits until the person wants it and nobody is writing.
const changes = heardAll();
let waiting = null;
let ready = Boolean(navigator.serviceWorker && navigator.serviceWorker.controller);
let asked = false;
let elsewhere = false;

/** Hears when a version becomes ready. Returns what ends it. */
export const onVersion = changes.listen;

/** Whether the app opens without network. */
export function readyOffline() {
  return ready;
}

/** Whether a newer version is on the phone and waits. */
export function newerWaits() {
  return waiting !== null;
}

/** Whether it could not take over just now, because somebody writes in another window. */
export function writtenElsewhere() {
  return elsewhere;
}

/** Lets the newer version take over; the app opens anew. */
export function takeNewer() {
  if (waiting) {
    asked = true;
    elsewhere = false;
    waiting.postMessage({ kind: 'take-over' });
  }
}

function watch(registration) {
  const look = () => {
    waiting = registration.waiting && registration.active ? registration.waiting : null;
    ready = ready || Boolean(registration.active);
    changes.tell();
  };
  look();
  registration.addEventListener('updatefound', () => {
    const installing = registration.installing;
    if (installing) {
      installing.addEventListener('statechange', look);
    }
  });
}

/** @param writing tells whether somebody is writing on this page */
export async function keepApp(writing) {
  const workers = navigator.serviceWorker;
  if (!workers) {
    return;
  }
  workers.addEventListener('message', event => {
    if (event.data && event.data.kind === 'how-is-it') {
      event.ports[0].postMessage({ version: document.documentElement.dataset.version, writing: writing() });
    } else if (event.data && event.data.kind === 'somebody-writes') {
      asked = false;
      elsewhere = true;
      changes.tell();
    }
  });
  workers.addEventListener('controllerchange', () => {
    ready = true;
    changes.tell();
    if (asked) {
      location.reload();
    }
  });
  try {
    const registration = await workers.register('/lapangan/sw.js', { scope: '/lapangan', updateViaCache: 'none' });
    watch(registration);
    if (workers.controller) {
      workers.controller.postMessage({ kind: 'tidy' });
    }
    addEventListener('online', () => registration.update().catch(() => {}));
  } catch (e) {
    // Without network at the first opening, or in a browser that keeps nothing: the app works as long as it is open.
  }
}
