// The page for incidents on a telephone: what is typed is kept here until the server has it, and is sent again where there is no signal.
const WAITS = [4, 8, 15, 30, 60, 60, 60];
const LONG_SIDE = 1600;
const SMALL = 300 * 1024;
const DONE = '/lapangan/kejadian/laporan/';
const english = document.documentElement.lang === 'en';
const say = (indonesian, inEnglish) => (english ? inEnglish : indonesian);
const SKIPPED = ['_csrf', 'photos'];

function draftOf(form, person) {
  const key = `desk-kejadian:${person}:${form.dataset.lapor}`;
  const entries = () => [...new FormData(form)].filter(([name, value]) => !SKIPPED.includes(name) && typeof value === 'string');
  return {
    keep(sending) {
      try {
        localStorage.setItem(key, JSON.stringify({ at: Date.now(), sending, entries: entries() }));
      } catch {
        // A full or closed store must not keep a report from being sent.
      }
    },
    forget: () => localStorage.removeItem(key),
    restore() {
      let kept = null;
      try {
        kept = JSON.parse(localStorage.getItem(key));
      } catch {
        localStorage.removeItem(key);
      }
      if (!kept || Date.now() - kept.at > 12 * 3600 * 1000) return null;
      for (const [name, value] of kept.entries) {
        const fields = [...form.querySelectorAll(`[name="${name}"]`)];
        if (name === 'foto') {
          if (!fields.some(field => field.value === value)) hidden(form, value);
        } else if (fields.some(field => field.type === 'radio' || field.type === 'checkbox')) {
          fields.forEach(field => (field.checked = field.checked || field.value === value));
        } else if (fields[0] && fields[0].type !== 'submit') fields[0].value = value;
      }
      return kept;
    },
  };
}

function hidden(form, hash) {
  const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'foto', value: hash });
  form.append(field);
  return field;
}

function show(html, address) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.querySelector('main').replaceWith(page.querySelector('main'));
  document.title = page.title;
  if (address) history.replaceState(null, '', address);
  window.scrollTo(0, 0);
  start();
}

function sender(form, draft, pending) {
  const status = form.querySelector('[data-status]');
  const tell = (text, failed) => {
    status.hidden = false;
    status.dataset.state = failed ? 'failed' : 'sending';
    status.textContent = text;
  };
  let running = false;
  let timer = 0;

  async function attempt(body, turn) {
    const stop = new AbortController();
    const limit = setTimeout(() => stop.abort(), 45000);
    try {
      const answer = await fetch(form.action, { method: 'POST', body, credentials: 'same-origin', signal: stop.signal });
      const path = new URL(answer.url).pathname;
      if (answer.status >= 500 || answer.status === 429) throw new Error('later');
      if (answer.redirected && !path.includes(DONE)) {
        tell(say('Anda perlu masuk lagi. Isian tersimpan di HP ini; masuk, lalu buka halaman ini lagi.', 'Sign in again. What you typed is kept on this phone; sign in, then open this page again.'), true);
        return finish();
      }
      const html = await answer.text();
      if (answer.ok || answer.status === 422) {
        if (answer.ok) draft.forget();
        finish();
        return show(html, answer.ok ? answer.url : null);
      }
      const message = new DOMParser().parseFromString(html, 'text/html').querySelector('main p')?.textContent;
      tell(message ?? say('Ditolak. Telepon desk.', 'Refused. Call the desk.'), true);
      finish();
    } catch {
      if (turn >= WAITS.length) {
        tell(say('Belum terkirim. Tersimpan di HP ini; tekan Kirim bila ada sinyal, atau telepon.', 'Not sent. Kept on this phone; press Send when there is a signal, or call.'), true);
        return finish();
      }
      tell(say(`Belum terkirim, tersimpan di HP ini. Dicoba lagi dalam ${WAITS[turn]} detik.`, `Not sent yet, kept on this phone. Trying again in ${WAITS[turn]} seconds.`), true);
      const again = () => {
        clearTimeout(timer);
        removeEventListener('online', again);
        attempt(body, turn + 1);
      };
      timer = setTimeout(again, WAITS[turn] * 1000);
      addEventListener('online', again);
    } finally {
      clearTimeout(limit);
    }
  }

  function finish() {
    running = false;
  }

  return async button => {
    if (running) return;
    running = true;
    draft.keep(true);
    if (pending.size) {
      tell(say('Mengirim foto …', 'Sending photos …'));
      await Promise.race([Promise.allSettled([...pending]), new Promise(done => setTimeout(done, 20000))]);
    }
    const body = new FormData(form);
    body.delete('photos');
    if (button?.name) body.set(button.name, button.value);
    tell(say('Mengirim …', 'Sending …'));
    attempt(body, 0);
  };
}

