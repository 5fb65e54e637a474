// The browser's own digest is there on https and on the phone itself only; an installation inside an office's network may have neither.
const WORDS = [];
const ROOTS = [];

function fractional(root) {
  return (root - Math.floor(root)) * 0x100000000 | 0;
}

for (let number = 2; WORDS.length < 64; number++) {
  let prime = true;
  for (let divisor = 2; divisor * divisor <= number; divisor++) {
    prime = prime && number % divisor !== 0;
  }
  if (prime) {
    if (ROOTS.length < 8) {
      ROOTS.push(fractional(Math.sqrt(number)));
    }
    WORDS.push(fractional(Math.cbrt(number)));
  }
}

/** SHA-256 of an ArrayBuffer, as 64 lower-case hexadecimal digits. */
export async function sha256(buffer) {
  const digest = globalThis.crypto && crypto.subtle ? await crypto.subtle.digest('SHA-256', buffer) : byHand(new Uint8Array(buffer)).buffer;
  return Array.from(new Uint8Array(digest), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** FIPS 180-4, section 6.2; answers the 32 bytes. */
export function byHand(bytes) {
  const padded = new Uint8Array((bytes.length + 9 + 63 >> 6) << 6);
  padded.set(bytes);
  padded[bytes.length] = 0x80;
  const view = new DataView(padded.buffer);
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 0x20000000));
  view.setUint32(padded.length - 4, bytes.length << 3 >>> 0);
  const state = Int32Array.from(ROOTS);
  const schedule = new Int32Array(64);
  for (let at = 0; at < padded.length; at += 64) {
    block(view, at, state, schedule);
  }
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, at) => digest.setInt32(at * 4, word));
  return new Uint8Array(digest.buffer);
}

function turn(word, by) {
  return word >>> by | word << 32 - by;
}

function block(view, at, state, schedule) {
  for (let i = 0; i < 64; i++) {
    if (i < 16) {
      schedule[i] = view.getInt32(at + i * 4);
    } else {
      const two = schedule[i - 2];
      const fifteen = schedule[i - 15];
      schedule[i] = (turn(two, 17) ^ turn(two, 19) ^ two >>> 10) + schedule[i - 7] + (turn(fifteen, 7) ^ turn(fifteen, 18) ^ fifteen >>> 3) + schedule[i - 16];
    }
  }
  let [a, b, c, d, e, f, g, last] = state;
  for (let i = 0; i < 64; i++) {
    const first = last + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + (e & f ^ ~e & g) + WORDS[i] + schedule[i] | 0;
    const second = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + (a & b ^ a & c ^ b & c) | 0;
    [last, g, f, e, d, c, b, a] = [g, f, e, d + first | 0, c, b, a, first + second | 0];
  }
  [a, b, c, d, e, f, g, last].forEach((word, i) => { state[i] = state[i] + word | 0; });
}
