import { store } from '../store.js';

// What was typed so far, written down while it is typed. Strict: what is reported as written has left the browser's hands, also when the battery dies next.
const PAUSE = 200;
const STRICT = { durability: 'strict' };

/** One draft for each form: `election/round|kind|stage|tps or region|race|slot`, and the report that it repairs. */
export function draftKey(round, about) {
  const parts = [round.election + '/' + round.round, about.kind, about.stage || '', about.tps || about.region || '', about.race || about.visit || about.addsTo || '', about.slot || ''];
  return parts.concat(about.repair || []).join('|');
}

/** What is on its way into the database: whoever leaves a form for another part of the app finds what was typed last. */
const onTheWay = new Set();

async function write(key, draft) {
  const tx = store().transaction('drafts', 'readwrite', STRICT);
  tx.store.put(draft, key).catch(() => {});
  await tx.done;
}

/** `{values, extra, about, label, at}` as it was kept; undefined when there is none. */
export async function draft(key) {
  await Promise.all(onTheWay);
  return store().get('drafts', key);
}

export async function dropDraft(key) {
  await store().delete('drafts', key);
}

/** All that is begun and not handed in, the latest first: `[{key, ...draft}]`. */
export async function drafts() {
  await Promise.all(onTheWay);
  const [keys, all] = await Promise.all([store().getAllKeys('drafts'), store().getAll('drafts')]);
  return all.map((one, at) => Object.assign({ key: keys[at] }, one)).filter(one => one.about).sort((one, other) => (one.at < other.at ? 1 : -1));
}

/** Writes one draft down: at once, then again as soon as there is something newer, the pause at most. `failed(error)` hears when the phone refuses. */
export function keeper(key, failed) {
  let newest = null;
  let writing = null;
  let timer = null;
  let over = false;
  const put = () => {
    clearTimeout(timer);
    timer = null;
    if (newest === null || over) {
      return writing || Promise.resolve();
    }
    const taken = newest;
    newest = null;
    const before = writing || Promise.resolve();
    const mine = before.then(() => write(key, taken)).then(() => failed(null), failed).then(() => {
      onTheWay.delete(mine);
      if (writing === mine) {
        writing = null;
      }
    });
    onTheWay.add(mine);
    writing = mine;
    return mine;
  };
  const hidden = () => document.visibilityState === 'hidden' && put();
  let last = 0;
  addEventListener('pagehide', put);
  document.addEventListener('visibilitychange', hidden);
  return {
    keep(draft) {
      newest = draft;
      const now = Date.now();
      if (now - last >= PAUSE) {
        last = now;
        put();
      } else if (timer === null) {
        timer = setTimeout(() => {
          last = Date.now();
          put();
        }, PAUSE - (now - last));
      }
    },
    flush: put,
    /** Nothing more is written; what is being written has been when this is over. */
    async stop() {
      over = true;
      clearTimeout(timer);
      removeEventListener('pagehide', put);
      document.removeEventListener('visibilitychange', hidden);
      await (writing || Promise.resolve());
    },
    /** It was not handed in after all: what is typed is written again. */
    resume() {
      over = false;
      addEventListener('pagehide', put);
      document.addEventListener('visibilitychange', hidden);
    },
    /** Leaves the screen: what was typed last is written first. */
    leave() {
      const done = put();
      removeEventListener('pagehide', put);
      document.removeEventListener('visibilitychange', hidden);
      return done;
    }
  };
}
