import { parseEntityRef } from '@backstage/catalog-model';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type {
  EcsIamApi,
  EntityRoles,
  RoleDetail,
  Scan,
} from '@ecs-iam/plugin-ecs-iam-common';
import { aScan } from '../src/__testUtils__/builders';
import { roleDetails } from './roleDetails';
import { scenarios } from './scenarios';

/** Answers with the scenario that the entity is named after. A scan takes four steps. */
export class ScenarioClient implements EcsIamApi {
  #polls = 0;

  private constructor() {}

  static create(): ScenarioClient {
    return new ScenarioClient();
  }

  async getEntityRoles(entityRef: string): Promise<EntityRoles> {
    const { name } = parseEntityRef(entityRef);
    const scenario = scenarios[name];
    if (!scenario) {
      throw new NotFoundError(`There is no scenario '${name}'`);
    }
    return scenario();
  }

  async getRole(id: string): Promise<RoleDetail> {
    const detail = roleDetails[id];
    if (!detail) {
      throw new NotFoundError(`There is no role '${id}'`);
    }
    return detail;
  }

  async startScan(): Promise<Scan> {
    if (this.#polls > 0) {
      throw new ConflictError(
        'The last scan was started less than a minute ago. Try again in 42 seconds.',
      );
    }
    return aScan({ state: 'running', progress: { done: 0, total: 4 } });
  }

  async getScan(): Promise<Scan> {
    this.#polls += 1;
    const isDone = this.#polls >= 4;
    return aScan({
      state: isDone ? 'succeeded' : 'running',
      progress: { done: this.#polls, total: 4 },
    });
  }
}
