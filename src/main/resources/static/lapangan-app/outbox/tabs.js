// Tells the other tabs of this phone that the queue has changed. The storage event is known to every browser; it never comes back to its sender.
const KEY = 'desk-lapangan-outbox';

/** Something has changed here. */
export function announce() {
  try {
    localStorage.setItem(KEY, Date.now() + '.' + Math.random());
  } catch (e) {
    // The others see it when they look again.
  }
}

/** Hears that something has changed in another tab. */
export function onOtherTabs(listener) {
  addEventListener('storage', event => event.key === KEY && listener());
}
