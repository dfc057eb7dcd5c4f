import { configure } from '@testing-library/react';
import '@testing-library/jest-dom';

// Bounds, not timings: whole pages are rendered here, and a busy machine may take its time.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(60_000);

// The style sheets of jsdom know no `@container`. Browsers do: the table turns into cards by it.
const { warn } = console;
jest.spyOn(console, 'warn').mockImplementation((...args: unknown[]) => {
  if (!String(args[0]).includes('[JSS] processedRuleToParse')) {
    warn(...args);
  }
});
