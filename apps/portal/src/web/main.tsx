import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchActivity } from './app/activity.js';
import { Announcer } from './app/announcer.js';
import { LanguageProvider } from './app/language/language.js';
import { queryClient } from './app/query-client.js';
import { router } from './app/router.js';
import { fetchPages } from './app/routes/lazy-page.js';
import './design/tokens.css';
import './design/base.css';

watchActivity();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <LanguageProvider>
        <RouterProvider router={router} />
        <Announcer />
      </LanguageProvider>
    </QueryClientProvider>
  </StrictMode>,
);

/** Long after the first page is there and used, so that it waits for nothing. */
const fetchPagesAfterMs = 5_000;
setTimeout(() => void fetchPages(), fetchPagesAfterMs);
