import { h, render, Fragment } from './vendor/preact.js';
import { useState, useEffect, useRef, useMemo, useCallback } from './vendor/hooks.js';
import { t } from './words.js';

export { h, render, Fragment, useState, useEffect, useRef, useMemo, useCallback };

/** A button to be pressed by thumb. `kind`: primary, quiet or danger. */
export function Button({ kind = 'primary', children, ...rest }) {
  return h('button', { type: 'button', class: `fa-button fa-button-${kind}`, ...rest }, children);
}

/** Something the person has to know. `tone`: info, good, warn or bad. */
export function Notice({ tone = 'info', children, ...rest }) {
  return h('div', { class: `fa-notice fa-notice-${tone}`, role: tone === 'bad' ? 'alert' : 'status', ...rest }, children);
}

let opened = false;

/** One screen. The title takes the focus, so that a screen reader says where one is. `back`: address or function; none at home. */
export function Screen({ title, back, children }) {
  const heading = useRef(null);
  useEffect(() => {
    document.title = title + ' · Desk Pilkada';
    if (opened && heading.current) {
      heading.current.focus();
    }
    opened = true;
  }, [title]);
  return h('main', { class: 'fa-screen', id: 'isi' },
    back && (typeof back === 'function'
      ? h('button', { type: 'button', class: 'fa-back', onClick: back }, '‹ ' + t('shell.back'))
      : h('a', { class: 'fa-back', href: back }, '‹ ' + t('shell.back'))),
    h('h1', { tabIndex: -1, ref: heading }, title),
    children);
}
