// Many people from a spreadsheet: a file, or cells pasted from one. Checked first, stored on a second click.
import { call, element, root, say } from '../api.js';

export function fileBox(at, stored) {
  const file = element('input', { type: 'file', accept: '.csv,.xlsx', name: 'file' });
  const pasted = element('textarea', { class: 'form-control', rows: 3, name: 'pasted', placeholder: 'desa\tnama\ttelepon\n36.04.05.2001\tSiti Aminah\t0812-3456-7890' });
  const result = element('div', { role: 'status' });
  const take = element('button', { type: 'button', class: 'btn btn-primary', hidden: true, onclick: () => send(false) }, say('Masukkan', 'Take them in'));

  async function send(dryRun) {
    const content = file.files[0] ?? (pasted.value.trim() ? new File([pasted.value], 'tempel.csv', { type: 'text/csv' }) : null);
    if (!content) {
      result.replaceChildren(element('p', { class: 'field-error' }, say('Pilih berkas atau tempel isinya dulu.', 'Choose a file or paste its rows first.')));
      return;
    }
    const body = new FormData();
    body.append('file', content);
    try {
      const answer = await call('POST', `/api/imports/assignments?dryRun=${dryRun}&election=${encodeURIComponent(at.election)}`, body);
      take.hidden = !dryRun;
      result.replaceChildren(element('p', {}, dryRun
        ? say(`${answer.rows} baris terbaca tanpa kesalahan: ${answer.created} baru, ${answer.updated} berubah. Tekan Masukkan.`, `${answer.rows} rows read without a fault: ${answer.created} new, ${answer.updated} changed. Press Take them in.`)
        : say(`${answer.created} orang ditunjuk, ${answer.updated} diperbarui.`, `${answer.created} people named, ${answer.updated} brought up to date.`)));
      if (!dryRun) {
        file.value = '';
        pasted.value = '';
        await stored();
      }
    } catch (problem) {
      take.hidden = true;
      result.replaceChildren(element('p', { class: 'field-error' }, problem.message),
        element('ul', {}, ...(problem.errors ?? []).slice(0, 200).map(error => element('li', {}, `${error.row ? `${say('Baris', 'Row')} ${error.row}, ${error.column}: ` : ''}${error.message}`))));
    }
  }
  const hide = () => (take.hidden = true);
  file.addEventListener('change', hide);
  pasted.addEventListener('input', event => {
    event.stopPropagation();
    hide();
  });
  return element('details', { class: 'asg-file' }, element('summary', {}, say('Isi dari berkas Excel atau CSV', 'Fill in from an Excel or CSV file')),
    element('p', { class: 'form-note' }, element('a', { href: `${root}/api/imports/assignments/template.xlsx` }, say('Unduh contoh berkas', 'Download a template')), say(', isi, lalu pilih di sini.', ', fill it in, then choose it here.')),
    element('label', {}, say('Berkas', 'File'), file), element('label', {}, say('Atau tempel dari Excel, dengan baris judul', 'Or paste from Excel, with the heading row'), pasted),
    element('div', { class: 'asg-add' }, element('button', { type: 'button', class: 'btn btn-default button-quiet', onclick: () => send(true) }, say('Periksa', 'Check')), take), result);
}
