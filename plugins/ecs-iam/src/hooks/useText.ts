import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ecsIamTranslationRef } from '../translation';

/**
 * The texts of the user interface, in the language of the app.
 *
 * @returns the translation function
 */
export function useText() {
  return useTranslationRef(ecsIamTranslationRef).t;
}

/** The translation function of this plugin. */
export type Text = ReturnType<typeof useText>;
