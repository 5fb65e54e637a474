// The page on which all TPS of a village are checked.
import { element, say } from '../api.js';
import { call } from '../kept.js';
import { card } from './card.js';

const host = document.querySelector('[data-kesiapan]');
const { election, round, stage, area } = host.dataset;
const question = page => `/api/readiness/entry?stage=${stage}&area=${area}&election=${encodeURIComponent(election)}&round=${encodeURIComponent(round)}&page=${page}&size=100`;
const sendAll = document.querySelector('[data-send-all]');
const markAll = document.querySelector('[data-mark-all]');
const result = document.querySelector('[data-result]');
let cards = [];

function count() {
  const waiting = cards.filter(one => one.ready()).length;
  sendAll.disabled = waiting === 0;
  sendAll.textContent = waiting ? say(`Kirim ${waiting} TPS`, `Send ${waiting} TPS`) : sendAll.dataset.label;
}

async function states() {
  const sheet = await call('GET', question(0));
  sheet.stations.items.forEach(station => cards.find(one => one.tps === station.tps)?.setState(station.stageState));
}

// The state is derived a moment after the receipt.
function statesSoon() {
  [1500, 5000].forEach(after => setTimeout(() => states().catch(() => {}), after));
}

async function everything() {
  sendAll.disabled = true;
  let sent = 0;
  let failed = 0;
  for (const one of cards.filter(each => each.ready())) {
    try {
      sent += (await one.send()) ? 1 : 0;
    } catch {
      failed += 1;
    }
  }
  result.textContent = failed
    ? say(`${sent} TPS diterima, ${failed} belum. Isian tersimpan di perangkat ini; tekan Kirim lagi.`, `${sent} TPS received, ${failed} not yet. What you entered is kept on this device; send again.`)
    : say(`${sent} TPS sudah diterima.`, `${sent} TPS received.`);
  result.hidden = false;
  count();
  statesSoon();
}

async function begin() {
  let page = 0;
  let sheet;
  do {
    sheet = await call('GET', question(page));
    cards.push(...sheet.stations.items.map(station => card(sheet, station)));
    page += 1;
  } while (cards.length < sheet.stations.total && sheet.stations.items.length);
  host.replaceChildren(...cards.map(one => one.box));
  host.addEventListener('kesiapan', count);
  host.addEventListener('kesiapan', event => { if (event.target.dataset.state === 'sent') statesSoon(); });
  markAll.addEventListener('click', () => cards.filter(one => one.untouched()).forEach(one => one.all()));
  sendAll.addEventListener('click', everything);
  window.addEventListener('online', () => { if (cards.some(one => one.box.dataset.state === 'failed' && one.ready())) everything(); });
  count();
}

begin().catch(problem => host.replaceChildren(element('p', { class: 'alert alert-bad', role: 'alert' }, problem.message)));
