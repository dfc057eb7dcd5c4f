import { aNeed, needsOf } from '../../testUtils';
import { uniteNeeds } from './uniteNeeds';

describe('uniteNeeds', () => {
  it('holds each permission once, with the cause of the first', () => {
    const other = aNeed({
      resources: ['arn:aws:ecr:eu-west-1:111122223333:repository/b'],
    });
    expect(
      uniteNeeds([
        needsOf([aNeed(), other]),
        needsOf([aNeed({ because: 'containerDefinitions[3].image' })]),
      ]),
    ).toEqual(needsOf([aNeed(), other]));
  });

  it('breaks when one of the uses does', () => {
    const tolerated = aNeed({ breaks: false, failure: 'slow' });
    expect(uniteNeeds([needsOf([tolerated]), needsOf([aNeed()])])).toEqual(
      needsOf([aNeed()]),
    );
    expect(uniteNeeds([needsOf([aNeed()]), needsOf([tolerated])])).toEqual(
      needsOf([aNeed()]),
    );
  });

  it('keeps apart what stands under another condition', () => {
    const bound = aNeed({
      conditions: [
        {
          operator: 'StringEquals',
          set: null,
          ifExists: false,
          key: 'kms:ViaService',
          values: ['ssm.eu-west-1.amazonaws.com'],
        },
      ],
    });
    expect(uniteNeeds([needsOf([aNeed()]), needsOf([bound])]).needs).toEqual([
      aNeed(),
      bound,
    ]);
  });

  it.each([
    ['one use requires it', [false, true, null], true],
    ['one cannot tell, and none requires it', [false, null], null],
    ['none requires it', [false, false], false],
    ['there is no use', [], false],
  ] as const)(
    'tells whether the role is required when %s',
    (_, all, expected) => {
      expect(
        uniteNeeds(all.map(required => needsOf([], { required }))).required,
      ).toBe(expected);
    },
  );

  it('is closed only when all uses are', () => {
    const open = needsOf([], { closed: false });
    expect(uniteNeeds([needsOf([]), open]).closed).toBe(false);
    expect(uniteNeeds([needsOf([]), needsOf([])]).closed).toBe(true);
  });
});
