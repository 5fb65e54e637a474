import { isBlurred } from './blur.js';
import { sha256 } from './hash.js';

// What leaves the phone: an A4 form at 150 dots an inch, on which a digit of 3 mm is 18 dots high.
const LONG_SIDE = 1800;
const MOST_BYTES = 300000;
// Blocks of a JPEG below 0.6 eat thin strokes, so from there on the sides give way.
const QUALITIES = [0.85, 0.78, 0.7, 0.6];
const SHRINK = 0.88;
const SMALLEST = 320;
const SLOWEST_DECODING = 30000;

/** Why a file cannot be used: `code` is NOT_A_PHOTO, HEIC or NO_MEMORY. */
class PhotoProblem extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

/**
 * Makes the photo that is sent from a file of the camera or the gallery: upright, long side at most 1,800 px, a JPEG of at most 300 KB that holds nothing but the picture.
 * Answers `{sha256, blob, width, height, blurred, bytes}`; throws a PhotoProblem.
 */
export async function take(file) {
  const picture = await decoded(file);
  try {
    const canvas = painted(picture, LONG_SIDE);
    const blurred = isBlurred(canvas);
    const { blob, width, height } = await small(picture, canvas);
    return { sha256: await sha256(await blob.arrayBuffer()), blob, width, height, blurred, bytes: blob.size };
  } finally {
    picture.close();
  }
}

async function decoded(file) {
  try {
    // Browsers that do not know the option reject it, and draw an <img> upright by themselves.
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    return { source: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close() };
  } catch (e) {
    return element(file);
  }
}

async function element(file) {
  const address = URL.createObjectURL(file);
  const image = new Image();
  try {
    await new Promise((good, bad) => {
      setTimeout(bad, SLOWEST_DECODING);
      image.onload = good;
      image.onerror = bad;
      image.src = address;
    });
  } catch (e) {
    URL.revokeObjectURL(address);
    throw new PhotoProblem(await isHeic(file) ? 'HEIC' : 'NOT_A_PHOTO');
  }
  return { source: image, width: image.naturalWidth, height: image.naturalHeight, close: () => URL.revokeObjectURL(address) };
}

/** iPhones keep photos in a form that other phones cannot draw; its name is in bytes 4 to 12. */
async function isHeic(file) {
  const head = new Uint8Array(await file.slice(4, 12).arrayBuffer().catch(() => new ArrayBuffer(0)));
  return /^ftyp(hei|hev|mif|msf)/.test(String.fromCharCode(...head));
}

function painted(picture, longSide) {
  const scale = Math.min(1, longSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) {
    throw new PhotoProblem('NO_MEMORY');
  }
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingEnabled = true;
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture.source, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function small(picture, first) {
  let canvas = first;
  let longSide = Math.max(canvas.width, canvas.height);
  let smallest = null;
  for (const quality of QUALITIES) {
    smallest = await jpeg(canvas, quality);
    if (smallest.size <= MOST_BYTES) {
      break;
    }
  }
  while (smallest.size > MOST_BYTES && longSide > SMALLEST) {
    longSide = Math.floor(longSide * SHRINK);
    release(canvas);
    canvas = painted(picture, longSide);
    smallest = await jpeg(canvas, QUALITIES[QUALITIES.length - 1]);
  }
  const { width, height } = canvas;
  release(canvas);
  return { blob: smallest, width, height };
}

function jpeg(canvas, quality) {
  return new Promise((done, failed) => canvas.toBlob(blob => (blob ? done(blob) : failed(new PhotoProblem('NO_MEMORY'))), 'image/jpeg', quality));
}

/** Safari keeps the memory of a canvas until it is collected. */
function release(canvas) {
  canvas.width = 0;
  canvas.height = 0;
}
