import { aTaskDefinition, aVolume } from '../../testUtils';
import type { RuleCases } from '../testRule';
import type { efsPlain } from './efs-plain';

export const cases: RuleCases<typeof efsPlain> = {
  flagged: [
    {
      name: 'a volume that says nothing of encryption',
      given: withVolumes(efsVolume('data', false)),
      expect: [{ message: 'plain', data: { volumes: ['data'] }, at: '' }],
    },
    {
      name: 'two of three volumes, in one finding',
      given: withVolumes(
        efsVolume('data', false),
        efsVolume('media', true),
        efsVolume('cache', false),
      ),
      expect: [
        { message: 'plain', data: { volumes: ['data', 'cache'] }, at: '' },
      ],
    },
  ],
  accepted: [
    {
      name: 'encrypted and with IAM authorization',
      given: withVolumes(efsVolume('data', true, true)),
    },
    {
      name: 'encrypted, without IAM authorization',
      given: withVolumes(efsVolume('data', true)),
    },
    {
      name: 'a volume that is not on EFS',
      given: withVolumes(aVolume()),
    },
  ],
};

function withVolumes(...volumes: ReturnType<typeof aVolume>[]) {
  return { taskDefinition: aTaskDefinition({ volumes }) };
}

function efsVolume(
  name: string,
  transitEncryption: boolean,
  iam: boolean = false,
) {
  return aVolume({
    name,
    efs: {
      fileSystemId: 'fs-0123456789abcdef0',
      accessPointId: null,
      iam,
      transitEncryption,
    },
  });
}
