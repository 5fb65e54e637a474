// Hours as they are in the regency, wherever the phone thinks it is.
function wallClock(instant, zone) {
  const found = {};
  new Intl.DateTimeFormat('en-GB', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit'
  }).formatToParts(instant).forEach(part => { found[part.type] = part.value; });
  return found;
}

/** `2024-11-27` in the zone. */
export function dateIn(instant, zone) {
  const at = wallClock(instant, zone);
  return at.year + '-' + at.month + '-' + at.day;
}

/** `07:05` in the zone, as a time field holds it. */
export function hourIn(instant, zone) {
  const at = wallClock(instant, zone);
  return at.hour + ':' + at.minute;
}

/** The day before a date. */
export function eveOf(date) {
  return new Date(Date.parse(date + 'T00:00:00Z') - 86400000).toISOString().slice(0, 10);
}

/** ISO 8601 with the offset of the zone, of `2024-11-27` at `07:05`. */
export function moment(date, hour, zone) {
  const asIfUtc = Date.parse(date + 'T' + hour + ':00Z');
  const at = wallClock(new Date(asIfUtc), zone);
  const minutes = Math.round((Date.parse(at.year + '-' + at.month + '-' + at.day + 'T' + at.hour + ':' + at.minute + ':' + at.second + 'Z') - asIfUtc) / 60000);
  const two = number => String(number).padStart(2, '0');
  const size = Math.abs(minutes);
  return date + 'T' + hour + ':00' + (minutes < 0 ? '-' : '+') + two(Math.floor(size / 60)) + ':' + two(size % 60);
}
