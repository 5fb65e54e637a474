// Screens are loaded when they are opened; the service worker has all of them on the phone beforehand.
const SCREENS = {
  '/': () => import('./home.js').then(part => part.Home),
  '/laporan': () => import('./form/screens.js').then(part => part.Reports),
  '/c1': () => import('./form/screens.js').then(part => part.Results),
  '/kejadian': () => import('./form/screens.js').then(part => part.Incident),
  '/desa': () => import('./form/screens.js').then(part => part.Village),
  '/isi': () => import('./form/screens.js').then(part => part.Fill),
  '/antrean': () => import('./outbox/screen.js').then(part => part.Outbox),
  '/latihan': () => import('./practice/screen.js').then(part => part.Practice),
  '/nomor': () => import('./numbers.js').then(part => part.Numbers),
  '/keluar': () => import('./leave.js').then(part => part.Leave)
};

/** On these a new version does not take over: somebody is writing. */
const WRITING = ['/isi', '/desa', '/kejadian'];

/** Addresses of the plain pages, when they are opened without network. */
const PAGES = [
  [/^\/lapangan\/c1\/([^/]+)\/(\d{13})/, found => '/isi?kind=C1&race=' + found[1] + '&tps=' + found[2]],
  [/^\/lapangan\/(pemungutan|kesiapan)/, () => '/laporan'],
  [/^\/lapangan\/daftar/, () => '/c1'],
  [/^\/lapangan\/kejadian/, () => '/kejadian'],
  [/^\/lapangan\/latihan/, () => '/latihan']
];

/** `{path, query}` of the screen that the address names. */
export function here() {
  const text = location.hash.replace(/^#/, '') || '/';
  const cut = text.indexOf('?');
  const path = cut < 0 ? text : text.slice(0, cut);
  const query = {};
  new URLSearchParams(cut < 0 ? '' : text.slice(cut + 1)).forEach((value, name) => { query[name] = value; });
  return { path: Object.keys(SCREENS).includes(path) ? path : '/', query };
}

/** Opens a screen, e.g. `go('/isi', {kind: 'C1', tps, race})`. */
export function go(path, query) {
  location.hash = '#' + address(path, query);
}

/** The address of a screen behind the `#`. */
export function address(path, query) {
  const text = query ? new URLSearchParams(query).toString() : '';
  return path.replace(/^#/, '') + (text ? '?' + text : '');
}

/** Loads the screen of a path. */
export function screen(path) {
  return SCREENS[path]();
}

/** Whether somebody is writing on this screen. */
export function isWriting(path) {
  return WRITING.includes(path);
}

/** Leads from the address of a plain page, which this app was opened for without network, to the screen for the same. */
export function adopt() {
  const found = PAGES.map(([pattern, to]) => [pattern.exec(location.pathname), to]).find(([match]) => match);
  const query = location.search.slice(1);
  if (found) {
    const to = found[1](found[0]);
    history.replaceState(null, '', '/lapangan#' + to + (query ? (to.includes('?') ? '&' : '?') + query : ''));
  } else if (location.pathname !== '/lapangan' || location.search) {
    history.replaceState(null, '', '/lapangan' + location.hash);
  }
}
