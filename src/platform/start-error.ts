/**
 * Something outside the program keeps it from starting: a bad variable, a port in use, a database that does not answer.
 * The message is for the person who starts it: a sentence a line, each naming the variable to change; no
 * stack is shown.
 */
export class StartError extends Error {}
