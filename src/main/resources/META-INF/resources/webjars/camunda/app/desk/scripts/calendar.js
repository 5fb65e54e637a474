// The calendars take the names of days and months from AngularJS, which knows English only, not from the locale files.
import './language.js';

function names(count, dayOf, options) {
  const format = new Intl.DateTimeFormat('id', { ...options, timeZone: 'UTC' });
  return Array.from({ length: count }, (_, i) => format.format(dayOf(i)));
}

// 4 January 1970 was a Sunday, the first day for AngularJS.
const weekday = i => new Date(Date.UTC(1970, 0, 4 + i));
const month = i => new Date(Date.UTC(1970, i, 1));

if (document.documentElement.lang === 'id') {
  window.angular.module('ngLocale').config([
    '$provide',
    $provide =>
      $provide.decorator('$locale', [
        '$delegate',
        locale => {
          Object.assign(locale.DATETIME_FORMATS, {
            DAY: names(7, weekday, { weekday: 'long' }),
            SHORTDAY: names(7, weekday, { weekday: 'short' }),
            MONTH: names(12, month, { month: 'long' }),
            STANDALONEMONTH: names(12, month, { month: 'long' }),
            SHORTMONTH: names(12, month, { month: 'short' })
          });
          return locale;
        }
      ])
  ]);
}
