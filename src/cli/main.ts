#!/usr/bin/env node
import { commands } from './commands';
import { runCommandLine } from './runCommandLine';

void runCommandLine([['Commands:', commands]]);
