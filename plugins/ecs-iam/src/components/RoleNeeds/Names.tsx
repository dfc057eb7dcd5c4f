import { makeStyles } from '@material-ui/core/styles';
import { useFirst } from '../../hooks/useFirst';
import { useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { ShortArn } from '../ShortArn';

/** What fits half of the drawer. */
const WIDTH = 40;
const FIRST = 4;

const useStyles = makeStyles(
  theme => ({
    list: { margin: 0, padding: 0, listStyle: 'none' },
    name: { fontFamily: 'monospace', fontSize: 12.5 },
    quiet: { color: theme.palette.text.secondary },
  }),
  { name: 'EcsIamNeedNames' },
);

/** Actions and ARNs, of a long list the first. `more` are those that the server has left out. */
export function Names(props: { names: readonly string[]; more?: number }) {
  const { names, more: leftOut = 0 } = props;
  const classes = useStyles();
  const t = useText();
  const { shown, more, showAll } = useFirst(names, FIRST);
  return (
    <>
      <ul className={classes.list}>
        {shown.map(name => (
          <li key={name}>
            <Name name={name} />
          </li>
        ))}
        {more === 0 && leftOut > 0 && (
          <li>{t('needs.andMore', { count: leftOut })}</li>
        )}
      </ul>
      {more > 0 && (
        <ActionButton onClick={showAll}>
          {t('table.showMore', { count: more })}
        </ActionButton>
      )}
    </>
  );
}

function Name(props: { name: string }) {
  const { name } = props;
  const classes = useStyles();
  const t = useText();
  if (name.startsWith('arn:')) {
    return <ShortArn arn={name} length={WIDTH} />;
  }
  return name === '*' ? (
    <span className={classes.quiet}>
      {t('needs.everyResource')} <span className={classes.name}>*</span>
    </span>
  ) : (
    <span className={classes.name}>{name}</span>
  );
}
