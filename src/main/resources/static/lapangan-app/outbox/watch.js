import { useEffect, useState } from '../ui.js';
import { subscribe } from './outbox.js';

const CALM = 100;

/** What `read` finds in the queue, again after each change; sixty changes in a second are drawn as a few. */
export function useOutbox(read, before) {
  const [found, set] = useState(before);
  useEffect(() => {
    let shown = true;
    let planned = null;
    const look = () => {
      planned = null;
      read().then(value => shown && set(value)).catch(() => {});
    };
    look();
    const end = subscribe(() => { planned = planned || setTimeout(look, CALM); });
    return () => {
      shown = false;
      clearTimeout(planned);
      end();
    };
  }, []);
  return found;
}
