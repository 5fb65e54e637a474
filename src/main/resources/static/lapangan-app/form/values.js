// What was typed, by dotted path, as the person typed it; and the data of a report that it makes.
const CARRIED = { VISIT: ['visit'], INCIDENT: ['addsTo'] };

export function fieldsOf(form) {
  return form.sections.reduce((all, section) => all.concat(section.fields), []);
}

/** Whether something stands there: `false` and 0 say something, a blank does not. */
export function says(value) {
  if (value === undefined || value === null) {
    return false;
  }
  if (typeof value === 'string') {
    return value.trim() !== '';
  }
  return Array.isArray(value) ? value.length > 0 : true;
}

function put(data, path, value) {
  const names = path.split('.');
  const last = names.pop();
  let at = data;
  names.forEach(name => {
    at[name] = at[name] || {};
    at = at[name];
  });
  at[last] = value;
}

function taken(data, path) {
  return path.split('.').reduce((at, name) => (at === undefined || at === null ? undefined : at[name]), data);
}

function written(field, value) {
  if (field.type === 'COUNT') {
    const text = String(value).trim();
    return /^\d{1,9}$/.test(text) ? Number(text) : text;
  }
  return typeof value === 'string' ? value.trim() : value;
}

/** The `data` of the report: what was typed and nothing else. A blank is left out, digits of Form C1 stay as they are written. */
export function dataOf(form, values) {
  const data = form.stage ? { stage: form.stage } : {};
  (CARRIED[form.kind] || []).filter(path => says(values[path])).forEach(path => put(data, path, values[path]));
  fieldsOf(form).filter(field => says(values[field.path])).forEach(field => put(data, field.path, written(field, values[field.path])));
  return data;
}

function typed(field, value) {
  if (field.type === 'COUNT' && value === true && field.all) {
    return String(field.all);
  }
  return typeof value === 'number' ? String(value) : value;
}

/** The other way round: what somebody would have typed for this data. */
export function valuesOf(form, data) {
  const values = {};
  (CARRIED[form.kind] || []).filter(path => says(taken(data, path))).forEach(path => { values[path] = taken(data, path); });
  fieldsOf(form).forEach(field => {
    const value = taken(data, field.path);
    if (says(value)) {
      values[field.path] = typed(field, value);
    }
  });
  return values;
}

/** A whole number that was typed; null when there is none. */
export function number(value) {
  return /^\d{1,9}$/.test(String(value === undefined || value === null ? '' : value).trim()) ? Number(value) : null;
}

/** Sums whose numbers are all there and do not agree: the sum with `written` and `made`. */
export function disagreeing(form, values) {
  return (form.sums || []).map(sum => {
    const parts = sum.parts.map(path => number(values[path]));
    const total = number(values[sum.total]);
    return total === null || parts.some(part => part === null)
      ? null : Object.assign({ written: total, made: parts.reduce((one, other) => one + other, 0) }, sum);
  }).filter(sum => sum && sum.written !== sum.made);
}

/** Whether a field has to be filled in, given what the others say. */
export function wanted(field, values) {
  return Boolean(field.required) && !(field.unless || []).some(path => says(values[path]) && values[path] !== false);
}

/** Of fields of which one is enough, the one that stands for them: the first that is asked for at any hour. Null where there are none. */
export function oneOf(form) {
  const any = form.anyOf || [];
  const always = fieldsOf(form).find(field => any.indexOf(field.path) >= 0 && !(field.slots || []).length);
  return always ? always.path : any[0] || null;
}

/** Paths that have to be filled in and are not. Where one of several is enough, one stands for them. */
export function missing(form, values) {
  const open = fieldsOf(form).filter(field => wanted(field, values) && !says(values[field.path])).map(field => field.path);
  const any = form.anyOf || [];
  return any.length && !any.some(path => says(values[path])) ? open.concat(oneOf(form)) : open;
}

/** How many numbers of the paper are still blank; blanks may stand on the paper too. */
export function blanks(form, values) {
  return fieldsOf(form).filter(field => field.type === 'FORM_NUMBER' && !says(values[field.path])).length;
}
