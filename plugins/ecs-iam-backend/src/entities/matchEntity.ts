import type { Entity } from '@backstage/catalog-model';
import { parseArn, parseTaskFamily } from '@ecs-iam/iam-analysis';
import {
  annotations,
  parseTagSelector,
  splitAnnotationList,
} from '@ecs-iam/plugin-ecs-iam-common';
import type {
  AnnotationProblem,
  EntityMatch,
  MalformedValue,
  NamedFamily,
  NamedRole,
  NamedService,
  TagMatch,
} from './EntityMatch';
import { readRole, readService } from './readNamed';

/**
 * Reads what the annotations of an entity ask for. Several of them add up: what two of them name is there once.
 *
 * @param entity - an entity with its annotations
 * @returns the services and roles that are wanted, and what is wrong with the rest
 */
export function matchEntity(entity: Entity): EntityMatch {
  const found = new Found();
  const given = entity.metadata.annotations ?? {};

  const one = given[annotations.amazonEcsServiceArn];
  if (one !== undefined) {
    found.addOne(annotations.amazonEcsServiceArn, one, 'service');
  }
  const tags = given[annotations.amazonEcsServiceTags];
  if (tags !== undefined) {
    found.addTags(annotations.amazonEcsServiceTags, tags);
  }
  const arn = given[annotations.awsArn];
  if (arn !== undefined) {
    found.addOfAnyKind(annotations.awsArn, arn);
  }
  const role = given[annotations.roadieRoleArn];
  if (role !== undefined) {
    found.addOne(annotations.roadieRoleArn, role, 'role');
  }
  const services = given[annotations.serviceArns];
  if (services !== undefined) {
    found.addList(annotations.serviceArns, services, 'service');
  }
  const roles = given[annotations.roleArns];
  if (roles !== undefined) {
    found.addList(annotations.roleArns, roles, 'role');
  }
  const families = given[annotations.taskFamilies];
  if (families !== undefined) {
    found.addFamilies(annotations.taskFamilies, families);
  }
  return found.match();
}

type Wanted = 'service' | 'role';

class Found {
  readonly #services = new Map<string, NamedService>();
  readonly #malformedServices = new Map<string, MalformedValue>();
  readonly #families = new Map<string, NamedFamily>();
  readonly #tagMatches: TagMatch[] = [];
  readonly #roles = new Map<string, NamedRole>();
  readonly #malformedRoles = new Map<string, MalformedValue>();
  readonly #problems: AnnotationProblem[] = [];

  match(): EntityMatch {
    return {
      services: [...this.#services.values()],
      malformedServices: [...this.#malformedServices.values()],
      families: [...this.#families.values()],
      tagMatches: this.#tagMatches,
      roles: [...this.#roles.values()],
      malformedRoles: [...this.#malformedRoles.values()],
      problems: this.#problems,
    };
  }

  addOne(annotation: string, value: string, wanted: Wanted): void {
    if (value.trim() === '') {
      this.#addEmpty(annotation, value, wanted);
      return;
    }
    this.#add(annotation, value.trim(), wanted);
  }

  addList(annotation: string, value: string, wanted: Wanted): void {
    const values = splitAnnotationList(value);
    if (values.length === 0) {
      this.#addEmpty(annotation, value, wanted);
    }
    for (const each of values) {
      this.#add(annotation, each, wanted);
    }
  }

  addFamilies(annotation: string, value: string): void {
    const values = splitAnnotationList(value);
    if (values.length === 0) {
      this.#problems.push({
        annotation,
        value,
        message: 'The annotation is empty.',
        fix: 'Write the name or ARN of a family of task definitions, or take the annotation out.',
      });
    }
    for (const each of values) {
      const read = parseTaskFamily(each);
      if (read.ok) {
        const { family, place } = read.value;
        const key = `${place?.accountId ?? ''}/${
          place?.region ?? ''
        }/${family}`;
        this.#families.set(key, {
          ...read.value,
          value: each,
          matchedBy: [annotation],
        });
      } else {
        const { message, fix } = read;
        const matchedBy = [annotation];
        this.#malformedServices.set(each, {
          value: each,
          matchedBy,
          message,
          fix,
        });
      }
    }
  }

  addTags(annotation: string, value: string): void {
    const selector = parseTagSelector(value);
    if (selector.ok) {
      this.#tagMatches.push({ annotation, tags: selector.tags });
      return;
    }
    for (const problem of selector.problems) {
      this.#problems.push({ annotation, ...problem });
    }
  }

  /** The AWS Config provider annotates resources of every kind: one that is neither service nor role is none of ours. */
  addOfAnyKind(annotation: string, value: string): void {
    const arn = parseArn(value);
    if (!arn.ok) {
      const { message, fix } = arn;
      this.#problems.push({ annotation, value, message, fix });
      return;
    }
    const { service, resource } = arn.value;
    if (service === 'ecs' && resource.startsWith('service/')) {
      this.#add(annotation, value.trim(), 'service');
    } else if (service === 'iam' && resource.startsWith('role/')) {
      this.#add(annotation, value.trim(), 'role');
    }
  }

  #add(annotation: string, value: string, wanted: Wanted): void {
    switch (wanted) {
      case 'service':
        merge(
          annotation,
          value,
          readService(value),
          this.#services,
          this.#malformedServices,
        );
        break;
      case 'role':
        merge(
          annotation,
          value,
          readRole(value),
          this.#roles,
          this.#malformedRoles,
        );
        break;
      default:
        throw new Error(`Not wanted: ${wanted satisfies never}`);
    }
  }

  #addEmpty(annotation: string, value: string, wanted: Wanted): void {
    this.#problems.push({
      annotation,
      value,
      message: 'The annotation is empty.',
      fix: `Write the ARN of a ${wanted}, or take the annotation out.`,
    });
  }
}

type Matched = Readonly<{ matchedBy: readonly string[] }>;

function merge<T extends Readonly<{ arn: string }>>(
  annotation: string,
  value: string,
  read:
    | Readonly<{ ok: true; value: T }>
    | Readonly<{ ok: false; message: string; fix: string }>,
  good: Map<string, T & Matched>,
  bad: Map<string, MalformedValue>,
): void {
  const by = (before: Matched | undefined) => [
    ...new Set([...(before?.matchedBy ?? []), annotation]),
  ];
  if (read.ok) {
    const { arn } = read.value;
    good.set(arn, { ...read.value, matchedBy: by(good.get(arn)) });
  } else {
    const { message, fix } = read;
    bad.set(value, { value, matchedBy: by(bad.get(value)), message, fix });
  }
}
