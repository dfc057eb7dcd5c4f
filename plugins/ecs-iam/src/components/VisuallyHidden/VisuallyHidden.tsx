import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  {
    root: {
      position: 'absolute',
      width: 1,
      height: 1,
      margin: -1,
      padding: 0,
      overflow: 'hidden',
      clip: 'rect(0 0 0 0)',
      whiteSpace: 'nowrap',
      border: 0,
    },
  },
  { name: 'EcsIamVisuallyHidden' },
);

/** Text for screen readers only. */
export function VisuallyHidden(props: {
  component?: 'span' | 'div';
  children: ReactNode;
}) {
  const { component: Component = 'span', children } = props;
  return <Component className={useStyles().root}>{children}</Component>;
}
