// In the page: fills every form in as its description allows, and wrongly in every field; draws it; answers what the app would send.
async seed => {
  const base = document.querySelector('script[type=module]').src.replace('start.js', '');
  const { check, dataOf, fieldsOf, valuesOf, ReportForm } = await import(base + 'form/form.js');
  const { h, render } = await import(base + 'ui.js');
  const { forms } = await import(base + 'day.js');
  let state = seed;
  const random = below => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor(state / 2147483648 * below);
  };
  const ago = minutes => new Date(Date.now() - minutes * 60000).toISOString();
  const hours = { onDutySince: 3, openedAt: 2, closedAt: 1 };
  const right = {
    COUNT: field => String((field.least || 0) + random(Math.min(field.most, 400))),
    FORM_NUMBER: () => ['0', '007', '12', '1203'][random(4)],
    TEXT: () => 'Sudah dicek, aman ✓',
    CHOICE: field => field.choices[random(field.choices.length)].code,
    FLAG: () => random(2) === 0,
    TIME: field => ago(hours[field.path] || 1),
    LOCATION: () => ({ lat: -6.1234, lng: 106.1234 }),
    PHOTOS: () => ['ab'.repeat(32)]
  };
  const wrong = {
    COUNT: field => String(field.most + 1),
    FORM_NUMBER: () => 'dua belas',
    TEXT: field => (field.longest ? 'x'.repeat(field.longest + 1) : null),
    CHOICE: () => 'TIDAK_ADA',
    FLAG: () => 'ya',
    TIME: () => 'kemarin',
    LOCATION: () => ({ lat: 91, lng: 0 }),
    PHOTOS: () => null
  };
  const filled = form => {
    const values = {};
    fieldsOf(form).filter(field => field.required || random(10) < 7).forEach(field => { values[field.path] = right[field.type](field); });
    (form.anyOf || []).filter(path => !fieldsOf(form).find(field => field.path === path && field.slots)).slice(0, 1)
      .forEach(path => { values[path] = right[fieldsOf(form).find(field => field.path === path).type](fieldsOf(form).find(field => field.path === path)); });
    form.sums.filter(sum => sum.refused).forEach(sum => {
      sum.parts.forEach(path => { values[path] = String(random(100)); });
      values[sum.total] = String(sum.parts.reduce((all, path) => all + Number(values[path]), 0));
    });
    return values;
  };
  const box = document.body.appendChild(document.createElement('div'));
  const undrawn = form => {
    render(null, box);
    render(h(ReportForm, { form, values: {}, errors: [], photos: true, photoField: () => h('i', null), onChange: () => {} }), box);
    return fieldsOf(form).map(field => field.path).filter(path => !box.querySelector(`[name="${path}"], [data-path="${path}"]`));
  };
  return JSON.stringify(forms().map(form => {
    form = Object.assign({ sums: [] }, form);
    const values = filled(form);
    const data = dataOf(form, values);
    const faulty = fieldsOf(form).map(field => [field, wrong[field.type](field)]).filter(([, value]) => value !== null).map(([field, value]) => {
      const typed = Object.assign({}, values, { [field.path]: value });
      return { path: field.path, data: dataOf(form, typed), told: check(form, typed).map(error => error.field) };
    });
    return {
      kind: form.kind, race: form.race, slot: (form.slots || [])[0], told: check(form, values), data, faulty, silent: { data: dataOf(form, {}), told: check(form, {}).map(error => error.field) },
      again: JSON.stringify(dataOf(form, valuesOf(form, data))) === JSON.stringify(data), undrawn: undrawn(form)
    };
  }));
}
