// Photos of a form: looking at them closely, and choosing and sending them.
import { call, element, root } from './desk.js';

const LARGEST = 8 * 1024 * 1024;
const LONG_SIDE = 2600;

export function viewer(hashes) {
  if (!hashes.length) {
    return element('p', { class: 'c1-empty' }, 'Belum ada foto untuk formulir ini.');
  }
  const canvas = element('canvas', { role: 'img', 'aria-label': 'Foto formulir' });
  const stage = element('div', { class: 'c1-stage', tabindex: 0 }, canvas);
  const turns = new Map();
  let page = 0;
  let zoom = 1;
  let image = null;

  const draw = () => {
    if (!image) {
      return;
    }
    const turn = turns.get(page) ?? 0;
    const across = turn % 2 === 1;
    canvas.width = across ? image.naturalHeight : image.naturalWidth;
    canvas.height = across ? image.naturalWidth : image.naturalHeight;
    canvas.style.width = `${zoom * 100}%`;
    const pen = canvas.getContext('2d');
    pen.translate(canvas.width / 2, canvas.height / 2);
    pen.rotate((turn * Math.PI) / 2);
    pen.drawImage(image, -image.naturalWidth / 2, -image.naturalHeight / 2);
  };
  const pages = hashes.map((_, at) => element('button', { type: 'button', class: 'btn btn-default', onclick: () => show(at) }, `Halaman ${at + 1}`));
  const show = at => {
    page = at;
    pages.forEach((button, number) => button.setAttribute('aria-pressed', String(number === at)));
    const next = new Image();
    next.onload = () => {
      image = next;
      draw();
    };
    next.src = `${root}/api/photos/${hashes[at]}`;
  };
  const zoomBy = factor => {
    const before = canvas.clientWidth;
    zoom = Math.min(5, Math.max(1, zoom * factor));
    draw();
    const grown = canvas.clientWidth / before;
    stage.scrollTo((stage.scrollLeft + stage.clientWidth / 2) * grown - stage.clientWidth / 2, (stage.scrollTop + stage.clientHeight / 2) * grown - stage.clientHeight / 2);
  };
  const tool = (label, action) => element('button', { type: 'button', class: 'btn btn-default', onclick: action }, label);
  canvas.addEventListener('dblclick', () => zoomBy(zoom >= 4 ? 0.2 : 1.6));
  show(0);
  return element('div', { class: 'c1-viewer' },
    element('div', { class: 'c1-tools', role: 'toolbar', 'aria-label': 'Foto' }, ...(pages.length > 1 ? pages : []),
      tool('Perbesar +', () => zoomBy(1.4)), tool('Perkecil −', () => zoomBy(1 / 1.4)),
      tool('Putar', () => {
        turns.set(page, ((turns.get(page) ?? 0) + 1) % 4);
        draw();
      })),
    stage);
}

function paint(bitmap, longSide) {
  const scale = Math.min(1, longSide / Math.max(bitmap.width, bitmap.height));
  const canvas = element('canvas', { width: Math.round(bitmap.width * scale), height: Math.round(bitmap.height * scale) });
  canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas;
}

// The original is sent as it is; only what the server would refuse for its size is made smaller.
async function ready(file) {
  if (file.size <= LARGEST) {
    return file;
  }
  const canvas = paint(await createImageBitmap(file), LONG_SIDE);
  return new Promise(done => canvas.toBlob(done, 'image/jpeg', 0.85));
}

export function chooser(label, kept = []) {
  const sent = [...kept];
  const waiting = [];
  const list = element('ul', { class: 'c1-chosen' });
  const status = element('p', { class: 'form-note' });
  const say = () => {
    const count = sent.length + waiting.length;
    status.textContent = count ? `${count} foto siap dikirim.` : 'Belum ada foto. Foto boleh menyusul.';
  };
  const input = element('input', {
    type: 'file', accept: 'image/jpeg,image/png,image/webp', multiple: true, id: 'c1-photos', class: 'form-control',
    onchange: async () => {
      const chosen = [...input.files];
      input.value = '';
      waiting.push(...chosen);
      say();
      for (const file of chosen) {
        const thumbnail = await createImageBitmap(file).then(bitmap => paint(bitmap, 160)).catch(() => file.name);
        const item = element('li', {}, thumbnail, element('button', {
          type: 'button', class: 'btn btn-link', onclick: () => {
            waiting.splice(waiting.indexOf(file), 1);
            item.remove();
            say();
          }
        }, 'Buang'));
        list.append(item);
      }
    }
  });
  say();
  return {
    box: element('div', { class: 'form-field' }, element('label', { for: 'c1-photos' }, label), input, status, list),
    any: () => sent.length + waiting.length > 0,
    /** Sends what was not sent yet, one by one, so that a lost connection costs one photo at most; answers the hashes. */
    async send(address, keep) {
      while (waiting.length) {
        const body = new FormData();
        body.append('photos', await ready(waiting[0]), waiting[0].name);
        const { photos } = await call('POST', address('photos'), body);
        waiting.shift();
        sent.push(...photos.filter(hash => !sent.includes(hash)));
        keep(sent);
      }
      return sent;
    }
  };
}
