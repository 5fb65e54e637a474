import { h, useEffect, useRef, useState, Button } from '../ui.js';
import { t } from '../words.js';

async function toClipboard(area) {
  try {
    await navigator.clipboard.writeText(area.value);
    return true;
  } catch (e) {
    // Without https there is no clipboard; what is selected can still be copied.
    area.select();
    return document.execCommand('copy');
  }
}

/** One report or several as a text to pass on by SMS or messenger; shown in full, so that it can be read out. */
export function AsMessage({ text, name = t('outbox.asMessage'), open = false, plain = false }) {
  const [shown, setShown] = useState(open);
  const [done, setDone] = useState(false);
  const area = useRef(null);
  useEffect(() => {
    if (shown && !open && area.current) {
      area.current.focus();
    }
  }, [shown]);
  if (!shown) {
    return h(Button, { kind: plain ? 'plain' : 'quiet', onClick: () => setShown(true) }, name);
  }
  const words = typeof text === 'function' ? text() : text;
  return h('div', { class: 'fa-outbox-message' },
    h('p', null, t('outbox.messageHint')),
    h('textarea', { ref: area, readOnly: true, rows: Math.min(10, words.split('\n').length + 1), 'aria-label': name, value: words }),
    h(Button, { onClick: () => toClipboard(area.current).then(setDone) }, t(done ? 'outbox.copied' : 'outbox.copy')),
    h('a', { class: 'fa-button fa-button-quiet', href: 'sms:?body=' + encodeURIComponent(words) }, t('outbox.bySms')));
}
