// What an agency was sent to: new work appears by itself, and what is being typed stays.
import { run } from './clocks.js';
import { follow } from './part.js';

const list = document.getElementById('penugasan');

follow(list, [list]);
run();
document.querySelector('.field-error')?.closest('article').scrollIntoView({ block: 'start' });
