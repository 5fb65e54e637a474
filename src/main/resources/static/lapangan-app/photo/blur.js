// A hint only: whoever took the photo decides.
const LONG_SIDE = 1000;
const TILE = 40;
// Grey levels, squared: a tile of bare paper or table top says nothing about sharpness.
const CONTENT = 80;
const LEAST_TILES = 6;
const SHARP_PART = 0.8;
// The grain of a dim photo is everywhere, also where nothing is: what the quietest tiles have of it is taken off. Even grain of variance 1 has a Laplacian of variance 20.
const QUIET_PART = 0.05;
const NOISE_BENDS = 20;

/**
 * Measured on a drawn form (36 or 10 lines of print, digits as if by hand), photographed in software: whole or half the picture, askew, in shadow, dim, grain of 0 to 12 grey levels, and
 * blurred by a Gaussian of so many pixels at 1,800. Sharp and 1 px: 1.6 and more; 2 px, print soft but read: 0.27 to 0.45; 3 px, print hard to read: 0.05 to 0.17, once 0.27; 4 px and
 * more: 0.01 to 0.22. Grain of 20 hides the blur. Where in doubt it says nothing.
 */
const BLURRED_BELOW = 0.22;

/** Whether the picture on the canvas looks blurred; false when there is nothing on it by which one could tell. */
export function isBlurred(canvas) {
  const found = sharpness(canvas);
  return found !== null && found < BLURRED_BELOW;
}

/**
 * The variance of the Laplacian where there is something to see, on a grey copy of fixed size, divided by the variance of the grey itself, so that dim light counts no
 * less than bright. Null when nothing is to be seen.
 */
function sharpness(canvas) {
  const { grey, width, height } = greyCopy(canvas);
  const tiles = [];
  for (let top = 1; top + TILE < height; top += TILE) {
    for (let left = 1; left + TILE < width; left += TILE) {
      tiles.push(tile(grey, width, left, top));
    }
  }
  const noise = part(tiles.map(one => one.bends), QUIET_PART);
  const found = tiles.map(one => ({ bends: one.bends - noise, content: one.content - noise / NOISE_BENDS }))
    .filter(one => one.content > CONTENT + noise / NOISE_BENDS)
    .map(one => one.bends / one.content);
  return found.length < LEAST_TILES ? null : part(found, SHARP_PART);
}

function part(numbers, share) {
  return numbers.sort((one, other) => one - other)[Math.floor(numbers.length * share)];
}

function greyCopy(canvas) {
  const scale = Math.min(1, LONG_SIDE / Math.max(canvas.width, canvas.height));
  const copy = document.createElement('canvas');
  copy.width = Math.max(1, Math.round(canvas.width * scale));
  copy.height = Math.max(1, Math.round(canvas.height * scale));
  const pen = copy.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(canvas, 0, 0, copy.width, copy.height);
  const { width, height } = copy;
  const { data } = pen.getImageData(0, 0, width, height);
  const grey = new Float32Array(width * height);
  for (let at = 0; at < grey.length; at++) {
    grey[at] = 0.299 * data[at * 4] + 0.587 * data[at * 4 + 1] + 0.114 * data[at * 4 + 2];
  }
  copy.width = copy.height = 0;
  return { grey, width, height };
}

function tile(grey, width, left, top) {
  let sum = 0;
  let squares = 0;
  let bends = 0;
  let bendSquares = 0;
  for (let y = top; y < top + TILE; y++) {
    for (let x = left; x < left + TILE; x++) {
      const at = y * width + x;
      const level = grey[at];
      const bend = grey[at - 1] + grey[at + 1] + grey[at - width] + grey[at + width] - 4 * level;
      sum += level;
      squares += level * level;
      bends += bend;
      bendSquares += bend * bend;
    }
  }
  const count = TILE * TILE;
  return { bends: bendSquares / count - (bends / count) ** 2, content: squares / count - (sum / count) ** 2 };
}
