// @ts-check

/**
 * Signs in as the guest of the demo portal.
 *
 * @param {number} backendPort
 * @returns {Promise<string>} a Backstage token
 */
export async function guestToken(backendPort) {
  const response = await fetch(
    `http://127.0.0.1:${backendPort}/api/auth/guest/refresh`,
    { method: 'POST', headers: { 'x-requested-with': 'XMLHttpRequest' } },
  );
  if (!response.ok) {
    throw new Error(`The guest could not sign in: HTTP ${response.status}`);
  }
  const { backstageIdentity } = await response.json();
  return backstageIdentity.token;
}

/**
 * What the API answers for an entity's roles.
 *
 * @param {number} backendPort
 * @param {string} token
 * @param {string} entity - `namespace/kind/name`
 * @returns {Promise<{ status: number, body: unknown }>}
 */
export async function entityRoles(backendPort, token, entity) {
  const response = await fetch(
    `http://127.0.0.1:${backendPort}/api/ecs-iam/v1/entity/${entity}/roles`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  return { status: response.status, body: await response.json() };
}
