/**
 * Names for the resources of a template, one for each policy, no two alike.
 *
 * @param names - of the policies
 * @param toIdentifier - makes an identifier of the target language of a name
 */
export function resourceNames(
  names: readonly string[],
  toIdentifier: (name: string) => string,
): string[] {
  const taken = new Set<string>();
  return names.map(name => {
    const wanted = toIdentifier(name);
    let given = wanted;
    for (let n = 2; taken.has(given); n++) {
      given = `${wanted}${n}`;
    }
    taken.add(given);
    return given;
  });
}

/** An identifier of letters and digits, such as `ReadAssets` for `read-assets`. */
export function pascalCase(name: string): string {
  const words = name.match(/[A-Za-z0-9]+/g) ?? [];
  const joined = words.map(w => w[0].toUpperCase() + w.slice(1)).join('');
  return /^[A-Za-z]/.test(joined) ? joined : `Policy${joined}`;
}

/** An identifier of small letters, digits and `_`, such as `read_assets` for `ReadAssets`. */
export function snakeCase(name: string): string {
  const joined = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return /^[a-z]/.test(joined) ? joined : `policy_${joined}`;
}
