import { createTheme, getContrastRatio } from '@material-ui/core/styles';
import { severities } from '../findings/severity';
import { quietOnTint, readable, tint } from './contrast';
import { severityColors, toneColors } from './severityColors';

const themes = {
  light: createTheme({ palette: { type: 'light' } }),
  dark: createTheme({ palette: { type: 'dark' } }),
  'light of Backstage': createTheme({
    palette: { type: 'light', background: { paper: '#FFFFFF' } },
  }),
  'dark of Backstage': createTheme({
    palette: { type: 'dark', background: { paper: '#424242' } },
  }),
};

describe.each(Object.entries(themes))('in the theme %s', (_, theme) => {
  const { paper } = theme.palette.background;

  it.each(severities)('%s can be read on paper and on its mark', severity => {
    const { text, soft, strong } = severityColors(theme, severity);
    expect(getContrastRatio(text, soft)).toBeGreaterThanOrEqual(4.5);
    expect(getContrastRatio(text, paper)).toBeGreaterThanOrEqual(4.5);
    expect(getContrastRatio('#fff', strong)).toBeGreaterThanOrEqual(4.5);
    expect(
      getContrastRatio(theme.palette.text.primary, soft),
    ).toBeGreaterThanOrEqual(4.5);
    expect(getContrastRatio(quietOnTint(theme), soft)).toBeGreaterThanOrEqual(
      4.5,
    );
  });

  it('success can be read', () => {
    const { text } = toneColors(theme, theme.palette.success.main);
    expect(getContrastRatio(text, paper)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('readable', () => {
  it('keeps a colour that can be read', () => {
    expect(readable('rgb(0, 0, 0)', '#fff')).toBe('rgb(0, 0, 0)');
  });

  it('ends in black or white where nothing between can be read', () => {
    expect(readable('#777777', '#777777')).toBe('rgb(255, 255, 255)');
  });
});

describe('tint', () => {
  it.each([
    [0, 'rgb(255, 255, 255)'],
    [0.5, 'rgb(128, 128, 128)'],
    [1, 'rgb(0, 0, 0)'],
  ])('lays %d of black over white', (amount, expected) => {
    expect(tint('#000000', '#ffffff', amount)).toBe(expected);
  });
});
