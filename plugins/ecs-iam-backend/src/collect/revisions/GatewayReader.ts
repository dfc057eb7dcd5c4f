import { DescribeGatewayCommand } from '@aws-sdk/client-ecs';
import { mapKnown, type Known } from '@ecs-iam/iam-analysis';
import { askOptional } from '../askOptional';
import type { Reading } from '../reading';

/** Finds the infrastructure roles of gateways, each once for all services that it routes to. */
export class GatewayReader {
  readonly #reading: Reading;
  readonly #roles = new Map<string, Promise<Known<string | null>>>();

  private constructor(reading: Reading) {
    this.#reading = reading;
  }

  static create(reading: Reading): GatewayReader {
    return new GatewayReader(reading);
  }

  /** @returns `null`: the gateway names no role */
  roleOf(gatewayArn: string): Promise<Known<string | null>> {
    const role = this.#roles.get(gatewayArn) ?? this.#read(gatewayArn);
    this.#roles.set(gatewayArn, role);
    return role;
  }

  async #read(gateway: string): Promise<Known<string | null>> {
    const { clients, signal } = this.#reading;
    const answer = await askOptional(
      this.#reading,
      {
        api: 'ecs:DescribeGateway',
        resources: [gateway],
        leavesIncomplete: ['role'],
      },
      () =>
        clients.ecs.send(new DescribeGatewayCommand({ gateway }), {
          abortSignal: signal,
        }),
    );
    return mapKnown(
      answer,
      ({ gateway: described }) => described?.infrastructureRoleArn ?? null,
    );
  }
}
