import { known, unknown } from '@ecs-iam/iam-analysis';
import { awsError } from '../testSupport/awsMocks';
import { askOptional, askPagesOptional } from './askOptional';
import { Gaps } from './Gaps';
import { Refusals } from './Refusals';

const QUESTION = {
  api: 'ecs:ListDaemons',
  resources: ['shop'],
  leavesIncomplete: ['role'],
} as const;

function anAsker(signal?: AbortSignal) {
  const asker = {
    gaps: Gaps.create(),
    refusals: Refusals.create(),
    signal,
  };
  let calls = 0;
  const ask = (answer: () => Promise<string>) =>
    askOptional(asker, QUESTION, () => {
      calls += 1;
      return answer();
    });
  return { asker, ask, calls: () => calls };
}

const answers = async () => 'yes';
const fails = (error: unknown) => async () => {
  throw error;
};
const denies = fails(awsError('AccessDeniedException', 'You may not.', 400));

it('gives the answer', async () => {
  const { ask } = anAsker();

  expect(await ask(answers)).toEqual(known('yes'));
});

it.each([
  ['AccessDenied', awsError('AccessDeniedException')],
  ['AccessDenied', awsError('SyntaxError', 'Unexpected token <', 403)],
  ['UnknownOperation', awsError('UnknownOperationException')],
  ['UnknownOperation', awsError('InvalidAction')],
  ['UnknownOperation', awsError('UnsupportedFeatureException')],
  ['UnknownOperation', awsError('SyntaxError', 'Unexpected token <', 500)],
  ['UnknownOperation', awsError('InternalFailure', 'not implemented', 501)],
])(
  'knows that it is refused (%s), and makes no gap',
  async (because, error) => {
    const { ask, asker } = anAsker();

    expect(await ask(fails(error))).toEqual(
      unknown(because, 'ecs:ListDaemons'),
    );
    expect(asker.gaps.all()).toEqual([]);
  },
);

it.each([
  ['Throttled', awsError('ThrottlingException', 'no')],
  ['InvalidRequest', awsError('InvalidParameterException', 'no')],
  ['ServiceError', awsError('ServerException', 'no', 500)],
  ['Credentials', awsError('ExpiredTokenException', 'no')],
])('makes a gap of any other failure (%s)', async (because, error) => {
  const { ask, asker } = anAsker();

  expect(await ask(fails(error))).toEqual(unknown(because));
  expect(asker.gaps.all()).toEqual([{ ...QUESTION, because, message: 'no' }]);
});

it('makes no gap of what does not exist', async () => {
  const { ask, asker } = anAsker();

  expect(await ask(fails(awsError('ClusterNotFoundException')))).toEqual(
    unknown('NotFound'),
  );
  expect(asker.gaps.all()).toEqual([]);
});

it('does not call again what is not known where it is asked', async () => {
  const { ask, calls } = anAsker();
  await ask(fails(awsError('UnknownOperationException')));

  expect(await ask(answers)).toEqual(
    unknown('UnknownOperation', 'ecs:ListDaemons'),
  );
  expect(calls()).toBe(1);
});

it('asks again after one denial, which may be about one resource, but not after five', async () => {
  const { ask, calls } = anAsker();
  for (let call = 0; call < 4; call += 1) await ask(denies);

  expect(await ask(answers)).toEqual(known('yes'));
  await ask(denies);
  expect(await ask(answers)).toEqual(
    unknown('AccessDenied', 'ecs:ListDaemons'),
  );
  expect(calls()).toBe(6);
});

it('asks for another thing after a refusal', async () => {
  const asker = { gaps: Gaps.create(), refusals: Refusals.create() };
  await askOptional(
    asker,
    QUESTION,
    fails(awsError('UnknownOperationException')),
  );

  expect(
    await askOptional(asker, { ...QUESTION, api: 'ecs:ListTasks' }, answers),
  ).toEqual(known('yes'));
});

it('ends with the reason of the signal', async () => {
  const controller = new AbortController();
  const { ask } = anAsker(controller.signal);
  controller.abort(new Error('the scan takes too long'));

  await expect(ask(answers)).rejects.toThrow('the scan takes too long');
});

describe('a list', () => {
  async function* pages(last: () => Promise<string[]>) {
    yield ['a', 'b'];
    yield await last();
  }
  const asked = (last: () => Promise<string[]>) => {
    const { asker } = anAsker();
    return askPagesOptional(asker, QUESTION, pages(last), page => page);
  };

  it('is that of all pages', async () => {
    expect(await asked(async () => ['c'])).toEqual(known(['a', 'b', 'c']));
  });

  it('is unknown when one page fails: half of it would look like all', async () => {
    expect(await asked(fails(awsError('ThrottlingException')))).toEqual(
      unknown('Throttled'),
    );
  });
});
