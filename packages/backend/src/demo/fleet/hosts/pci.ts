import { joinParts } from '../build/fleetPart';
import { serverless } from '../build/hosts';
import { keyArn } from '../build/names';
import { pci } from '../sites';
import type { FleetPart } from '../types';

/** The key of everything that has to do with cards. */
export const pciKey = keyArn(pci, '0000c0de');

/** Where sessions in containers are kept. */
export const pciSessions = 'example-pci-sessions';

/** Fargate alone. GuardDuty watches it, and sessions of ECS Exec are encrypted and kept. */
export const pciCluster: FleetPart = joinParts({
  clusters: [
    {
      ...serverless(pci),
      guardDuty: true,
      executeCommand: {
        kmsKeyId: pciKey,
        logging: 'OVERRIDE',
        logConfiguration: {
          s3BucketName: pciSessions,
          s3EncryptionEnabled: true,
        },
      },
    },
  ],
});
