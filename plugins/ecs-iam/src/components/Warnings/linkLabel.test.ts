import { linkLabel } from './linkLabel';

describe('linkLabel', () => {
  it.each([
    [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html',
      'docs.aws.amazon.com: task iam roles',
    ],
    ['https://example.com', 'example.com'],
    ['https://example.com/a/b_c/', 'example.com: b c'],
    ['no address', 'no address'],
  ])('of %s is %s', (url, label) => {
    expect(linkLabel(url)).toBe(label);
  });
});
