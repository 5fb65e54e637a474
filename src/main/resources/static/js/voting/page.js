import { entry } from './entry.js';

entry(document.querySelector('[data-pemungutan]'));
