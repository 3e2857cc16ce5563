import { defineConfig } from '@hey-api/openapi-ts';

export default defineConfig({
  input: process.env.DOORLICHTING_OPENAPI ?? '../../docs/openapi.json',
  output: 'src/generated',
  plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk'],
});
