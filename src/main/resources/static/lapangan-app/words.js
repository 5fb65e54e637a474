import * as shell from './words/shell.js';

// One line for each piece; what a piece says is in words/<piece>.js.
const PIECES = [
  shell
];

const known = {
  id: Object.assign({}, ...PIECES.map(piece => piece.id)),
  en: Object.assign({}, ...PIECES.map(piece => piece.en))
};

/** Adds the words of a piece that is loaded only when it is needed. */
export function learn(piece) {
  Object.assign(known.id, piece.id);
  Object.assign(known.en, piece.en);
}

/** `id` or `en`: the language of the page. */
export function language() {
  return document.documentElement.lang === 'en' ? 'en' : 'id';
}

/** The text of a key in the language of the page, `{n}` replaced by the values; the key itself where nobody wrote a text. */
export function t(key, values) {
  const text = known[language()][key] || known.id[key] || key;
  return values ? text.replace(/\{(\w+)\}/g, (all, name) => (values[name] === undefined ? all : String(values[name]))) : text;
}
