// One TPS of the checklist: all complete with one tap, and exceptions one by one.
import { element, root, say } from '../api.js';
import { call } from '../kept.js';
import { draftOf, reportOf } from './draft.js';

const ANSWERS = [['OK', say('Ada', 'Yes')], ['MISSING', say('Tidak ada', 'Missing')], ['DAMAGED', say('Rusak', 'Damaged')], ['UNKNOWN', say('Belum tahu', 'Unknown')]];
const SIGNALS = [['GOOD', say('Bagus', 'Good')], ['WEAK', say('Lemah', 'Weak')], ['NONE', say('Tidak ada', 'None')]];
const STATES = {
  UNCHECKED: ['', say('Belum diperiksa', 'Not checked')], READY: ['badge-ok', say('Siap', 'Ready')],
  CONDITIONAL: ['badge-warn', say('Siap bersyarat', 'With conditions')], NOT_READY: ['badge-bad', say('Tidak siap', 'Not ready')]
};

function radios(name, legend, options, chosen, changed) {
  const inputs = options.map(([value]) => element('input', { type: 'radio', name, value, checked: value === chosen, onchange: () => changed(value) }));
  const box = element('fieldset', { class: 'pick' }, element('legend', {}, legend),
    element('div', {}, ...options.map(([, label], at) => element('label', {}, inputs[at], element('span', {}, label)))));
  return { box, set: value => inputs.forEach(input => (input.checked = input.value === value)) };
}

