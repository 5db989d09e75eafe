import { z } from 'zod';

// The page's content policy forbids code made at run time. Schemas decide how they check when they are made, so
// this has to be imported before any of them.
z.config({ jitless: true });
