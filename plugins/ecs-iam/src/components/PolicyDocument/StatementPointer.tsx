import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useRef } from 'react';
import { useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0.25, 1),
      padding: theme.spacing(0.75, 1.5),
      fontFamily: theme.typography.fontFamily,
      fontSize: 13,
      lineHeight: 1.45,
      outline: `2px solid ${theme.palette.primary.main}`,
      outlineOffset: -2,
    },
    words: { fontWeight: 600 },
  }),
  { name: 'EcsIamStatementPointer' },
);

/** Says that the statement below it is the one that was asked for, and leads back. It takes the focus. */
export function StatementPointer(props: { onShowNeeds: () => void }) {
  const classes = useStyles();
  const t = useText();
  const pointer = useRef<HTMLDivElement>(null);
  useEffect(() => pointer.current?.focus(), []);
  return (
    <div ref={pointer} role="note" tabIndex={-1} className={classes.root}>
      <span className={classes.words}>{t('policy.pointedAt')}</span>
      <ActionButton onClick={props.onShowNeeds}>
        {t('policy.backToNeeds')}
      </ActionButton>
    </div>
  );
}
