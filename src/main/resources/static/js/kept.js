// Calls of pages and forms whose drafts are kept on the device until their receipt is there.
import { caller, say } from './api.js';

export const call = caller({
  silent: say('Server tidak menjawab. Isian masih ada di sini; kirim sekali lagi.', 'The server does not answer. What you typed is still here; send again.'),
  offline: say('Tidak ada sambungan. Isian tersimpan di perangkat ini dan dikirim setelah ada sinyal.', 'No connection. What you typed is kept on this device and is sent once there is a signal.'),
});
