import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import type { z } from 'zod';
import type { EcsIamApi } from './api';
import { entityRolesSchema } from './wire/entityRoles';
import type { EntityRoles } from './wire/entityRoles';
import { roleDetailSchema } from './wire/roleDetail';
import type { RoleDetail } from './wire/roleDetail';
import { scanSchema } from './wire/scan';
import type { Scan, ScanRequest } from './wire/scan';

/**
 * Speaks to the backend over HTTP and parses what it answers.
 *
 * @public
 */
export class EcsIamClient implements EcsIamApi {
  readonly #discoveryApi: EcsIamClientOptions['discoveryApi'];
  readonly #fetchApi: EcsIamClientOptions['fetchApi'];

  private constructor(options: EcsIamClientOptions) {
    this.#discoveryApi = options.discoveryApi;
    this.#fetchApi = options.fetchApi;
  }

  /** @param options - `discoveryApi` and `fetchApi` of the app; the latter signs the requests */
  static create(options: EcsIamClientOptions): EcsIamClient {
    return new EcsIamClient(options);
  }

  async getEntityRoles(entityRef: string): Promise<EntityRoles> {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    return this.#request(
      `/v1/entity/${segments(namespace, kind, name)}/roles`,
      entityRolesSchema,
    );
  }

  async getRole(id: string): Promise<RoleDetail> {
    return this.#request(`/v1/roles/${segments(id)}`, roleDetailSchema);
  }

  async startScan(request: ScanRequest): Promise<Scan> {
    return this.#request('/v1/scans', scanSchema, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(request),
    });
  }

  async getScan(id: string): Promise<Scan> {
    return this.#request(`/v1/scans/${segments(id)}`, scanSchema);
  }

  async #request<T>(
    path: string,
    schema: z.ZodType<T>,
    init?: RequestInit,
  ): Promise<T> {
    const baseUrl = await this.#discoveryApi.getBaseUrl('ecs-iam');
    const response = await this.#fetchApi.fetch(`${baseUrl}${path}`, init);
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return schema.parse(await response.json());
  }
}

/** @public */
export type EcsIamClientOptions = Readonly<{
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}>;

function segments(...parts: readonly string[]): string {
  return parts.map(encodeURIComponent).join('/');
}