async function smaller(file) {
  if (file.size <= SMALL) return file;
  try {
    const bitmap = await createImageBitmap(file);
    const scale = Math.min(1, LONG_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = Object.assign(document.createElement('canvas'), { width: Math.round(bitmap.width * scale), height: Math.round(bitmap.height * scale) });
    canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    return (await new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.8))) ?? file;
  } catch {
    return file;
  }
}

function photos(form, draft, pending) {
  const input = form.querySelector('[name=photos]');
  const list = form.querySelector('[data-thumbs]');
  if (!input) return;
  async function send(file, line) {
    const body = new FormData();
    body.append('_csrf', form.querySelector('[name=_csrf]').value);
    body.append('photos', await smaller(file), file.name);
    line.textContent = say(`${file.name}: mengirim …`, `${file.name}: sending …`);
    let answer;
    try {
      answer = await fetch(form.action.replace(/\/lapangan\/kejadian.*/, '/lapangan/kejadian/foto'), { method: 'POST', body, headers: { Accept: 'application/json' }, credentials: 'same-origin' });
    } catch {
      line.textContent = say(`${file.name}: belum terkirim, dapat ditambahkan nanti.`, `${file.name}: not sent, can be added later.`);
      return;
    }
    const content = await answer.json().catch(() => ({}));
    line.textContent = answer.ok ? `${file.name} ✓` : content.detail ?? file.name;
    (content.photos ?? []).forEach(hash => hidden(form, hash));
    draft.keep(false);
  }
  input.addEventListener('change', () => {
    const room = 8 - form.querySelectorAll('[name=foto]').length;
    const chosen = [...input.files];
    input.value = '';
    chosen.forEach((file, at) => {
      const line = document.createElement('li');
      list.append(line);
      if (at >= room) {
        line.textContent = say(`${file.name}: paling banyak 8 foto sekali kirim.`, `${file.name}: at most 8 photos at once.`);
        return;
      }
      const work = send(file, line).finally(() => pending.delete(work));
      pending.add(work);
    });
  });
}

function place(form, draft) {
  const button = form.querySelector('[data-location]');
  if (!button || !navigator.geolocation) return;
  const said = form.querySelector('[data-location-said]');
  button.hidden = false;
  button.addEventListener('click', () => {
    said.textContent = said.dataset.wait;
    navigator.geolocation.getCurrentPosition(found => {
      form.elements.lat.value = found.coords.latitude.toFixed(6);
      form.elements.lng.value = found.coords.longitude.toFixed(6);
      said.textContent = said.dataset.got;
      draft.keep(false);
    }, () => (said.textContent = said.dataset.failed), { enableHighAccuracy: true, timeout: 20000, maximumAge: 60000 });
  });
}

let looking = 0;

function look(main) {
  clearInterval(looking);
  const every = Number(main.dataset.segar);
  if (!every) return;
  let turns = 0;
  looking = setInterval(async () => {
    if (document.hidden || (turns += 1) > 120) return;
    const html = await fetch(location.href, { credentials: 'same-origin' }).then(answer => (answer.ok ? answer.text() : ''), () => '');
    const fresh = html && new DOMParser().parseFromString(html, 'text/html').getElementById('keadaan');
    if (fresh) document.getElementById('keadaan')?.replaceWith(fresh);
  }, every * 1000);
}

function start() {
  const main = document.querySelector('main.aid');
  look(main);
  for (const form of main.querySelectorAll('form[data-lapor]')) {
    const draft = draftOf(form, main.dataset.person ?? location.pathname);
    const pending = new Set();
    const send = sender(form, draft, pending);
    form.addEventListener('submit', event => {
      event.preventDefault();
      send(event.submitter);
    });
    photos(form, draft, pending);
    place(form, draft);
    if (form.dataset.lapor !== 'darurat') {
      const refused = form.querySelector('.field-error');
      if (!refused) draft.restore();
      form.addEventListener('input', () => draft.keep(false));
    }
  }
}

start();
