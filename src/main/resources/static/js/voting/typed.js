// What was typed about a place, and the data that a report makes of it.
const NUMBERS = ['total', 'male', 'female'];
const TIMES = ['openedAt', 'closedAt', 'onDutySince'];
const CHOICES = ['security', 'mobility', 'officersCondition', 'weather', 'power'];
const EVENING = 18;

/** What the server wrote into a field. */
export const initial = field => {
  if (field.type === 'radio' || field.type === 'checkbox') return field.defaultChecked ? field.value : '';
  if (field.tagName === 'SELECT') return [...field.options].find(option => option.defaultSelected)?.value ?? '';
  return field.defaultValue;
};
/** What stands in it now. */
export const current = field => (field.type === 'radio' || field.type === 'checkbox' ? (field.checked ? field.value : '') : field.value.trim());

/** By name of the field; of several for one name the one that says something. */
export function gathered(fields, read) {
  const values = {};
  for (const field of fields) {
    const name = field.name.split('.')[1];
    values[name] = (values[name] ?? '') || read(field);
  }
  return values;
}

export const same = (one, other) => Object.keys(one).every(name => one[name] === (other[name] ?? ''));
const number = text => (/^\d{1,9}$/.test(text) ? Number(text) : text);
const hour = text => (/^\d{1,2}[.:]\d{2}$/.test(text) ? text.replace('.', ':').padStart(5, '0') : null);

function moment(name, text, sheet) {
  const time = hour(text);
  if (!time) return text;
  const eve = name === 'onDutySince' && Number(time.slice(0, 2)) >= EVENING;
  return `${eve ? sheet.eve : sheet.date}T${time}:00${sheet.offset}`;
}

/** The data of a report. `held`: what was reported before; `sheet`: the day, its eve and how far it is from UTC. */
export function dataOf(now, held, sheet) {
  const found = {};
  const voters = {};
  for (const [name, text] of Object.entries(now)) {
    if (!text || name === 'noNews') continue;
    if (NUMBERS.includes(name)) voters[name] = number(text);
    else if (name === 'queue') found.queue = number(text);
    else if (TIMES.includes(name)) found[name] = moment(name, text, sheet);
    else if (CHOICES.includes(name) || name === 'remarks') found[name] = text;
  }
  if (Object.keys(voters).length) found.voters = voters;
  if ('halted' in now && (now.halted || held.halted)) found.halted = now.halted === 'ya';
  return found;
}
