import { heard } from './clock.js';
import { language } from './words.js';

// Refusals of networks and their proxies: sign in here first.
const IN_OUR_NAME = [401, 407, 511];
const listeners = new Set();

/** Whether anything may get through, as far as the device knows. */
export function online() {
  return navigator.onLine !== false;
}

/** Hears the status of every answer. Returns what ends it. */
export function onAnswer(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function token() {
  const found = /(?:^|;\s*)DESK-XSRF-TOKEN=([^;]*)/.exec(document.cookie);
  return found ? decodeURIComponent(found[1]) : '';
}

/**
 * Asks the server. Never throws and never follows to a sign-in page: status 0 is no answer (offline, too slow, given up, cut off), 401 is signed out.
 * `foreign` of status 0: a network that wants a sign-in of its own answered in the desk's name.
 * `json` is sent as JSON, `body` as it is with its `type`; `signal` gives up.
 */
export async function call(method, path, { json, body, type, timeout = 20000, headers = {}, signal } = {}) {
  if (method !== 'GET' && method !== 'HEAD' && !token()) {
    // The proof that it is us ends with the browser, the session does not.
    await call('GET', '/api/me', { timeout });
  }
  const sent = Date.now();
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), timeout);
  const abort = () => giveUp.abort();
  if (signal) {
    signal.addEventListener('abort', abort);
  }
  try {
    const early = await askedBefore(method, path, headers);
    const response = early ? early.response : await fetch(path, {
      method,
      body: json === undefined ? body : JSON.stringify(json),
      headers: described(method, json === undefined ? type : 'application/json', headers),
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'manual',
      signal: giveUp.signal
    });
    const answer = await understood(method, path, response);
    if (answer.ours) {
      heard(answer.headers.get('Date'), early ? early.sent : sent, early ? early.received : Date.now());
    }
    return told(answer);
  } catch (e) {
    return told(silence());
  } finally {
    clearTimeout(timer);
    if (signal) {
      signal.removeEventListener('abort', abort);
    }
  }
}

/** What the page asked for while this app was on its way (start.js), once; null where it did not, or where no answer came. */
function askedBefore(method, path, headers) {
  const all = window.deskAsked;
  const found = method === 'GET' && all && all[path] && Object.keys(headers).length === 0 ? all[path] : null;
  if (found) {
    delete all[path];
  }
  return found;
}

/** Later questions are asked anew: who is signed in may have changed by then. */
export function forgetAsked() {
  delete window.deskAsked;
}

function described(method, type, headers) {
  const all = Object.assign({ Accept: 'application/json', 'Accept-Language': language() }, headers);
  if (type) {
    all['Content-Type'] = type;
  }
  if (method !== 'GET' && method !== 'HEAD') {
    all['X-XSRF-TOKEN'] = token();
  }
  return all;
}

/** Hotspots say 200, or lead elsewhere, to whatever is asked. The desk's API never leads anywhere, and says in JSON what it has to say. */
async function understood(method, path, response) {
  const api = path.startsWith('/api/');
  if (response.type === 'opaqueredirect') {
    return api ? silence(true) : { status: 401, body: null, headers: new Headers() };
  }
  const text = await response.text();
  const json = /json/.test(response.headers.get('Content-Type') || '');
  const wordless = method === 'HEAD' || response.status === 204 || response.status === 304;
  if (api && !json && !wordless && (response.ok || IN_OUR_NAME.includes(response.status))) {
    return silence(true);
  }
  const body = json ? parsed(text) : text || null;
  return body === undefined && response.ok
    ? silence()
    : { status: response.status, body: body === undefined ? null : body, headers: response.headers, ours: json || wordless };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch (e) {
    return undefined;
  }
}

function silence(foreign = false) {
  return { status: 0, foreign, body: null, headers: new Headers() };
}

function told(answer) {
  listeners.forEach(listener => listener(answer.status));
  return answer;
}
