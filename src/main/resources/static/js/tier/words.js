// How figures of a report are called in its list of differences.
const PARTS = {
  stations: 'jumlah TPS', readiness: 'Kesiapan', voting: 'Pemungutan', turnout: 'Pengguna hak pilih', incidents: 'Kejadian', requiresSignature: 'perlu tanda tangan',
  unchecked: 'belum diperiksa', ready: 'siap', conditional: 'siap bersyarat', notReady: 'tidak siap',
  opened: 'TPS buka', openedLate: 'buka terlambat', closed: 'tutup', halted: 'terhenti', calm: 'kondusif', attention: 'perlu perhatian', unrest: 'tidak kondusif', held: 'ditahan',
  voters: 'pemilih', votersListed: 'pemilih di TPS dengan DPT', listed: 'DPT', percent: 'persen', slot: 'slot', slotDueAt: 'waktu slot',
  open: 'terbuka', hurt: 'korban', list: 'daftar', expected: 'ditunggu', received: 'masuk', late: 'terlambat', missing: 'belum masuk', excused: 'dimaklumi',
  verified: 'sudah dicocokkan', receivedPercent: 'cakupan masuk (%)', verifiedPercent: 'cakupan dicocokkan (%)', byReceived: 'menurut C1 masuk', byVerified: 'menurut C1 dicocokkan',
  counted: 'formulir dihitung', validVotes: 'suara sah', invalidVotes: 'suara tidak sah', dptTotal: 'DPT', votersTotal: 'pengguna hak pilih', votes: 'suara',
  state: 'status', report: 'nomor laporan', version: 'versi', remarks: 'keterangan', security: 'keamanan', weather: 'cuaca', power: 'listrik', name: 'nama', digest: 'sidik digital',
  severity: 'tingkat', acknowledgedAt: 'diterima pada', endedAt: 'selesai pada', votingHalted: 'pemungutan terhenti', category: 'jenis', place: 'tempat', at: 'pada',
};
const LISTS = { reports: 'Laporan', races: 'Pemilihan', candidates: 'paslon', situations: 'Situasi', list: 'kejadian', districts: 'Kecamatan', missingStations: 'belum masuk', excuses: 'dimaklumi' };
const KINDS = { READINESS: 'Kesiapan', VOTING: 'Pemungutan', C1: 'C1', SITUATION: 'Situasi' };

/** "races[BUPATI].byReceived.candidates[1].votes" becomes "BUPATI, menurut C1 masuk, paslon 1, suara". */
export function path(what) {
  return what.match(/[^.[\]]+(\[[^\]]*\])?/g).map(part => {
    const [, list, of] = part.match(/^([^[]+)(?:\[(.*)\])?$/);
    if (of === undefined) return PARTS[list] ?? list;
    const named = of.split(' ').map(word => KINDS[word] ?? word).join(' ');
    return list === 'races' ? named : `${LISTS[list] ?? list} ${named}`;
  }).join(', ');
}

export const STATES = { SEALED: 'disegel', AUTOMATIC: 'tanpa segel', RETURNED: 'dikembalikan', UNSEALED: 'belum disegel', MISSING: 'belum ada laporan' };
export const STEPS = { COMPILED: 'Disusun', SEALED: 'Disegel', APPROVED: 'Disetujui', AUTOMATIC: 'Ditetapkan tanpa segel', CALLED: 'Camat dihubungi', CHECKED: 'Diperiksa desk', RETURNED: 'Dikembalikan', SENT_BACK: 'Dikembalikan ke desk', ATTACHED: 'Lampiran ditambahkan', CORRECTION_ASKED: 'Koreksi diminta' };
export const CAPACITIES = [['DEFINITIVE', 'Pejabat definitif'], ['PJ', 'Pj (penjabat)'], ['PLT', 'Plt (pelaksana tugas)'], ['PLH', 'Plh (pelaksana harian)'], ['AN', 'a.n. (atas nama)']];
