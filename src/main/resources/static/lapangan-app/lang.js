// The server's page says in which language it is; the one kept on the phone, which is the same for everybody, does not.
const KEY = 'desk-lapangan-language';

function kept() {
  try {
    return localStorage.getItem(KEY);
  } catch (e) {
    return null;
  }
}

/** Gives the page its language before the first word is written. */
export function settle() {
  const root = document.documentElement;
  const wanted = new URLSearchParams(location.search).get('lang') || (root.dataset.kept ? kept() : root.lang);
  root.lang = wanted === 'en' ? 'en' : 'id';
  try {
    localStorage.setItem(KEY, root.lang);
  } catch (e) {
    // The next page asks the server again.
  }
}
