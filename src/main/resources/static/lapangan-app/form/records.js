import { useEffect, useState } from '../ui.js';
import { list, subscribe } from '../outbox/outbox.js';

/** What was handed in on this phone, the latest first; drawn again whenever something of it changes. `before`: what is known of it at first. */
export function useRecords(before = []) {
  const [records, found] = useState(before);
  useEffect(() => {
    let here = true;
    const look = () => list().then(all => here && found(all.filter(record => !record.asideAt))).catch(() => {});
    look();
    const end = subscribe(look);
    return () => {
      here = false;
      end();
    };
  }, []);
  return records;
}
