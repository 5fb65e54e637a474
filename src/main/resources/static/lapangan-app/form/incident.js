import { h, Button, Notice, Screen, useState } from '../ui.js';
import { t } from '../words.js';
import { address } from '../router.js';
import { corrected, time } from '../clock.js';
import { round, useDay } from '../day.js';
import { hand } from '../outbox/outbox.js';
import { Calls } from './calls.js';
import { Begun } from './reports.js';
import { useRecords } from './records.js';
import { Place } from './place.js';
import { Sent } from './sent.js';
import { formFor, labelOf } from './work.js';

const OWN = 5;
const GPS = { enableHighAccuracy: true, timeout: 15000, maximumAge: 120000 };

/** What is told at once with two presses, and what may be told in addition to it. */
const URGENT = [
  { name: 'ambulance', data: { needsAmbulance: true } },
  { name: 'fire', data: { choice: 'FIRE' } }
];

/** An ambulance first, then what happened. Works without a polling station and without network. */
export function Incident({ go, tps }) {
  const day = useDay();
  const records = useRecords();
  const [sent, setSent] = useState(null);
  const form = formFor({ kind: 'INCIDENT' });
  if (sent) {
    return h(Sent, { id: sent, go, back: '/kejadian', more: address('/isi', { kind: 'INCIDENT', addsTo: sent }), calls: true });
  }
  if (!day || !day.round || !form) {
    return h(Screen, { title: t('incident.title'), back: '#/' }, h(Calls, { day }), h(Notice, { tone: 'warn' }, t('incident.nothing')));
  }
  const choice = form.sections[0].fields.find(field => field.path === 'choice');
  const choices = choice ? choice.choices : [];
  return h(Screen, { title: t('incident.title'), back: '#/' },
    h(Calls, { day }),
    URGENT.filter(one => !one.data.choice || choices.some(each => each.code === one.data.choice))
      .map(one => h(Urgent, { key: one.name, one, day, form, tps, sent: setSent })),
    h(Begun),
    h('h2', null, t('incident.what')),
    h('ul', { class: 'fa-choices' }, choices.map(each => h('li', { key: each.code },
      h('a', { href: '#' + address('/isi', withPlace({ kind: 'INCIDENT', choice: each.code }, tps)) }, each.label)))
      .concat(h('li', { key: '' }, h('a', { href: '#' + address('/isi', withPlace({ kind: 'INCIDENT' }, tps)) }, t('incident.own'))))),
    h(Own, { records }));
}

function withPlace(query, tps) {
  return tps ? Object.assign({ tps }, query) : query;
}

/** Asked once more, because an ambulance is sent for it. The phone's place is added where it is found in time. */
function Urgent({ one, day, form, tps, sent }) {
  const only = tps ? { tps } : day.stations.length === 1 ? { tps: day.stations[0].tps } : null;
  const [open, setOpen] = useState(false);
  const [place, setPlace] = useState(only);
  const [spot, setSpot] = useState(null);
  const [fault, setFault] = useState('');
  const [busy, setBusy] = useState(false);
  const unfold = () => {
    setOpen(!open);
    try {
      navigator.geolocation.getCurrentPosition(found => setSpot({
        lat: Number(found.coords.latitude.toFixed(6)), lng: Number(found.coords.longitude.toFixed(6))
      }), () => {}, GPS);
    } catch (e) {
      // Without GPS the place that was chosen has to do.
    }
  };
  const send = () => {
    if (!place && !spot) {
      setFault(t('place.required'));
      return;
    }
    const now = round();
    const about = Object.assign({ kind: 'INCIDENT' }, place);
    const report = Object.assign({ election: now.election, round: now.round, observedAt: corrected().toISOString() }, about,
      { data: Object.assign({}, one.data, spot ? { location: spot } : {}) });
    setBusy(true);
    hand({ report, label: t('incident.' + one.name) + ' · ' + labelOf(day, form, about), photos: [], round: now })
      .then(sent, () => {
        setBusy(false);
        setFault(t('fill.full'));
      });
  };
  return h('section', { class: 'fa-urgent' },
    h(Button, { kind: 'danger', 'aria-expanded': String(open), onClick: unfold }, t('incident.' + one.name)),
    open && h('div', { class: 'fa-urgent-body' },
      !only && h(Place, { day, value: place, fault, onChange: chosen => { setPlace(chosen); setFault(''); }, id: 'f-tempat-' + one.name }),
      only && fault && h('p', { class: 'fa-fault', role: 'alert' }, fault),
      h('p', { class: 'fa-hint', role: 'status' }, spot ? t('incident.spot') : ''),
      h(Button, { kind: 'danger', disabled: busy, onClick: send }, t('incident.yes.' + one.name))));
}

/** What I have told on this phone, to add to it. */
function Own({ records }) {
  const own = records.filter(record => record.report.kind === 'INCIDENT' && !record.report.data.addsTo).slice(0, OWN);
  return own.length === 0 ? null : h('section', null, h('h2', null, t('incident.mine')),
    h('ul', { class: 'fa-list' }, own.map(record => h('li', { key: record.id },
      h('strong', null, record.label), h('span', null, time(record.savedAtServer || record.savedAt) + ' · ' + t('fill.state.' + record.state)),
      h('a', { href: '#' + address('/isi', { kind: 'INCIDENT', addsTo: record.id }) }, t('incident.add'))))));
}
