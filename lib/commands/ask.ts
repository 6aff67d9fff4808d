import type { Click } from './click.ts';
import type { Command } from './command.ts';
import type { Form } from './form.ts';
import type { LookUpCommand, RefillCommand } from './search-form.ts';

/** Whatever a person asks for, in whichever way. */
export type Ask = Command | Click | Form | LookUpCommand | RefillCommand;
