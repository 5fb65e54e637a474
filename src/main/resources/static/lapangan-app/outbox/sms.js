import { dateIn, hourIn } from '../form/zone.js';

// A report as an SMS that the desk's program reads. What does not fit or cannot be said there is left to the queue. Pure.
const LONGEST = 160;
const RACES = ['GUBERNUR', 'BUPATI', 'WALIKOTA', 'PPWP', 'DPD'];
const TOTALS = [['S', 'validVotes'], ['TS', 'invalidVotes'], ['J', 'totalVotes'], ['DPT', 'dpt.total'], ['PENGGUNA', 'voters.total.total']];
const SECURITY = { CALM: 'AMAN', ATTENTION: 'RAWAN', UNREST: 'RICUH' };
// Nearly a day: of an older report the hour alone would not tell the date.
const OLDEST = 23 * 3600 * 1000;
const WORDS = /^[A-Za-z0-9 .,:;()/+-]{1,80}$/;
const CALLS_FOR_HELP = /ambul/i;
const LETTERS = 'ACEFHKMRUX';
// Damm's check digit, as the server has it.
const DAMM = ['0317598642', '7092154863', '4206871359', '1750983426', '6123045978', '3674209581', '5869720134', '8945362017', '9438617205', '2581436790'];

function damm(digits) {
  return Array.from(digits).reduce((interim, digit) => Number(DAMM[interim][Number(digit)]), 0);
}

function at(data, path) {
  return path.split('.').reduce((found, name) => (found === undefined || found === null ? undefined : found[name]), data);
}

/** Digits of a number as somebody typed it; null for a blank, undefined for what is no number. */
function digits(value) {
  const text = value === undefined || value === null ? '' : String(value).trim();
  return text === '' ? null : /^\d{1,4}$/.test(text) ? String(Number(text)) : undefined;
}

function form({ tps, race, data }) {
  const votes = Object.keys(data.votes || {}).sort((one, other) => one - other).map(number => [number, digits(data.votes[number])]);
  const sums = TOTALS.map(([word, path]) => [word, digits(at(data, path))]);
  const all = votes.concat(sums);
  if (RACES.indexOf(race) < 0 || all.some(([, value]) => value === undefined) || votes.every(([, value]) => value === null) || votes.some(([number]) => !/^\d{1,2}$/.test(number))) {
    return null;
  }
  const checked = votes.filter(([, value]) => value !== null).map(([number, value]) => number.padStart(2, '0') + value.padStart(4, '0'))
    .concat(sums.map(([, value], n) => (value === null ? '' : n + 1 + value.padStart(4, '0')))).join('');
  const numbers = all.filter(([, value]) => value !== null).map(([name, value]) => name + ' ' + value);
  return ['C1', station(tps), race].concat(numbers, '#' + damm(tps + RACES.indexOf(race) + checked)).join(' ');
}

function station(tps) {
  return tps + LETTERS[damm(tps)];
}

/** `07.05`, of the same day as the report; undefined for another day, which no SMS can name. */
function hour(moment, observed, zone) {
  const when = new Date(moment);
  return dateIn(when, zone) === dateIn(observed, zone) ? hourIn(when, zone).replace(':', '.') : undefined;
}

function checkIn({ tps, slot, data }, observed, zone) {
  const voters = data.voters || {};
  const counted = [['L', digits(voters.male)], ['P', digits(voters.female)], ['J', digits(voters.total)]];
  const times = [['BUKA', data.openedAt], ['TUTUP', data.closedAt]].filter(([, moment]) => moment).map(([word, moment]) => [word, hour(moment, observed, zone)]);
  if (counted.concat(times).some(([, value]) => value === undefined)) {
    return null;
  }
  const said = times.map(([word, time]) => word + ' ' + time);
  const count = counted.filter(([, value]) => value !== null).map(([word, value]) => word + ' ' + value);
  const rest = [count.length ? 'HADIR ' + count.join(' ') : '', SECURITY[data.security] || '', data.halted === true ? 'HENTI' : data.halted === false ? 'LANJUT' : ''].filter(Boolean);
  return said.concat(rest).length === 0 ? null : ['TPS ' + station(tps)].concat(said, rest, 'SLOT ' + slot).join(' ');
}

function words(text, remarks) {
  const told = String(remarks || '').trim();
  const longer = text + ' KET ' + told;
  return WORDS.test(told) && !CALLS_FOR_HELP.test(told) && !/\bKET/i.test(told) && !/ {2}/.test(told) && longer.length <= LONGEST ? longer : text;
}

/**
 * The SMS for a report, at most 160 characters that every telephone has; null where it cannot be said in one. `day`: as `GET /api/field/day` gives it; `now`: the time by the server.
 * The server finds the round by the polling station: where several run beside each other, it might be another one.
 */
export function smsOf({ report, round }, day, now) {
  const observed = new Date(report.observedAt);
  const practice = round.kind === 'REHEARSAL';
  const running = day.rounds.filter(one => (one.kind === 'REHEARSAL') === practice);
  if (running.length !== 1 || running[0].election !== report.election || running[0].round !== report.round || !(now - observed < OLDEST)) {
    return null;
  }
  const said = report.kind === 'C1' ? form(report) : report.kind === 'VOTING' ? checkIn(report, observed, day.zone)
    : report.kind === 'SITUATION' && day.regions.length === 1 && day.regions[0].code === report.region && SECURITY[report.data.security]
      ? ['SITUASI', SECURITY[report.data.security], 'SLOT', report.slot].join(' ') : null;
  const whole = said && (practice ? 'LATIHAN ' : '') + said + ' TULIS ' + hourIn(observed, day.zone).replace(':', '.');
  return !whole || whole.length > LONGEST ? null : report.kind === 'C1' ? whole : words(whole, report.data.remarks);
}

/** Opens the telephone's own messages; `?&` is what both Android and iPhones read. */
export function smsLink(number, text) {
  return 'sms:' + number + '?&body=' + encodeURIComponent(text);
}
