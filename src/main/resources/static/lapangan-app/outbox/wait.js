// How long to wait before the next try. Pure, so that it can be checked without waiting.
const FIRST = 2000;
const LONGEST = 60000;
const LONGEST_TOLD = 300000;

/** Milliseconds to wait after so many tries in vain: 2 s, 4 s ... 60 s, each shortened by up to a half, so that a thousand phones do not come back at once. */
export function wait(attempts, random = Math.random) {
  return upTo(LONGEST, attempts, random);
}

/** As {@link wait}, up to 5 minutes: for an answer that will be the same for as long as the network is. */
export function longWait(attempts, random = Math.random) {
  return upTo(LONGEST_TOLD, attempts, random);
}

function upTo(longest, attempts, random) {
  const full = Math.min(longest, FIRST * Math.pow(2, Math.max(0, Math.min(attempts, 10) - 1)));
  return Math.round(full * (1 - random() / 2));
}

/** Milliseconds that a Retry-After asks for; null where there is none. */
export function told(retryAfter) {
  const seconds = Number.parseInt(retryAfter, 10);
  return seconds > 0 ? Math.min(LONGEST_TOLD, seconds * 1000) : null;
}

/** Whether a time has come. One further ahead than any wait means that the phone's clock was set back: nothing waits a day for that. */
export function isDue(at, now) {
  return !at || now >= at || at - now > LONGEST_TOLD;
}

/** Milliseconds until the first of these times; null when nothing waits. */
export function until(times, now) {
  return times.reduce((soonest, at) => {
    const left = isDue(at, now) ? 0 : at - now;
    return soonest === null ? left : Math.min(soonest, left);
  }, null);
}
