import 'reflect-metadata';
import { main } from '../../src/cli/main';

// bin/interurban.mjs, from the sources.
void main(process.argv, '0.0.0-test');
