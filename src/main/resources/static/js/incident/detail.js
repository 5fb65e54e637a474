// One incident: what others change appears by itself, and never takes away what is being typed here.
import { run, setServerTime } from './clocks.js';

const standing = document.getElementById('keadaan');
const acts = document.getElementById('tindakan');
const note = document.getElementById('berubah');

function onTime() {
  const { dataset } = standing.querySelector('[data-clocks]');
  setServerTime(Number(dataset.now));
  return dataset;
}

function busy() {
  const touched = field => (field.type === 'radio' || field.type === 'checkbox' ? field.checked !== field.defaultChecked : field.tagName === 'SELECT' ? [...field.options].some(one => one.selected !== one.defaultSelected) : field.value !== field.defaultValue);
  return acts.contains(document.activeElement) || [...acts.querySelectorAll('input:not([type=hidden]), textarea, select')].some(touched) || acts.querySelector('.field-error');
}

function renew() {
  note.hidden = true;
  window.htmx.trigger(acts, 'refresh');
}

// A form that stays keeps the version that was seen when it was drawn, so that the server can say what has changed since.
standing.addEventListener('htmx:afterSwap', () => {
  const shown = onTime().version;
  if (!acts || acts.querySelector('input[data-version]')?.value === shown) return;
  if (busy()) {
    note.hidden = false;
  } else {
    renew();
  }
});
note?.querySelector('[data-renew]').addEventListener('click', renew);

// Twice the same press is one.
document.addEventListener('submit', event => {
  if (event.target.dataset.sent) {
    event.preventDefault();
  }
  event.target.dataset.sent = 'yes';
});
window.addEventListener('pageshow', () => document.querySelectorAll('form[data-sent]').forEach(form => delete form.dataset.sent));

document.querySelector('[data-refused]')?.scrollIntoView({ block: 'start' });
const wrong = document.querySelector('#tindakan .field-error');
if (wrong) {
  wrong.closest('details, section')?.scrollIntoView({ block: 'start' });
  wrong.closest('form').querySelector('[aria-invalid=true]')?.focus();
}
// A link to a form that is folded opens it.
function unfold() {
  const aim = location.hash && document.getElementById(location.hash.slice(1));
  if (aim?.tagName === 'DETAILS') {
    aim.open = true;
  }
}
window.addEventListener('hashchange', unfold);
unfold();
onTime();
run();
