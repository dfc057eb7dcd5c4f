import { mockApis } from '@backstage/frontend-test-utils';
import { render, screen } from '@testing-library/react';
import { createPortal } from './App';

describe('the demo portal', () => {
  it('greets with its title and lets guests in', async () => {
    const portal = createPortal({
      configLoader: async () => ({
        config: mockApis.config({
          data: {
            app: { title: 'ECS IAM demo portal', baseUrl: 'http://localhost' },
            backend: { baseUrl: 'http://localhost:7007' },
          },
        }),
      }),
    });

    render(portal.createRoot());

    expect(
      await screen.findByRole('button', { name: 'Enter' }, { timeout: 20_000 }),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'ECS IAM demo portal' }),
    ).toBeInTheDocument();
  }, 60_000);
});
