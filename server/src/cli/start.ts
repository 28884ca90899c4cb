/** What `connref` runs. It is small, so that nearly nothing is compiled before the code cache is at hand. */
import { loadProgram, runProgram } from './program';

runProgram(loadProgram(__dirname), __dirname);
