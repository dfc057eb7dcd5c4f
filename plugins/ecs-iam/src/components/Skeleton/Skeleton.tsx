import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'block',
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.action.hover,
      animation: '$pulse 1.6s ease-in-out infinite',
      '@media (prefers-reduced-motion: reduce)': { animation: 'none' },
    },
    '@keyframes pulse': {
      '0%, 100%': { opacity: 1 },
      '50%': { opacity: 0.5 },
    },
  }),
  { name: 'EcsIamSkeleton' },
);

/** A grey place of the size of what will stand there. */
export function Skeleton(props: { height: number; width?: number | string }) {
  const { height, width = '100%' } = props;
  return (
    <span
      aria-hidden
      className={useStyles().root}
      style={{ height, width, maxWidth: '100%' }}
    />
  );
}
