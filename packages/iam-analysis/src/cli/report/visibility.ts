/** What limits a role beside its policies and its boundary. Said once in every report for people and files. */
export const notEvaluated = [
  'service control policies',
  'resource control policies',
  'session policies',
  'resource policies',
] as const;
