// Times as the officials of this regency read and write them, whatever zone this device is set to.
import { call } from './api.js';

const { zone: timeZone } = await call('GET', '/api/me').catch(() => ({}));
const clock = new Intl.DateTimeFormat('id', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZoneName: 'short', timeZone });
const long = new Intl.DateTimeFormat('id', { weekday: 'long', day: 'numeric', month: 'long', hour: '2-digit', minute: '2-digit', timeZoneName: 'short', timeZone });
const date = new Intl.DateTimeFormat('sv', { timeZone });
const offset = new Intl.DateTimeFormat('en', { timeZoneName: 'longOffset', timeZone });

/** "27 Nov, 10.00 WIB" */
export function time(iso) {
  return clock.format(new Date(iso));
}

/** "Rabu, 27 November pukul 10.00 WIB" */
export function dayAndTime(iso) {
  return long.format(new Date(iso));
}

/** Today as a field of type date wants it. */
export function today() {
  return date.format(new Date());
}

/** What a field of type datetime-local holds, as the server wants it. */
export function instant(local) {
  const found = offset.formatToParts(new Date(`${local}Z`)).find(part => part.type === 'timeZoneName').value.replace('GMT', '');
  return `${local}:00${found || 'Z'}`;
}
