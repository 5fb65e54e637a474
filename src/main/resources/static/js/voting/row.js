// One place of the form: what was typed, kept on this device until its receipt is there.
import { element, english, newId, say } from '../api.js';
import { call } from '../kept.js';
import { current, dataOf, gathered, initial, same } from './typed.js';

const MORE = ['male', 'female', 'queue', 'mobility', 'officersCondition', 'onDutySince', 'halted', 'remarks'];

export function rowOf(box, sheet, sender) {
  const place = box.dataset.place;
  const fields = [...box.querySelectorAll('input[name],select[name],textarea[name]')].filter(field => field.type !== 'hidden');
  const by = name => fields.filter(field => field.name === `${place}.${name}`);
  const key = `desk-pemungutan:${sheet.election}/${sheet.round}/${sheet.slot}/${place}`;
  const status = box.querySelector('.entry-status');
  const badge = box.querySelector('.badge');
  const looks = box.querySelector('[data-look]');
  const alarm = box.querySelector('[data-alarm]');
  const details = box.querySelector('details');
  let held = gathered(fields, initial);
  let draft = null;
  let calmLater = false;

  const values = () => gathered(fields, current);
  const filled = () => !same(values(), held);
  const keep = () => localStorage.setItem(key, JSON.stringify(draft));
  const set = (name, value) => by(name).forEach(field => {
    if (field.type === 'radio' || field.type === 'checkbox') field.checked = field.value === value;
    else field.value = value;
  });
  const show = (state, text) => {
    box.dataset.state = state;
    status.textContent = text ?? '';
  };
  const standing = { state: box.dataset.state, text: status.textContent };

  function clearErrors() {
    box.querySelectorAll('.v-error').forEach(error => error.remove());
    box.querySelectorAll('[aria-invalid]').forEach(field => {
      field.removeAttribute('aria-invalid');
      field.removeAttribute('aria-describedby');
    });
  }

  function fault(name, message) {
    const first = by(name)[0];
    if (!first) return false;
    const id = `${place}-${name}-salah`;
    const text = element('p', { class: 'v-error', id }, message);
    (first.closest('.v-field, .pick, .tick') ?? first).after(text);
    by(name).forEach(field => {
      field.setAttribute('aria-invalid', 'true');
      field.setAttribute('aria-describedby', id);
    });
    if (MORE.includes(name)) details.open = true;
    return true;
  }

  function tell(problem) {
    const rest = (problem.errors ?? []).filter(error => !fault((error.field ?? '').replace(/^data\./, '').replace(/^voters\./, '').replace(/^voters$/, 'total'), error.message));
    const placed = problem.errors?.length && !rest.length;
    if (placed && looks) looks.hidden = true;
    show('failed', placed ? say('Belum diterima. Perbaiki yang ditandai, lalu kirim lagi.', 'Not taken yet. Correct what is marked, then send again.') : [...new Set([rest.length ? '' : problem.message, ...rest.map(error => error.message)])].join(' ').trim());
  }

  // Said at once, so that a slip is seen while the finger is still there; nothing is refused here.
  function advise(now) {
    const total = now.total === '' || !/^\d+$/.test(now.total ?? '') ? null : Number(now.total);
    const before = Number(box.dataset.before || -1);
    const most = Number(box.dataset.most || 0);
    let text = '';
    if (total !== null && total < before && !now.remarks) {
      text = say(`${box.dataset.beforeSlot}: ${before} pemilih, sekarang ${total}. Bila benar, tulis alasannya di Keterangan.`, `${box.dataset.beforeSlot}: ${before} voters, now ${total}. If that is right, write why under Remarks.`);
    } else if (total !== null && most && total > most) {
      text = say(`${total} lebih banyak dari DPT (${box.dataset.dpt}). Lihat lagi; bila tetap dikirim, ditandai perlu dicek.`, `${total} is more than the voter list (${box.dataset.dpt}). Look again; if sent all the same, it is marked to be checked.`);
    }
    if (looks) {
      looks.textContent = text;
      looks.hidden = !text;
    }
    if (alarm) {
      const alarming = now.security === 'UNREST' || now.halted === 'ya';
      alarm.hidden = !alarming;
      if (details && (alarming || now.security === 'ATTENTION' || (total !== null && total < before))) details.open = true;
    }
  }

  // "No news" and figures say opposite things: the later one counts.
  function opposite(name) {
    if (name === 'noNews' && values().noNews) Object.entries(held).filter(([other]) => other !== 'noNews').forEach(([other, value]) => set(other, value));
    else if (name !== 'noNews') set('noNews', held.noNews ?? '');
  }

  function changed(typing) {
    const now = values();
    if (typing) {
      clearErrors();
      // What has gone out under an id may have arrived although nobody heard of it: changed content gets another id.
      if (!draft || draft.tried) draft = { id: newId(), tried: false };
      Object.assign(draft, { values: now, at: new Date().toISOString() });
      if (filled()) keep();
      else forget();
    }
    advise(now);
    if (filled()) show('draft', now.noNews && same({ ...now, noNews: '' }, { ...held, noNews: '' }) ? say('Belum ada kabar: akan dicatat saat Anda kirim', 'No news: noted when you send') : say('Draf, belum dikirim', 'Draft, not sent yet'));
    else show(standing.state, standing.text);
    box.dispatchEvent(new CustomEvent('pemungutan', { bubbles: true }));
  }

  function forget() {
    localStorage.removeItem(key);
    draft = null;
  }

  const clock = instant => new Date(instant).toLocaleTimeString(english ? 'en-GB' : 'id-ID', { hour: '2-digit', minute: '2-digit', timeZone: sheet.zone }).replace(':', '.');
  const settled = (state, text) => {
    Object.assign(standing, { state, text });
    show(state, text);
  };

  async function send() {
    const now = values();
    if (!filled()) return false;
    draft ??= { id: newId(), values: now, at: new Date().toISOString() };
    clearErrors();
    show('sending', say('Mengirim…', 'Sending…'));
    try {
      const which = { election: sheet.election, round: sheet.round, slot: sheet.slot };
      if (now.noNews && same({ ...now, noNews: '' }, { ...held, noNews: '' })) {
        const noted = await call('PUT', `/api/voting/no-news/${place}`, which);
        settled('missing', say(`Belum ada kabar, dicatat ${clock(noted.at)}`, `No news, noted ${clock(noted.at)}`));
        held = now;
      } else {
        draft.tried = true;
        keep();
        const where = box.dataset.kind === 'SITUATION' ? { kind: 'SITUATION', region: box.dataset.region } : { kind: 'VOTING', tps: place };
        const receipt = await call('PUT', `/api/field-reports/${draft.id}`, { ...where, ...which, ...sender(), observedAt: draft.at, data: dataOf(now, held, sheet) });
        if (badge) {
          badge.textContent = say('Sedang dicatat', 'Being recorded');
          badge.className = 'badge badge-info';
        }
        settled('sent', say(`Terkirim ${clock(receipt.receivedAt)}, nomor terima ${receipt.receipt}`, `Sent ${clock(receipt.receivedAt)}, receipt ${receipt.receipt}`));
        held = now;
      }
      forget();
      if (details) details.open = false;
      advise(now);
      return true;
    } catch (problem) {
      tell(problem);
      throw problem;
    } finally {
      box.dispatchEvent(new CustomEvent('pemungutan', { bubbles: true }));
    }
  }

  /** How the server says it stands: what was refused after its receipt is typed again under another id. */
  function stands(line) {
    if (badge && line.label) {
      badge.textContent = line.label;
      badge.className = `badge badge-${line.badge}`;
    }
    if (line.sent?.state === 'REJECTED' && box.dataset.state === 'sent') {
      held = {};
      draft = { id: newId(), tried: false, values: values(), at: new Date().toISOString() };
      keep();
      tell({ message: '', errors: line.sent.reasons.map(reason => ({ field: reason.code === 'TURNOUT_BELOW_EARLIER' ? 'remarks' : '', message: reason.message })) });
    }
  }

  // "Same as before" takes over what seldom changes; the number is typed.
  function likeBefore() {
    const before = JSON.parse(box.dataset.like || '{}');
    opposite('security');
    Object.entries(before).forEach(([name, value]) => set(name, value));
    changed(true);
    by('total')[0]?.focus();
  }

  try {
    draft = JSON.parse(localStorage.getItem(key));
    if (draft) Object.entries(draft.values).forEach(([name, value]) => set(name, value));
  } catch {
    forget();
  }
  function beCalm() {
    const now = values();
    if (now.security || now.noNews || calmLater && !now.total) return;
    calmLater = false;
    set('security', 'CALM');
    changed(true);
  }

  box.addEventListener('input', event => {
    opposite(event.target.name.split('.')[1]);
    if (calmLater) beCalm();
    changed(true);
  });
  box.querySelectorAll('[data-set]').forEach(button => {
    button.hidden = false;
    button.addEventListener('click', () => {
      opposite(button.dataset.field);
      set(button.dataset.field, button.dataset.set === 'now' ? new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: sheet.zone }) : button.dataset.set);
      changed(true);
    });
  });
  const like = box.querySelector('[data-like-before]');
  if (like) {
    like.hidden = false;
    like.addEventListener('click', likeBefore);
  }
  changed(false);

  // What its own officer reports stands apart: nobody else is asked for it.
  const others = box.closest('.v-others') !== null;

  return {
    place, box, send, filled, stands,
    missing: () => !others && box.dataset.kind !== 'SITUATION' && ['missing', 'draft', 'failed'].includes(box.dataset.state) && box.dataset.expected === 'true',
    // A row without its number would count as reported: it is calm once there is one.
    calm: () => {
      if (others) return;
      calmLater = by('total').length > 0 && !values().total;
      beCalm();
    },
    number: () => by('total')[0]
  };
}
