// Talking to our API from the pages and forms of readiness, whose drafts are kept on the device.
import { caller, dress, element, english, root, say } from '../api.js';

export { dress, element, english, root, say };
export const call = caller({
  silent: say('Server tidak menjawab. Isian masih ada di sini; kirim sekali lagi.', 'The server does not answer. What you typed is still here; send again.'),
  offline: say('Tidak ada sambungan. Isian tersimpan di perangkat ini dan dikirim setelah ada sinyal.', 'No connection. What you typed is kept on this device and is sent once there is a signal.'),
});

// crypto.randomUUID is missing where a page is not served over a secure connection.
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
