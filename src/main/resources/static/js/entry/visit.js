// Which of the planned visits to a TPS is told of.
import { element, english, say } from '../api.js';

const when = (iso, zone) => new Date(iso).toLocaleString(english ? 'en-GB' : 'id-ID', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: zone });

/** The list that chooses. `changed(id)` when the person chooses another; undefined for none. */
export function visits(field, zone, changed) {
  field.addEventListener('change', () => changed(field.value || undefined));
  return {
    /** Offers the planned visits (null: none is asked for) and answers the chosen one: `before` where it is among them, else the only one; undefined where somebody has to choose. */
    show(planned, before) {
      const all = planned ?? [];
      field.closest('.entry-visit').hidden = !all.length;
      field.replaceChildren(...(all.length > 1 ? [element('option', { value: '' }, say('Pilih kunjungan siapa', 'Choose whose visit'))] : []),
        ...all.map(one => element('option', { value: one.visit }, `${one.leaderName}, ${when(one.dueAt, zone)}`)));
      if (all.some(one => one.visit === before)) field.value = before;
      return field.value || undefined;
    },
  };
}

/** A leader who tells of it on the telephone has no photo here. */
export const withoutPhoto = form => (form.kind === 'VISIT'
  ? { ...form, sections: form.sections.map(section => ({ ...section, fields: section.fields.map(field => (field.type === 'PHOTOS' ? { ...field, required: false, least: 0 } : field)) })) } : form);
