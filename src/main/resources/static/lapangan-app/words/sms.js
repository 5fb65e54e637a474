export const id = {
  'sms.send': 'Kirim lewat SMS',
  'sms.again': 'Kirim lagi lewat SMS',
  'sms.hint': 'SMS-nya sudah tertulis: jangan diubah, tinggal tekan kirim di aplikasi SMS. Ke nomor desk {number}, dari nomor HP Anda yang terdaftar, tarif SMS biasa. Laporan tetap di antrean; yang sampai dua kali dihitung satu kali.',
  'sms.sentAt': 'Juga dikirim lewat SMS pukul {time}. Tunggu balasan SMS dari desk: baru sesudah itu SMS diterima.',
  'sms.wentAt': 'Juga dikirim lewat SMS pukul {time}.'
};

export const en = {
  'sms.send': 'Send by SMS',
  'sms.again': 'Send by SMS again',
  'sms.hint': 'The SMS is written already: change nothing, just press send in the SMS app. To the desk\'s number {number}, from your number on the staff list, at the price of an SMS. The report stays in the queue; what arrives twice counts once.',
  'sms.sentAt': 'Also sent by SMS at {time}. Wait for the desk\'s reply by SMS: only then has the SMS been taken.',
  'sms.wentAt': 'Also sent by SMS at {time}.'
};
