import { h, Button, Notice, useEffect, useRef, useState } from '../ui.js';
import { store } from '../store.js';
import { learn, t } from '../words.js';
import * as words from '../words/photo.js';
import { keep } from './shelf.js';
import { take } from './take.js';

learn(words);

// iPhones hand over a JPEG where one is asked for, whatever they keep; cameras answer to any image only.
const GALLERY = 'image/jpeg,image/png,image/webp';
const REASONS = { HEIC: 'photo.heic', NOT_A_PHOTO: 'photo.notAPhoto', NO_MEMORY: 'photo.noMemory', QuotaExceededError: 'photo.noRoom' };

/** Photos of a report: from the camera or the gallery, made small and kept on the phone at once. `value`: their hashes; `most`: how many may be named; `onChange` hears the new list; `camera`: whether there may be one. */
export function PhotoField({ value = [], onChange, least = 0, most = 10, camera: hasCamera = true }) {
  const [working, setWorking] = useState(0);
  const [problems, setProblems] = useState([]);
  const latest = useRef(value);
  latest.current = value;
  const camera = useRef(null);
  const gallery = useRef(null);
  const replaced = useRef(null);

  const set = hashes => {
    latest.current = hashes;
    onChange(hashes);
  };
  const add = async input => {
    const files = Array.from(input.files);
    input.value = '';
    setProblems([]);
    setWorking(files.length);
    for (const file of files) {
      const found = await added(file, latest.current, replaced.current ? most + 1 : most);
      if (found.sha256) {
        set(placed(latest.current, found.sha256, replaced.current));
        replaced.current = null;
      } else {
        setProblems(before => before.concat(found.problem));
      }
      setWorking(left => left - 1);
    }
  };
  const open = (ref, instead) => {
    replaced.current = instead;
    ref.current.click();
  };
  const chooser = (ref, more) => h('input', {
    type: 'file', class: 'fa-photo-input', tabIndex: -1, 'aria-hidden': 'true', ref, onChange: event => add(event.target), ...more
  });
  const full = value.length >= most;
  return h('div', { class: 'fa-photos' },
    h('ul', { class: 'fa-photo-list', 'aria-live': 'polite' }, value.map((hash, at) => h(Photo, {
      key: hash, hash, number: at + 1,
      remove: () => set(latest.current.filter(one => one !== hash)),
      again: () => open(hasCamera ? camera : gallery, hash)
    }))),
    working > 0 && h(Notice, { tone: 'info' }, t('photo.working', { n: working })),
    problems.map(problem => h(Notice, { tone: 'bad', key: problem }, t(problem, { most }))),
    h('div', { class: 'fa-actions' },
      hasCamera && h(Button, { kind: 'quiet', disabled: full || working > 0, onClick: () => open(camera, null) }, t(value.length ? 'photo.another' : 'photo.take')),
      h(Button, { kind: 'quiet', disabled: full || working > 0, onClick: () => open(gallery, null) }, t('photo.gallery'))),
    hasCamera && chooser(camera, { accept: 'image/*', capture: 'environment' }),
    chooser(gallery, { accept: GALLERY, multiple: true }),
    h('p', { class: 'fa-hint' }, t(full ? 'photo.full' : value.length < least ? 'photo.least' : 'photo.later', { least, most })));
}

/** Whoever opens the camera and comes back without a photo keeps the one they had. */
function placed(hashes, hash, instead) {
  return hashes.includes(instead) ? hashes.map(one => (one === instead ? hash : one)) : hashes.concat(hash);
}

async function added(file, have, most) {
  if (have.length >= most) {
    return { problem: 'photo.tooMany' };
  }
  try {
    const taken = await take(file);
    if (have.includes(taken.sha256)) {
      return { problem: 'photo.twice' };
    }
    await keep(store(), taken);
    return { sha256: taken.sha256 };
  } catch (e) {
    return { problem: REASONS[e.code] || REASONS[e.name] || 'photo.failed' };
  }
}

function Photo({ hash, number, remove, again }) {
  const [photo, setPhoto] = useState(undefined);
  const [address, setAddress] = useState(null);
  useEffect(() => {
    let url = null;
    let gone = false;
    store().get('photos', hash).then(found => {
      if (gone) {
        return;
      }
      setPhoto(found || null);
      if (found && found.blob) {
        url = URL.createObjectURL(found.blob);
        setAddress(url);
      }
    });
    return () => {
      gone = true;
      if (url) {
        URL.revokeObjectURL(url);
      }
    };
  }, [hash]);
  const name = t('photo.number', { n: number });
  return h('li', null,
    address ? h('img', { src: address, alt: name, class: 'fa-photo' }) : h('span', { class: 'fa-photo fa-photo-gone' }, photo === null ? t('photo.onServer') : ''),
    h('div', { class: 'fa-photo-says' },
      h('strong', null, name), photo && h('span', { class: 'fa-hint' }, says(photo)),
      photo && photo.blurred && photo.state === 'WAITING' && h('span', { class: 'fa-photo-blurred' }, t('photo.blurred')),
      h('div', { class: 'fa-actions' },
        photo && photo.blurred && photo.state === 'WAITING' && h(Button, { kind: 'quiet', onClick: again }, t('photo.again')),
        h(Button, { kind: 'quiet', 'aria-label': t('photo.removeNumber', { n: number }), onClick: remove }, t('photo.remove')))));
}

function says(photo) {
  if (photo.state === 'REFUSED') {
    return t('photo.refused', { why: (photo.answer && photo.answer.title) || t('photo.lost') });
  }
  return t(photo.state === 'SENT' ? 'photo.sent' : 'photo.kept', { size: Math.ceil(photo.bytes / 1000) });
}
