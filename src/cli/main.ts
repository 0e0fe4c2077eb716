import { createProgram } from './program';
import { report } from './report';

/**
 * Runs the command that the arguments name.
 * @param argv as process.argv: Node, the script, then the arguments
 * @param version of this package
 */
export async function main(argv: readonly string[], version: string): Promise<void> {
  try {
    await createProgram(version).parseAsync(argv);
  } catch (error) {
    report(error);
  }
}
