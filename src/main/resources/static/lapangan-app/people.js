// Who has worked with this phone, and who does now. Small and needed before anything else, so it is not in the databases.
const PEOPLE = 'desk-lapangan-people';
const COOKIE = /(?:^|;\s*)DESK-PERSON=(\d+)/;

function read() {
  try {
    return JSON.parse(localStorage.getItem(PEOPLE)) || {};
  } catch (e) {
    return {};
  }
}

/** All of them. */
export function known() {
  const all = read();
  return Object.keys(all).map(id => all[id]);
}

/** Keeps what is known of a person. */
export function remember(person) {
  const all = read();
  all[person.id] = person;
  try {
    localStorage.setItem(PEOPLE, JSON.stringify(all));
  } catch (e) {
    // Then the person is known until the app is closed.
  }
}

/** Key of the person who signed in last and has not signed out, also after the session has ended; null for nobody. */
export function present() {
  const found = COOKIE.exec(document.cookie);
  return found ? Number(found[1]) : null;
}

/** Notes who works here, for a browser that was signed in before there was such a note. */
export function settlePresent(id) {
  if (present() === null) {
    document.cookie = 'DESK-PERSON=' + id + '; path=/; max-age=2592000; samesite=lax' + (location.protocol === 'https:' ? '; secure' : '');
  }
}

/** What is kept of a person; null when they have never opened the app here. */
export function person(id) {
  return id === null ? null : read()[id] || null;
}
