// The form for many TPS at once: on the field page and inside Tasklist.
import { say } from '../api.js';
import { call } from '../kept.js';
import { rowOf } from './row.js';

/** Makes a form from the server quicker: drafts, one report for each row, states. Answers what it holds. */
export function entry(form) {
  const sheet = { ...form.dataset };
  const sendAll = form.querySelector('[data-send]');
  const result = form.querySelector('[data-result]');
  const label = sendAll.textContent;

  // Who typed for whom is said once for all rows.
  function sender() {
    const source = form.querySelector('[name=source]:checked')?.value ?? 'APP';
    const onBehalfOf = form.querySelector('[name=onBehalfOf]')?.value.trim();
    return { source, ...(source !== 'APP' && onBehalfOf ? { onBehalfOf } : {}) };
  }

  const rows = [...form.querySelectorAll('.entry-box')].map(box => rowOf(box, sheet, sender));
  const waiting = () => rows.filter(row => row.filled());
  const left = () => rows.filter(row => row.missing()).length;

  function count() {
    const ready = waiting().length;
    sendAll.disabled = ready === 0;
    sendAll.textContent = ready ? `${label} (${ready})` : label;
  }

  async function states() {
    const question = `/api/voting/entry?slot=${encodeURIComponent(sheet.slot)}&area=${sheet.area}&election=${encodeURIComponent(sheet.election)}&round=${encodeURIComponent(sheet.round)}&size=100`;
    const known = await call('GET', question);
    known.stations.items.forEach(line => rows.find(row => row.place === line.tps)?.stands(line));
    if (known.situation) rows.find(row => row.place === known.situation.area)?.stands(known.situation);
    count();
    return known;
  }

  async function send() {
    sendAll.disabled = true;
    let sent = 0;
    const failed = [];
    for (const row of waiting()) {
      try {
        sent += (await row.send()) ? 1 : 0;
      } catch {
        failed.push(row);
      }
    }
    const open = left();
    result.textContent = failed.length
      ? say(`${sent} terkirim, ${failed.length} belum. Yang belum tersimpan di perangkat ini; perbaiki atau kirim lagi.`, `${sent} sent, ${failed.length} not yet. What is not is kept on this device; correct it or send again.`)
      : open ? say(`${sent} terkirim. Masih ${open} TPS yang belum melapor.`, `${sent} sent. ${open} TPS have still to report.`)
        : say(`${sent} terkirim. Semua TPS sudah melapor.`, `${sent} sent. All TPS have reported.`);
    result.className = `alert ${failed.length ? 'alert-bad' : open ? 'alert-warn' : 'alert-ok'}`;
    result.hidden = false;
    count();
    if (failed.length) {
      (failed[0].box.querySelector('[aria-invalid]') ?? failed[0].box).focus();
      failed[0].box.scrollIntoView({ block: 'nearest' });
    }
    if (sent) [1500, 5000].forEach(after => setTimeout(() => states().catch(() => {}), after));
    const outcome = { sent, failed: failed.length, left: open };
    form.dispatchEvent(new CustomEvent('pemungutan-terkirim', { detail: outcome }));
    return outcome;
  }

  form.addEventListener('pemungutan', count);
  form.addEventListener('submit', event => {
    event.preventDefault();
    send();
  });
  sendAll.addEventListener('click', event => {
    event.preventDefault();
    send();
  });
  // The key for "next" goes from number to number.
  form.addEventListener('keydown', event => {
    if (event.key !== 'Enter' || event.target.tagName !== 'INPUT') return;
    event.preventDefault();
    const numbers = rows.map(row => row.number()).filter(Boolean);
    const at = numbers.indexOf(event.target);
    (at < 0 || at === numbers.length - 1 ? sendAll : numbers[at + 1]).focus();
  });
  const calm = form.querySelector('[data-all-calm]');
  calm.hidden = false;
  calm.addEventListener('click', () => {
    rows.forEach(row => row.calm());
    calm.setAttribute('aria-pressed', 'true');
  });
  window.addEventListener('online', () => {
    if (rows.some(row => row.box.dataset.state === 'failed' && row.filled() && !row.box.querySelector('[aria-invalid]'))) send();
  });
  count();
  return { send, states, left };
}
