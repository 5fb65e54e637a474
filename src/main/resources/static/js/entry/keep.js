// What the desk's entry keeps on this computer, apart for each person and round: drafts, and what was handed in. Nothing unsent is ever thrown away.
import { follows } from './sent.js';

const MOST = 60;

function read(key, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

export function keeper(sheet) {
  const own = `desk-masukkan:${sheet.person}:${sheet.election}/${sheet.round}`;
  const draftKey = about => `${own}|${[about.kind, about.stage, about.place, about.race, about.slot].map(part => part ?? '').join('|')}`;
  return {
    draft: about => read(draftKey(about), null),
    keepDraft: (about, values) => localStorage.setItem(draftKey(about), JSON.stringify(values)),
    dropDraft: about => localStorage.removeItem(draftKey(about)),
    handed: () => read(`${own}/terkirim`, []),
    keepHanded(list) {
      const open = list.filter(one => one.state === 'WAITING' || one.state === 'REFUSED' || follows(one));
      const rest = list.filter(one => !open.includes(one)).slice(0, Math.max(0, MOST - open.length));
      localStorage.setItem(`${own}/terkirim`, JSON.stringify(list.filter(one => open.includes(one) || rest.includes(one))));
    },
    choice: name => read(`${own}/${name}`, null),
    keepChoice: (name, value) => localStorage.setItem(`${own}/${name}`, JSON.stringify(value)),
  };
}
