import { t } from '../words.js';
import { disagreeing, fieldsOf, missing, number, oneOf, says } from './values.js';

// What the server would refuse, said before anything is sent; by the same description, in the same codes.
const AHEAD = 300000;
const LARGEST_DIGITS = 7;

/** `null`, or `[code, words of it]`. */
const CHECKS = {
  COUNT(field, value) {
    const found = number(value);
    return found === null || found < (field.least || 0) || (field.most !== undefined && found > field.most)
      ? ['OUT_OF_RANGE', { least: field.least || 0, most: field.most }] : null;
  },
  FORM_NUMBER(field, value) {
    const text = String(value).trim();
    if (/^\d+$/.test(text)) {
      return text.replace(/^0+(?=.)/, '').length > LARGEST_DIGITS ? ['TOO_LARGE'] : null;
    }
    if (/^[-−]?\d+[.,]\d+$/.test(text)) {
      return ['NOT_A_WHOLE_NUMBER'];
    }
    return /^[-−] ?\d+$/.test(text) ? ['NEGATIVE'] : ['NOT_A_NUMBER'];
  },
  TEXT(field, value) {
    const length = String(value).trim().length;
    return field.longest && length > field.longest ? ['REPORT_TEXT_TOO_LONG', { n: length, most: field.longest }] : null;
  },
  CHOICE(field, value) {
    return (field.choices || []).some(choice => choice.code === value) ? null : ['UNKNOWN_CHOICE'];
  },
  FLAG(field, value) {
    return value === true || value === false ? null : ['NOT_YES_OR_NO'];
  },
  TIME(field, value, now) {
    const at = Date.parse(value);
    if (isNaN(at)) {
      return ['NOT_A_TIME'];
    }
    return now && at > now.getTime() + AHEAD ? ['TIME_IN_FUTURE'] : null;
  },
  LOCATION(field, value) {
    const sound = (degrees, most) => typeof degrees === 'number' && Math.abs(degrees) <= most;
    return value && sound(value.lat, 90) && sound(value.lng, 180) ? null : ['NOT_A_PLACE'];
  },
  PHOTOS(field, value) {
    return value.length > (field.most || value.length) || value.length < (field.least || 0)
      ? ['PHOTO_COUNT', { least: field.least || 0, most: field.most }] : null;
  },
  ID: () => null
};

function problem(field, code, values) {
  return { field, code, message: t('form.fault.' + code, values) };
}

function silence(form) {
  return form.kind === 'READINESS' ? 'NOTHING_ANSWERED' : 'NOTHING_REPORTED';
}

function backwards(one, other) {
  return Date.parse(other) < Date.parse(one);
}

/**
 * What is wrong with what was typed, in the order of the form: `[{field, code, message}]`.
 * `photos: false` asks for no photos; `now` (Date) refuses times ahead of it, leave it out where the clock cannot be trusted.
 */
export function check(form, values, { photos = true, now = null } = {}) {
  const open = missing(form, values);
  const any = oneOf(form);
  const found = [];
  fieldsOf(form).filter(field => photos || field.type !== 'PHOTOS').forEach(field => {
    const value = values[field.path];
    if (open.indexOf(field.path) >= 0) {
      found.push(problem(field.path, field.path === any ? silence(form) : field.type === 'PHOTOS' ? 'PHOTO_REQUIRED' : 'FIELD_REQUIRED'));
    } else if (says(value)) {
      const wrong = CHECKS[field.type](field, value, now);
      if (wrong) {
        found.push(problem(field.path, wrong[0], wrong[1]));
      }
    }
  });
  disagreeing(form, values).filter(sum => sum.refused)
    .forEach(sum => found.push({ field: sum.total, code: sum.rule, message: t('form.fault.SUM', sum) }));
  if (form.kind === 'VOTING' && says(values.openedAt) && says(values.closedAt) && backwards(values.openedAt, values.closedAt)) {
    found.push(problem('closedAt', 'CLOSED_BEFORE_OPENED'));
  }
  return found;
}
