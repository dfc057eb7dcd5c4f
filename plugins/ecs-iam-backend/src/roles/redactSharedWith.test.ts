import { redactSharedWith } from './redactSharedWith';

function user(name: string, ...entityRefs: string[]) {
  return {
    serviceArn: `arn:${name}`,
    serviceName: name,
    clusterName: 'shop',
    entityRefs,
  };
}

const all = {
  visible: [
    user('mine', 'component:default/mine'),
    user('both', 'component:default/mine', 'component:default/theirs'),
    user('theirs', 'component:default/theirs'),
    user('nobodys'),
  ],
  hidden: 0,
};
const readable = new Set(['component:default/mine']);

describe('redactSharedWith', () => {
  it('only counts what the caller may not see', () => {
    expect(redactSharedWith(all, { readable, mayReadFleet: false })).toEqual({
      visible: [
        user('mine', 'component:default/mine'),
        user('both', 'component:default/mine'),
      ],
      hidden: 2,
    });
  });

  it('names every service to whoever may see the fleet, but no entity that is not theirs to see', () => {
    expect(redactSharedWith(all, { readable, mayReadFleet: true })).toEqual({
      visible: [
        user('mine', 'component:default/mine'),
        user('both', 'component:default/mine'),
        user('theirs'),
        user('nobodys'),
      ],
      hidden: 0,
    });
  });
});
