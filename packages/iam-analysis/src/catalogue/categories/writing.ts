import { lazily } from '../lazily';
import { actionsWhere, writes } from './select';

/**
 * Actions that write, or change permissions, whether or not they can be bound to a resource. Some that list or describe
 * AWS calls `Write` too: by their names, they are none.
 */
export const writingActions = lazily(() =>
  actionsWhere(
    (nature, name) => writes(nature) && !/^(List|Describe)/.test(name),
  ),
);
