#!/usr/bin/env node
import { commands } from './commands';
import { runProgram } from './program';

void runProgram([['Commands:', commands]]);
