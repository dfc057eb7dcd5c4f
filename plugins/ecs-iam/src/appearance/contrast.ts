import {
  type Theme,
  darken,
  decomposeColor,
  getContrastRatio,
  getLuminance,
  lighten,
  recomposeColor,
} from '@material-ui/core/styles';

/** WCAG 2.1, success criterion 1.4.3: text of normal size. */
const aa = 4.5;

const steps = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/**
 * Moves a colour of the theme towards black or white until text in it can be read on a background. A colour of a theme
 * is made for areas, not for text: the orange of warnings on white has a contrast of 2.2 only.
 *
 * @param color - hex or rgb
 * @param background - hex or rgb, opaque
 * @returns the colour nearest to `color` that has a contrast of at least 4.5
 */
export function readable(color: string, background: string): string {
  const move = getLuminance(background) > 0.4 ? darken : lighten;
  const found = steps
    .map(amount => move(color, amount))
    .find(moved => getContrastRatio(moved, background) >= aa);
  return found ?? move(color, 1);
}

/**
 * Lays a thin coat of a colour over a background, as an opaque colour whose contrast can be computed.
 *
 * @param color - hex or rgb
 * @param background - hex or rgb, opaque
 * @param amount - 0 (only the background) to 1
 * @returns an rgb colour
 */
export function tint(
  color: string,
  background: string,
  amount: number,
): string {
  const over = decomposeColor(color).values;
  const under = decomposeColor(background).values;
  const mix = (index: 0 | 1 | 2) =>
    Math.round(over[index] * amount + under[index] * (1 - amount));
  return recomposeColor({ type: 'rgb', values: [mix(0), mix(1), mix(2)] });
}

/**
 * The colour of quiet text that stands on a tinted background, where the theme's own is too pale.
 *
 * @param theme - of the app, light or dark
 * @returns a grey
 */
export function quietOnTint({ palette }: Theme): string {
  return palette.grey[palette.type === 'dark' ? 300 : 700];
}
