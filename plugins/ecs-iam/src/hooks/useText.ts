import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { ecsIamTranslationRef } from '../translation';

/** The translation function of this plugin. */
export type Text = TranslationFunction<(typeof ecsIamTranslationRef)['T']>;

/**
 * The texts of the user interface, in the language of the app.
 *
 * @returns the translation function
 */
export function useText(): Text {
  return useTranslationRef(ecsIamTranslationRef).t;
}
