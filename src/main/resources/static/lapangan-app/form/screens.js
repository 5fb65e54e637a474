export { Fill } from './fill.js';
export { Incident } from './incident.js';
export { Reports } from './reports.js';
export { Results } from './results.js';
export { Village } from './village.js';
