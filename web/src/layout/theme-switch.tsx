import { useMessages } from '../i18n/catalog';
import { chooseTheme, THEMES, useTheme, type Theme } from '../theme/theme';
import { messages } from './messages';
import css from './tools.module.css';

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const t = useMessages(messages);
  return (
    <select
      className={css.select}
      aria-label={t('theme')}
      value={useTheme()}
      onChange={({ target }) => chooseTheme(target.value as Theme)}
    >
      {THEMES.map((theme) => (
        <option key={theme} value={theme}>
          {t(`theme.${theme}`)}
        </option>
      ))}
    </select>
  );
}
