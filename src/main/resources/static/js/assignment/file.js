// Many people from a spreadsheet: a file, or cells pasted from one. Checked first, stored on a second click.
import { call, element, root } from '../api.js';

export function fileBox(at, stored) {
  const file = element('input', { type: 'file', accept: '.csv,.xlsx', name: 'file' });
  const pasted = element('textarea', { class: 'form-control', rows: 3, name: 'pasted', placeholder: 'desa\tnama\ttelepon\n36.04.05.2001\tSiti Aminah\t0812-3456-7890' });
  const result = element('div', { role: 'status' });
  const take = element('button', { type: 'button', class: 'btn btn-primary', hidden: true, onclick: () => send(false) }, 'Masukkan');

  async function send(dryRun) {
    const content = file.files[0] ?? (pasted.value.trim() ? new File([pasted.value], 'tempel.csv', { type: 'text/csv' }) : null);
    if (!content) {
      result.replaceChildren(element('p', { class: 'field-error' }, 'Pilih berkas atau tempel isinya dulu.'));
      return;
    }
    const body = new FormData();
    body.append('file', content);
    try {
      const answer = await call('POST', `/api/imports/assignments?dryRun=${dryRun}&election=${encodeURIComponent(at.election)}`, body);
      take.hidden = !dryRun;
      result.replaceChildren(element('p', {}, dryRun
        ? `${answer.rows} baris terbaca tanpa kesalahan: ${answer.created} baru, ${answer.updated} berubah. Tekan Masukkan.`
        : `${answer.created} orang ditunjuk, ${answer.updated} diperbarui.`));
      if (!dryRun) {
        file.value = '';
        pasted.value = '';
        await stored();
      }
    } catch (problem) {
      take.hidden = true;
      result.replaceChildren(element('p', { class: 'field-error' }, problem.message),
        element('ul', {}, ...(problem.errors ?? []).slice(0, 200).map(error => element('li', {}, `${error.row ? `Baris ${error.row}, ${error.column}: ` : ''}${error.message}`))));
    }
  }
  const hide = () => (take.hidden = true);
  file.addEventListener('change', hide);
  pasted.addEventListener('input', event => {
    event.stopPropagation();
    hide();
  });
  return element('details', { class: 'asg-file' }, element('summary', {}, 'Isi dari berkas Excel atau CSV'),
    element('p', { class: 'c1-hint' }, element('a', { href: `${root}/api/imports/assignments/template.xlsx` }, 'Unduh contoh berkas'), ', isi, lalu pilih di sini.'),
    element('label', {}, 'Berkas', file), element('label', {}, 'Atau tempel dari Excel, dengan baris judul', pasted),
    element('div', { class: 'asg-add' }, element('button', { type: 'button', class: 'btn btn-default button-quiet', onclick: () => send(true) }, 'Periksa'), take), result);
}
