import { h, Button, Notice, Screen, useEffect, useState } from '../ui.js';
import { t } from '../words.js';
import { address } from '../router.js';
import { choose, round, useDay } from '../day.js';
import { take } from '../outbox/outbox.js';
import { Entry } from './entry.js';
import { valuesOf } from './form.js';
import { Hours } from './hours.js';
import { Stations } from './stations.js';
import { formFor, labelOf, needs, slotNow } from './work.js';

const PARTS = ['kind', 'tps', 'region', 'race', 'slot', 'stage', 'visit', 'addsTo', 'task'];

/** The screen of one report: finds out what it is about, asks for what is missing, and hands over to the form. */
export function Fill(props) {
  const day = useDay();
  const [repaired, setRepaired] = useState(props.repair ? undefined : null);
  useEffect(() => {
    if (props.repair) {
      Promise.resolve(take(props.repair)).then(record => setRepaired(record || null), () => setRepaired(null));
    }
  }, []);
  if (repaired === undefined) {
    return h(Screen, { title: t('fill.opening'), back: '#/antrean' });
  }
  if (props.repair && !repaired) {
    return said(t('fill.gone'), '#/antrean');
  }
  if (repaired && repaired.mendedBy) {
    return said(t('fill.mended'), '#/antrean');
  }
  const now = round();
  if (!day || !now) {
    return said(t('fill.noForms'), '#/');
  }
  const about = repaired ? aboutOf(repaired) : asked(props);
  const other = elsewhere(about, now);
  if (other) {
    return h(Screen, { title: t('fill.otherRound'), back: '#/' },
      h(Notice, { tone: 'warn' }, t('fill.otherRoundHint', { round: other.round })),
      h(Button, { onClick: () => choose(other) }, t('fill.openRound')));
  }
  return h(Chosen, { day, now, about, props, repaired });
}

function said(text, back) {
  return h(Screen, { title: t('fill.title'), back }, h(Notice, { tone: 'warn' }, text));
}

function asked(props) {
  const about = PARTS.reduce((all, part) => (props[part] ? Object.assign(all, { [part]: props[part] }) : all), {});
  return Object.assign(about, props.election ? { election: props.election } : {}, props.round ? { round: props.round } : {});
}

function aboutOf(record) {
  const about = asked(record.report);
  const data = record.report.data;
  return Object.assign(about, data.stage ? { stage: data.stage } : {}, data.visit ? { visit: data.visit } : {}, data.addsTo ? { addsTo: data.addsTo } : {});
}

/** The round that was meant, when it is not the one that the app works with. */
function elsewhere(about, now) {
  const meant = { election: about.election || now.election, round: about.round || now.round };
  return meant.election === now.election && meant.round === now.round ? null : meant;
}

function Chosen({ day, now, about, props, repaired }) {
  const form = formFor(about);
  if (!form) {
    return said(t(about.kind ? 'fill.noForm' : 'fill.noKind'), '#/');
  }
  const whole = complete(day, form, about);
  if (needs(form, 'tps') && !whole.tps || form.kind === 'SITUATION' && !whole.region) {
    return h(Where, { day, form, about: whole });
  }
  if (needs(form, 'slot') && !whole.slot) {
    return said(t('fill.noSlot'), '#/laporan');
  }
  const initial = repaired ? valuesOf(form, repaired.report.data) : given(whole, props);
  const key = JSON.stringify([whole, props.repair || '']);
  const start = { values: initial, photosOf: repaired ? repaired.photos : [], answer: repaired ? repaired.answer : null, place: place(about) };
  const to = slot => address('/isi', Object.assign({}, whole, { slot }, props.from ? { from: props.from } : {}));
  const head = h(Hours, { day, form, slot: whole.slot, to: repaired ? null : to });
  return h(Entry, { key, day, now, form, about: Object.assign({}, whole, props.repair ? { repair: props.repair } : {}), start, head, go: props.go, from: props.from });
}

function place(about) {
  return about.tps ? { tps: about.tps } : about.region ? { region: about.region } : null;
}

function given(about, props) {
  return Object.assign({}, about.visit ? { visit: about.visit } : {}, about.addsTo ? { addsTo: about.addsTo } : {},
    props.choice ? { choice: props.choice } : {}, props.ambulance ? { needsAmbulance: true } : {});
}

/** What there is only one of need not be said. */
function complete(day, form, about) {
  const whole = Object.assign({}, about, form.stage ? { stage: form.stage } : {});
  if (!needs(form, 'slot')) {
    delete whole.slot;
  }
  if (needs(form, 'tps') && !whole.tps && day.stations.length === 1) {
    whole.tps = day.stations[0].tps;
  }
  if (form.kind === 'SITUATION' && !whole.region && day.regions.length === 1) {
    whole.region = day.regions[0].code;
  }
  const now = needs(form, 'slot') && !whole.slot ? slotNow(day, form.kind) : null;
  return now ? Object.assign(whole, { slot: now.slot }) : whole;
}

function Where({ day, form, about }) {
  const to = place => address('/isi', Object.assign({}, about, place));
  return h(Screen, { title: labelOf(day, form, about), back: form.kind === 'C1' ? '#/c1' : '#/laporan' },
    h('p', null, t('fill.where')),
    form.kind === 'SITUATION'
      ? h('ul', { class: 'fa-list' }, day.regions.map(one => h('li', { key: one.code }, h('a', { href: '#' + to({ region: one.code }) }, one.name))))
      : h(Stations, { stations: day.stations.filter(one => !about.race || one.races.some(race => race.code === about.race)), to: one => to({ tps: one.tps }) }));
}
