import { known, unknown } from '../../known';
import { allow, deny, held } from '../caseBuilders';
import { aReport } from './aReport';
import { allowedUsage } from './allowedUsage';

const report = aReport(
  { s3: null, sqs: null, 'a-new-one': null, 'another-one': null },
  {
    's3:CreateBucket': null,
    's3:DeleteBucket': null,
    's3:NobodyKnows': null,
    'sqs:SendMessage': null,
    'a-new-one:Action': null,
  },
);

describe('of a report, what the policies allow', () => {
  it('leaves out services and actions that they do not', () => {
    const { grants } = held([allow('s3:CreateBucket'), deny('sqs:*')]);
    expect(allowedUsage(report, known(grants))).toEqual(
      aReport(
        { s3: null, 'a-new-one': null, 'another-one': null },
        {
          's3:CreateBucket': null,
          's3:NobodyKnows': null,
          'a-new-one:Action': null,
        },
      ),
    );
  });

  it('is all of it when they are not known', () => {
    expect(allowedUsage(report, unknown('AccessDenied'))).toBe(report);
  });
});
