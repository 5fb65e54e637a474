// One incident: what others change appears by itself, and never takes away what is being typed here.
import { run } from './clocks.js';
import { follow } from './part.js';

const standing = document.getElementById('keadaan');
const acts = document.getElementById('tindakan');
const note = document.getElementById('berubah');

function busy() {
  const touched = field => (field.type === 'radio' || field.type === 'checkbox' ? field.checked !== field.defaultChecked : field.tagName === 'SELECT' ? [...field.options].some(one => one.selected !== one.defaultSelected) : field.value !== field.defaultValue);
  return acts.contains(document.activeElement) || [...acts.querySelectorAll('input:not([type=hidden]), textarea, select')].some(touched) || acts.querySelector('.field-error');
}

function renew() {
  note.hidden = true;
  window.htmx.trigger(acts, 'refresh');
}

// A form that stays keeps the version that was seen when it was drawn, so that the server can say what has changed since.
follow(standing, [standing, document.getElementById('riwayat')], () => {
  if (!acts || acts.querySelector('input[data-version]')?.value === standing.dataset.version) return;
  if (busy()) {
    note.hidden = false;
  } else {
    renew();
  }
});
note?.querySelector('[data-renew]').addEventListener('click', renew);

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
run();
