// What the forms of Tasklist share: talking to our API, and finishing a task so that Tasklist moves on by itself.
export const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail ?? 'Server tidak menjawab. Isian masih ada di sini; tekan Selesaikan sekali lagi.');
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
    throw new Refusal(0, { detail: 'Tidak ada sambungan. Isian masih ada di sini; tekan Selesaikan lagi setelah ada sinyal.' });
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

/** One of several; answers the chosen value or null. */
export function choice(name, legend, options, chosen) {
  const inputs = options.map(([value]) => element('input', { type: 'radio', name, value, checked: value === chosen }));
  const box = element('fieldset', { class: 'c1-choices' }, element('legend', {}, legend),
    ...options.map(([, label], at) => element('label', {}, inputs[at], element('span', {}, label))));
  return { box, value: () => inputs.find(input => input.checked)?.value ?? null };
}

export function reasonField(label, hint) {
  const input = element('textarea', { class: 'form-control', rows: 2, maxlength: 500, id: 'c1-reason' });
  const error = element('p', { class: 'field-error', hidden: true });
  const box = element('div', { class: 'c1-reason' }, element('label', { for: 'c1-reason' }, label), element('p', { class: 'c1-hint' }, hint), input, error);
  return {
    box,
    required() {
      const text = input.value.trim();
      error.textContent = text ? '' : 'Tulis alasannya dulu.';
      error.hidden = Boolean(text);
      if (!text) {
        input.focus();
        throw new Refusal(422, { detail: 'Alasan belum ditulis.' });
      }
      return text;
    }
  };
}

if (!document.getElementById('c1-style')) {
  document.head.append(element('link', { id: 'c1-style', rel: 'stylesheet', href: `${root}/c1.css` }));
}

async function sheetOf(taskId) {
  const task = await call('GET', `/api/tasks/${taskId}`);
  const [election, round, race, tps] = task.subject.split('/').map(encodeURIComponent);
  const at = `/api/c1/${race}/${tps}`;
  const which = `?election=${election}&round=${round}`;
  const sheet = await call('GET', `${at}/sheet${which}`);
  return { task, sheet, address: action => `${at}/${action}${which}` };
}

function head(sheet) {
  return element('header', { class: 'c1-head' }, element('b', {}, sheet.station), element('span', {}, sheet.raceName));
}

export function notify(status, message) {
  window.angular.element(document.body).injector().get('Notifications').addMessage({ status, message, duration: 20000 });
}

/**
 * Draws a task's form and makes Tasklist's own button "Selesaikan" do its work. Tasklist learns how it ended as if it had completed the task itself, so that the list moves on.
 *
 * @param draw puts the form into a box and answers what the button does; it may be asynchronous and throws what went wrong
 */
export function open(camForm, draw) {
  const form = camForm.formElement[0];
  const box = form.querySelector('.c1');
  const alert = element('p', { class: 'c1-alert', role: 'alert', hidden: true });
  const tell = problem => {
    alert.textContent = problem.message;
    alert.hidden = false;
    alert.scrollIntoView({ block: 'nearest' });
  };
  const opening = sheetOf(camForm.taskId).then(work => {
    const body = element('div', { class: 'c1-body' });
    box.replaceChildren(head(work.sheet), body, alert);
    return draw(body, work);
  });
  opening.catch(problem => {
    box.replaceChildren(alert);
    tell(problem);
  });
  const settle = (done, error) => window.angular.element(form).scope().$apply(() => done(error, {}));
  camForm.submit = done => {
    alert.hidden = true;
    opening.then(finish => finish()).then(
      () => settle(done, null),
      problem => {
        tell(problem);
        settle(done, new Error('camForm submission prevented'));
      });
  };
}
