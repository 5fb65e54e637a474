// Talking to our API from our own pages and from the forms of Tasklist, and making elements.
// Only Tasklist's page has a base.
export const root = document.querySelector('base')?.getAttribute('app-root').replace(/\/camunda$/, '') ?? '';

// Tasklist speaks Indonesian; our own pages also English.
export const english = document.documentElement.lang === 'en';

export function say(indonesian, inEnglish) {
  return english ? inEnglish : indonesian;
}

export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail);
    this.status = status;
    this.code = problem.code ?? '';
    this.errors = problem.errors ?? [];
  }
}

function csrfToken() {
  const cookie = document.cookie.split('; ').find(pair => pair.startsWith('DESK-XSRF-TOKEN='));
  return cookie ? decodeURIComponent(cookie.split('=')[1]) : '';
}

// What is said where the server says nothing depends on what becomes of what was typed.
export function caller(words) {
  return async function call(method, path, body) {
    const headers = { Accept: 'application/json', 'Accept-Language': document.documentElement.lang || 'id' };
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
      throw new Refusal(0, { detail: words.offline });
    }
    const content = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      throw new Refusal(answer.status, { ...content, detail: content.detail ?? words.silent });
    }
    return content;
  };
}

export const call = caller({
  silent: say('Server tidak menjawab. Isian masih ada di sini; tekan Selesaikan sekali lagi.', 'The server does not answer. What you typed is still here; press the button again.'),
  offline: say('Tidak ada sambungan. Isian masih ada di sini; tekan Selesaikan lagi setelah ada sinyal.', 'No connection. What you typed is still here; press the button again once there is a signal.'),
});

/** An id that a report keeps however often it is sent. */
export function newId() {
  // crypto.randomUUID is missing where a page is not served over a secure connection.
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
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

/** Tasklist's page does not know our classes; ours has them already. */
export function dress() {
  if (!document.getElementById('desk-style')) {
    document.head.append(element('link', { id: 'desk-style', rel: 'stylesheet', href: `${root}/work.css` }));
  }
}
