// Whom to call beside the form: those who owe this report, in the village or the district of the place that is typed.
import { element, say } from '../api.js';

function groups(items) {
  const together = new Map();
  items.forEach(item => {
    const key = item.reporters.map(one => `${one.name}/${one.phone}`).join(';') || item.tps;
    together.set(key, [...(together.get(key) ?? []), item]);
  });
  return [...together.values()];
}

/** `pick(tps)` opens a TPS of the list; what was `handed` in a moment ago is no longer owed. Answers `show(region, question)` and `first()`. */
export function calls(box, call, pick, handed) {
  const list = box.querySelector('[data-calls]');
  const sum = box.querySelector('[data-calls-sum]');
  let turn = 0;
  let items = [];

  const chip = item => element('button', { type: 'button', class: `entry-chip${item.overdue ? ' entry-late' : ''}`, 'data-tps': item.tps, 'aria-label': `${item.tpsName} ${item.villageName}`,
    title: item.note ?? '', onclick: () => pick(item.tps) }, item.tpsName);

  /** The village is named once before its TPS: a list of twenty has to be seen whole. */
  const chips = reports => [...new Set(reports.map(one => one.villageName))].map(village => element('div', { class: 'entry-chips' },
    element('span', {}, village), ...reports.filter(one => one.villageName === village).map(chip)));

  function card(reports) {
    const people = reports[0].reporters;
    return element('li', {},
      people.length ? element('span', {}, ...people.flatMap((one, at) => [at ? element('br') : '', element('b', {}, one.name), ' ',
        one.call ? element('a', { href: one.call }, one.phone) : '']))
        : element('span', { class: 'muted' }, say('Tidak ada nomor', 'No number')),
      ...chips(reports));
  }

  async function show(region, question) {
    const mine = turn += 1;
    try {
      const answer = await call('GET', `/api/progress/missing?${question}${region ? `&region=${region}` : ''}&size=40`);
      if (mine !== turn) return;
      items = answer.items.filter(item => !handed(item.tps));
      const total = answer.total - answer.items.length + items.length;
      sum.textContent = total ? say(`${total} belum lapor`, `${total} have not reported`) : say('Semua sudah lapor.', 'All have reported.');
      list.replaceChildren(...groups(items).map(card));
    } catch {
      if (mine === turn) sum.textContent = say('Daftar belum dapat dimuat.', 'The list cannot be loaded yet.');
    }
  }

  return { show, first: () => items[0]?.tps };
}
