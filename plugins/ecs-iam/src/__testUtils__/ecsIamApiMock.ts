import { createApiMock } from '@backstage/frontend-test-utils';
import { ecsIamApiRef } from '../api';

/** The client, with every method mocked. */
export const ecsIamApiMock = createApiMock(ecsIamApiRef, () => ({
  getEntityRoles: jest.fn(),
  getRole: jest.fn(),
  startScan: jest.fn(),
  getScan: jest.fn(),
}));
