/** Somebody who tells, and those who listen. */
export function heardAll() {
  const listeners = new Set();
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell() {
      listeners.forEach(listener => listener());
    }
  };
}
