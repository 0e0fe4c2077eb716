import { Failure } from '../ui';
import type { Form } from './use-form';

/** What went wrong with a button that sends something by itself. */
export function MistakeLine({ form: { mistakes, failure } }: { form: Form<never> }) {
  return (
    <>
      {mistakes.map(({ message }) => (
        <span key={message} role="alert" lang="en">
          {message}
        </span>
      ))}
      {failure && <Failure error={failure} />}
    </>
  );
}
