import { catalogueDate } from '../../catalogue/catalogue';
import { listed } from '../../rules/words';

/** What limits a role beside its policies and its boundary. Said once in every report for people and files. */
export const notEvaluated = [
  'service control policies',
  'resource control policies',
  'session policies',
  'resource policies',
] as const;

/** The same as a sentence. */
export const limits = `Not evaluated: ${listed(
  notEvaluated,
)}. Data on actions of ${catalogueDate}.`;
