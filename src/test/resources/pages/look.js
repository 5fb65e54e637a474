// What is wrong with the page that is open, beside what axe finds; one line each.
(phone) => {
  const found = [];
  const seen = (some) => some.getClientRects().length > 0 && getComputedStyle(some).visibility !== 'hidden' && !some.closest('[aria-hidden=true]');
  const short = (some) => some.outerHTML.replace(/\s+/g, ' ').slice(0, 140);
  const headings = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].filter(seen);
  const first = headings.filter((heading) => heading.tagName === 'H1');
  if (first.length !== 1) found.push(`h1 ${first.length} times`);
  headings.reduce((before, heading) => {
    const level = Number(heading.tagName[1]);
    if (before && level > before + 1) found.push(`h${level} after h${before}: ${short(heading)}`);
    return level;
  }, 0);
  if (document.querySelectorAll('main').length !== 1) found.push('no main');
  if (!document.documentElement.lang) found.push('no language');
  for (const table of [...document.querySelectorAll('table')].filter(seen)) {
    if (!table.caption && !table.ariaLabel && !table.getAttribute('aria-labelledby')) found.push(`table without a name: ${short(table)}`);
    for (const cell of table.querySelectorAll('th:not([scope])')) found.push(`th without scope: ${short(cell)}`);
  }
  for (const svg of [...document.querySelectorAll('svg')].filter(seen)) {
    const named = svg.ariaLabel || svg.getAttribute('aria-labelledby') || svg.querySelector('title');
    if (!(svg.getAttribute('role') === 'img' && named) && !svg.closest('.map')) found.push(`picture without words: ${short(svg)}`);
  }
  if (document.documentElement.scrollWidth > innerWidth) {
    const wide = [...document.querySelectorAll('body *')].filter((some) => some.getBoundingClientRect().right > innerWidth + 1 && !some.closest('.scroll')).slice(0, 2);
    found.push(`${document.documentElement.scrollWidth} px wide: ${wide.map(short).join(' | ')}`);
  }
  if (phone) {
    const targets = 'button, summary, select, textarea, input:not([type=hidden]), .button, .top a, .tabs a, .pages a, .tiles a';
    for (const target of [...document.querySelectorAll(targets)].filter(seen)) {
      const tick = target.matches('[type=checkbox], [type=radio]');
      const label = tick ? target.closest('label') ?? document.querySelector(`label[for="${target.id}"]`) ?? target : target;
      const { height } = label.getBoundingClientRect();
      if (height < 43.5 && !target.closest('.leaflet-control')) found.push(`${Math.round(height)} px to touch: ${short(target)}`);
    }
  }
  return found;
}
