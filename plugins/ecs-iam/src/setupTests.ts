import '@testing-library/jest-dom';

// The style sheets of jsdom know no `@container`. Browsers do: the table turns into cards by it.
const { warn } = console;
jest.spyOn(console, 'warn').mockImplementation((...args: unknown[]) => {
  if (!String(args[0]).includes('[JSS] processedRuleToParse')) {
    warn(...args);
  }
});
