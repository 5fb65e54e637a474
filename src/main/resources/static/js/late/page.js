// The call list: what was ticked stays ticked while the list changes underneath, and the text is copied with one press.
import { copyButton } from './copy.js';

const form = document.getElementById('maklumi');
const list = document.getElementById('daftar');

function boxes() {
  return [...form.querySelectorAll('input[name=tps]')];
}

function count() {
  const sign = form.querySelector('[data-count]');
  const ticked = boxes().filter(box => box.checked).length;
  if (sign) sign.textContent = ticked ? sign.dataset.text.replace('#', ticked) : '';
}

function ready() {
  form.querySelectorAll('[data-copy]').forEach(button => copyButton(button, () => document.getElementById(button.dataset.copy).value, button.dataset.done));
  count();
}

if (form && list) {
  let kept = null;
  list.addEventListener('htmx:beforeSwap', () => {
    kept = { ticked: new Set(boxes().filter(box => box.checked).map(box => box.value)), open: list.querySelector('.call-copy')?.open ?? false };
  });
  list.addEventListener('htmx:afterSwap', () => {
    boxes().forEach(box => { box.checked = kept.ticked.has(box.value); });
    const copy = list.querySelector('.call-copy');
    if (copy) copy.open = kept.open;
    ready();
  });
  form.addEventListener('change', count);
  ready();
}
