import type { Severity } from '@ecs-iam/plugin-ecs-iam-common';
import deepOrange from '@material-ui/core/colors/deepOrange';
import type { Theme } from '@material-ui/core/styles';
import { readable, tint } from './contrast';

/** The colours of a severity or of a tone. */
export type ToneColors = Readonly<{
  /** Text and icons on paper and on `soft`. */
  text: string;
  /** A soft background for a mark. */
  soft: string;
  /** A line beside a mark. */
  line: string;
  /** A strong background for white text. */
  strong: string;
}>;

/**
 * The colours of a severity, made from the theme and readable in it.
 *
 * @param theme - of the app, light or dark
 * @param severity - of a finding
 * @returns colours with a contrast of at least 4.5 for text
 */
export function severityColors(theme: Theme, severity: Severity): ToneColors {
  switch (severity) {
    case 'critical':
      return toneColors(theme, theme.palette.error.main);
    case 'high':
      return toneColors(theme, deepOrange[700]);
    case 'medium':
      return toneColors(theme, theme.palette.warning.main);
    case 'low':
      return toneColors(theme, theme.palette.info.main);
    case 'info':
      return toneColors(theme, theme.palette.grey[600]);
    default:
      return unreachable(severity);
  }
}

/**
 * A family of colours around one colour of the theme.
 *
 * @param theme - of the app
 * @param main - the colour to start from
 * @returns colours with a contrast of at least 4.5 for text
 */
export function toneColors(theme: Theme, main: string): ToneColors {
  const paper = theme.palette.background.paper;
  const soft = tint(main, paper, theme.palette.type === 'dark' ? 0.2 : 0.09);
  return {
    soft,
    text: readable(main, soft),
    line: main,
    strong: readable(main, theme.palette.common.white),
  };
}

function unreachable(severity: never): never {
  throw new Error(`Unknown severity '${severity}'`);
}