export function card(sheet, station, { taskId, own = true } = {}) {
  const draft = draftOf(sheet, station.tps);
  const site = sheet.stage === 'SITE';
  const badge = element('span', { class: 'badge' });
  const status = element('p', { class: 'entry-status', role: 'status' });
  const fields = [];
  const box = element('article', { class: 'entry-box', 'data-tps': station.tps });

  const button = own ? element('button', { type: 'button', onclick: () => send().then(() => box.dispatchEvent(new CustomEvent('kesiapan', { bubbles: true })), () => {}) }, say('Kirim', 'Send')) : null;

  const setState = state => {
    const [kind, label] = STATES[state];
    badge.className = `badge ${kind}`;
    badge.textContent = label;
  };
  const show = (kind, text) => {
    box.dataset.state = kind;
    status.textContent = text;
    if (button) button.disabled = !['filled', 'open', 'failed'].includes(kind);
  };
  const counts = () => {
    const items = draft.get().items;
    const left = sheet.items.filter(item => !items[item.code]).length;
    const short = sheet.items.filter(item => items[item.code] && items[item.code] !== 'OK').length;
    if (!draft.kept()) return show('', '');
    if (site && !draft.get().connectivity) return show('open', say('Sinyal belum dipilih', 'Signal not chosen'));
    show('filled', short ? say(`Siap dikirim, ${short} catatan`, `Ready to send, ${short} remarks`) : left ? say(`Siap dikirim, ${left} belum dijawab`, `Ready to send, ${left} not answered`) : say('Siap dikirim: semua lengkap', 'Ready to send: complete'));
  };
  const change = what => {
    draft.change(what);
    counts();
    box.dispatchEvent(new CustomEvent('kesiapan', { bubbles: true }));
  };

  const all = () => {
    const given = draft.get();
    change({ items: Object.fromEntries(sheet.items.map(item => [item.code, 'OK'])), connectivity: given.connectivity ?? station.connectivity ?? (site ? 'GOOD' : null) });
    fields.forEach(set => set());
  };

  const groups = new Map();
  sheet.items.forEach(item => groups.set(item.group, [...(groups.get(item.group) ?? []), item]));
  const parts = [...groups.values()].map(items => element('section', {}, element('h3', {}, items[0].groupLabel), ...items.map(item => {
    const one = radios(`${station.tps}-${item.code}`, item.label, ANSWERS, draft.get().items[item.code], value => change({ items: { ...draft.get().items, [item.code]: value } }));
    fields.push(() => one.set(draft.get().items[item.code]));
    return one.box;
  })));

  const plan = element('p', { class: 'form-note' }, say('Tanpa sinyal TPS perlu rencana pelaporan: ', 'Without signal the TPS needs a plan for reporting: '),
    element('a', { href: `${root}/lapangan/rencana/${station.tps}`, target: '_blank', rel: 'noopener' }, say('isi rencana', 'write the plan')));
  const showPlan = () => (plan.hidden = draft.get().connectivity !== 'NONE');
  const signal = radios(`${station.tps}-signal`, say('Sinyal telepon di TPS', 'Mobile signal at the TPS'), SIGNALS, draft.get().connectivity, value => {
    change({ connectivity: value });
    showPlan();
  });
  fields.push(() => signal.set(draft.get().connectivity), showPlan);
  showPlan();
  const flood = element('input', { type: 'checkbox', checked: draft.get().floodRisk, onchange: () => change({ floodRisk: flood.checked }) });
  const count = (name, label, most) => {
    const input = element('input', { type: 'number', min: 0, max: 50, inputmode: 'numeric', value: draft.get()[name], placeholder: most, onchange: () => change({ [name]: input.value }) });
    return element('label', { class: 'k-count' }, element('span', {}, label), input);
  };
  const around = site ? element('section', {}, element('h3', {}, say('Keadaan', 'Conditions')), signal.box, plan,
    element('label', { class: 'tick' }, flood, element('span', {}, say('Rawan banjir', 'Flood-prone'))),
    element('div', { class: 'k-counts' }, count('kppsPresent', say('KPPS hadir (dari 7)', 'KPPS present (of 7)'), 7), count('linmasPresent', say('Linmas hadir (dari 2)', 'Linmas present (of 2)'), 2))) : null;

  const remarks = element('textarea', { rows: 2, maxlength: 2000, onchange: () => change({ remarks: remarks.value }) });
  remarks.value = draft.get().remarks;
  const where = element('span', { class: 'form-note' }, draft.get().location ? say('Lokasi tersimpan.', 'Place kept.') : '');
  const locate = element('button', {
    type: 'button', class: 'button-quiet', onclick: () => {
      where.textContent = say('Mencari lokasi…', 'Looking for the place…');
      navigator.geolocation.getCurrentPosition(
        found => {
          change({ location: { lat: Number(found.coords.latitude.toFixed(6)), lng: Number(found.coords.longitude.toFixed(6)) } });
          where.textContent = say('Lokasi tersimpan.', 'Place kept.');
        },
        () => (where.textContent = say('Lokasi tidak ditemukan. Laporan tetap dapat dikirim.', 'Place not found. The report can be sent all the same.')),
        { enableHighAccuracy: true, timeout: 20000 });
    }
  }, say('Pakai lokasi saya', 'Use my place'));
  const waiting = [];
  const shown = element('span', { class: 'form-note' });
  const tellPhotos = () => {
    const total = draft.get().photos.length + waiting.length;
    shown.textContent = total ? say(`${total} foto`, `${total} photos`) : say('Foto boleh menyusul.', 'Photos may follow.');
  };
  const camera = element('input', {
    type: 'file', accept: 'image/jpeg,image/png,image/webp', multiple: true, onchange: () => {
      waiting.push(...camera.files);
      camera.value = '';
      change({});
      tellPhotos();
    }
  });
  tellPhotos();
  const more = element('section', {}, element('h3', {}, say('Keterangan', 'Remarks')), element('label', {}, element('span', {}, say('Catatan', 'Note')), remarks),
    element('label', {}, element('span', {}, say('Foto TPS', 'Photos of the TPS')), camera), shown, navigator.geolocation ? element('p', {}, locate, ' ', where) : null);
  const detail = element('details', {}, element('summary', {}, say('Isi satu per satu', 'Fill in one by one')), ...parts, around, more);

  async function send() {
    if (!draft.kept()) return null;
    if (site && !draft.get().connectivity) {
      detail.open = true;
      show('failed', say('Pilih dulu keadaan sinyal.', 'Choose the signal first.'));
      return null;
    }
    show('sending', say('Mengirim…', 'Sending…'));
    try {
      while (waiting.length) {
        const body = new FormData();
        body.append('photos', waiting[0], waiting[0].name);
        const { photos } = await call('POST', `/api/readiness/${station.tps}/photos`, body);
        waiting.shift();
        draft.change({ photos: [...new Set([...draft.get().photos, ...photos])] });
      }
      const { id } = draft.get();
      draft.tried();
      const receipt = await call('PUT', `/api/field-reports/${id}`, reportOf(sheet, station.tps, draft.get(), taskId));
      draft.forget();
      show('sent', say(`Sudah diterima, nomor terima ${receipt.receipt}`, `Received, receipt ${receipt.receipt}`));
      detail.open = false;
      return { id, receipt };
    } catch (problem) {
      show('failed', [problem.message, ...(problem.errors ?? []).map(error => error.message)].join(' '));
      throw problem;
    }
  }

  box.append(
    element('header', {}, element('h2', {}, `TPS ${String(station.number).padStart(3, '0')}`), element('span', { class: 'k-place-name' }, station.village, station.address ? ` · ${station.address}` : ''), badge),
    element('p', { class: 'k-quick' }, element('button', { type: 'button', class: 'button-quiet', onclick: all }, say('Semua lengkap', 'All complete')), button), status, detail);
  setState(station.stageState);
  counts();
  return { box, all, send, setState, tps: station.tps, ready: () => box.dataset.state === 'filled' || (draft.kept() && box.dataset.state === 'failed'), untouched: () => !draft.kept() && box.dataset.state !== 'sent' };
}
