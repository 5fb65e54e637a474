// Talking to our API, from our own pages and from the forms of Tasklist.
const base = document.querySelector('base');
export const root = base ? base.getAttribute('app-root').replace(/\/camunda$/, '') : '';
export const english = document.documentElement.lang === 'en';

export function say(indonesian, inEnglish) {
  return english ? inEnglish : indonesian;
}

export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail ?? say('Server tidak menjawab. Isian masih ada di sini; kirim sekali lagi.', 'The server does not answer. What you typed is still here; send again.'));
    this.status = status;
    this.code = problem.code ?? '';
    this.errors = problem.errors ?? [];
  }
}

function csrfToken() {
  const cookie = document.cookie.split('; ').find(pair => pair.startsWith('DESK-XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.split('=')[1]) : '';
}

export async function call(method, path, body) {
  const headers = { Accept: 'application/json', 'Accept-Language': english ? 'en' : 'id' };
  if (method !== 'GET') {
    headers['X-XSRF-TOKEN'] = csrfToken();
  }
  const form = body instanceof FormData;
  if (body && !form) {
    headers['Content-Type'] = 'application/json';
  }
  let answer;
  try {
    answer = await fetch(root + path, { method, headers, credentials: 'same-origin', body: form || !body ? body : JSON.stringify(body) });
  } catch {
    throw new Refusal(0, { detail: say('Tidak ada sambungan. Isian tersimpan di perangkat ini dan dikirim setelah ada sinyal.', 'No connection. What you typed is kept on this device and is sent once there is a signal.') });
  }
  const content = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Refusal(answer.status, content);
  }
  return content;
}

export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      made.addEventListener(name.slice(2), value);
    } else if (value !== undefined && value !== null && value !== false) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

// crypto.randomUUID is missing where a page is not served over a secure connection.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function style() {
  if (!document.getElementById('readiness-style')) {
    document.head.append(element('link', { id: 'readiness-style', rel: 'stylesheet', href: `${root}/readiness.css` }));
  }
}
