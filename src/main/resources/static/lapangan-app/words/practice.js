export const id = {
  'practice.title': 'Latihan',
  'practice.what': 'Isi formulir yang sama seperti pada hari pemungutan, sepuasnya dan pada jam berapa pun. Tidak ada yang dihitung, dan semuanya dihapus sesudah latihan.',
  'practice.emergency': 'Ada keadaan darurat sungguhan? Telepon nomor darurat, atau akhiri latihan dahulu.',
  'practice.now': 'Anda sedang latihan ({code}).',
  'practice.goOn': 'Lanjutkan latihan',
  'practice.end': 'Selesai latihan',
  'practice.begin': 'Mulai latihan {code}',
  'practice.none': 'Belum ada latihan yang dibuka. Desk memberi tahu kapan latihan dimulai.',
  'practice.look': 'Periksa lagi',
  'practice.needsNetwork': 'Untuk membuka latihan pertama kali perlu jaringan. Sesudah itu latihan juga berjalan tanpa jaringan.',
  'practice.short': 'Formulir latihan singkat (halaman biasa, perlu jaringan)',
  'practice.band': 'Tidak ada yang dihitung.'
};

export const en = {
  'practice.title': 'Practice',
  'practice.what': 'Fill in the same forms as on the day of voting, as often as you like and at any hour. Nothing counts, and all of it is wiped afterwards.',
  'practice.emergency': 'A real emergency? Call an emergency number, or end the practice first.',
  'practice.now': 'You are practising ({code}).',
  'practice.goOn': 'Go on practising',
  'practice.end': 'End practice',
  'practice.begin': 'Begin practice {code}',
  'practice.none': 'No practice is open yet. The desk will tell when one begins.',
  'practice.look': 'Look again',
  'practice.needsNetwork': 'A practice needs network when it is opened for the first time. After that it works without.',
  'practice.short': 'Short practice form (plain page, needs network)',
  'practice.band': 'Nothing of it counts.'
};
