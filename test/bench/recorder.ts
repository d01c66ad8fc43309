import { listenToStatements } from './listening.js';

// Loaded into the program before it starts (`node --import`): tells the parent process what it asks the database.
listenToStatements((statement) => process.send?.(statement));
