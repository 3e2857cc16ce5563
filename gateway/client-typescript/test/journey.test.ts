import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  checkApplication,
  createApplication,
  createApplicationDocument,
  createClient,
  createConfig,
  createProgramme,
  createScheme,
  getApplication,
  getReachReport,
  listAdviceQuestionTallies,
  listNetworks,
  listProjects,
  listReachObservations,
  listReachTallies,
  submitApplication,
  updateApplication,
  type ApplicationRequest,
  type PageProjectResponse,
  type Quantity,
  type Violation,
} from 'doorlichting-client';

const PROGRAMME = 'APR-2007-2011';
const PAGE = 4;

// The file that the launcher writes.
const run: { gateway: string; tokens: Record<string, string> } = JSON.parse(
  readFileSync(process.env['DOORLICHTING_RUN'] ?? '../../deploy/local/data/run.json', 'utf8'),
);

function as(caller: string) {
  return createClient(createConfig({ baseUrl: `${run.gateway}/v1`, auth: run.tokens[caller] }));
}

const analyst = as('ANALYST');
const coordinator = as('TRAINING_COORDINATOR');
const manager = as('PROGRAMME_MANAGER');
const grantee = as('GRANTEE:GM0988');

/** In words. A kind without words does not compile. */
function inWords(quantity: Quantity): string {
  switch (quantity.kind) {
    case 'EXACT':
      return `${quantity.value}`;
    case 'APPROXIMATE':
      return quantity.plusMinus == null ? `about ${quantity.value}` : `${quantity.value} ± ${quantity.plusMinus}`;
    case 'RANGE':
      return `${quantity.minimum} to ${quantity.maximum}`;
    case 'AT_LEAST':
      return `${quantity.value} or more`;
    case 'VAGUE':
      return quantity.text;
    case 'NOT_MEASURED':
      return `not measured: ${quantity.reason}`;
    default:
      return quantity satisfies never;
  }
}

/** The texts of violations by the field of a form that shows them. */
function byField(violations: Violation[]): Map<string, string> {
  return new Map(violations.map((violation) => [violation.pointer?.split('/')[1] ?? '', violation.detail]));
}

function euros(amount: string) {
  return { amount, currency: 'EUR' as const };
}

test('pages through all projects', async () => {
  const ids = new Set<string>();
  let total: number;
  let cursor: string | null = null;
  do {
    const page: PageProjectResponse = (
      await listProjects({
        client: analyst,
        query: { pageSize: PAGE, cursor: cursor ?? undefined },
        throwOnError: true,
      })
    ).data;
    page.items.forEach((project) => ids.add(project.id));
    total = page.total.value;
    cursor = page.nextCursor;
  } while (cursor !== null);

  assert.ok(total > 2 * PAGE);
  assert.equal(ids.size, total);
});

test('filters by several values', async () => {
  const all = await listProjects({ client: analyst, query: { pageSize: 200 }, throwOnError: true });
  const wanted = [...new Set(all.data.items.flatMap((project) => project.organisationId ?? []))].slice(0, 2);
  assert.equal(wanted.length, 2);
  const { data } = await listProjects({
    client: analyst,
    query: { organisationId: wanted, pageSize: 200 },
    throwOnError: true,
  });

  assert.deepEqual([...new Set(data.items.map((project) => project.organisationId))].sort(), wanted.sort());
});

test('narrows quantities of every kind', async () => {
  const options = { query: { programme: PROGRAMME, pageSize: 200 }, throwOnError: true } as const;
  const several = { query: { programme: [PROGRAMME], pageSize: 200 }, throwOnError: true as const };
  const [observations, tallies, networks, questions] = await Promise.all([
    listReachObservations({ client: analyst, ...options }),
    listReachTallies({ client: analyst, ...options }),
    listNetworks({ client: coordinator, ...several }),
    listAdviceQuestionTallies({ client: coordinator, ...several }),
  ]);
  const quantities = [
    ...observations.data.items.map((observation) => observation.reach),
    ...tallies.data.items.map((tally) => tally.reach),
    ...networks.data.items.flatMap((network) => network.memberCount ?? []),
    ...questions.data.items.flatMap((tally) => tally.answered ?? []),
  ];

  const kinds = new Set(quantities.map((quantity) => quantity.kind));
  assert.deepEqual([...kinds].sort(), ['APPROXIMATE', 'AT_LEAST', 'EXACT', 'NOT_MEASURED', 'RANGE', 'VAGUE']);
  quantities.forEach((quantity) => assert.ok(inWords(quantity).length > 0));
});

/** Code of a scheme of a programme that is not over, for municipalities, with bounds. */
async function openScheme(): Promise<string> {
  const code = `CLIENT-TYPESCRIPT-${Date.now()}`;
  await createProgramme({
    client: manager,
    headers: { 'Idempotency-Key': randomUUID() },
    body: { code, name: 'Programme of the client', period: { from: '2010-01-01', until: '2199-01-01' } },
    throwOnError: true,
  });
  const created = await createScheme({
    client: manager,
    headers: { 'Idempotency-Key': randomUUID() },
    body: {
      programme: code,
      code,
      name: 'Scheme of the client',
      fundingInstrument: 'DECENTRALISATION_GRANT',
      applicantKinds: ['MUNICIPALITY'],
      bounds: [{ purpose: 'PROJECT', minimumShare: 50, maximumShare: 80, validFrom: '2010-01-01' }],
      source: 'test',
    },
    throwOnError: true,
  });
  return created.data.code;
}

test('checks, corrects, changes and submits an application', async () => {
  const draft: ApplicationRequest = {
    scheme: await openScheme(),
    title: 'Weerbare wijk',
    purpose: 'PROJECT',
    period: { from: '2010-01-01', until: '2011-01-01' },
    costs: [{ category: 'PERSONNEL', amount: euros('1000.00') }],
    ownContribution: euros('100.00'),
    requestedAmount: euros('900.00'),
  };
  const created = await createApplication({
    client: grantee,
    headers: { 'Idempotency-Key': randomUUID() },
    body: draft,
    throwOnError: true,
  });
  const path = { id: created.data.id };

  const check = await checkApplication({ client: grantee, path, throwOnError: true });
  assert.deepEqual([...byField(check.data.violations).keys()].sort(), ['description', 'place', 'requestedAmount']);

  const refused = await submitApplication({ client: grantee, path });
  assert.equal(refused.response?.status, 400);
  assert.deepEqual(byField(refused.error?.violations ?? []), byField(check.data.violations));

  // Two editors read the same version, and the first one saves.
  const { etag } = created.data;
  const corrected = await updateApplication({
    client: grantee,
    path,
    headers: { 'If-Match': etag },
    body: {
      description: 'A neighbourhood that stands firm.',
      place: { scope: 'MUNICIPAL', municipalities: ['GM0988'] },
      ownContribution: euros('400.00'),
      requestedAmount: euros('600.00'),
    },
    throwOnError: true,
  });
  assert.equal(corrected.data.requestedAmount?.amount, '600.00');

  const title = 'Weerbare wijk Zuid';
  const late = await updateApplication({ client: grantee, path, headers: { 'If-Match': etag }, body: { title } });
  assert.equal(late.response?.status, 412);
  assert.equal(late.error?.type, '/v1/problems/precondition-failed');

  const reloaded = await getApplication({ client: grantee, path, throwOnError: true });
  const retried = await updateApplication({
    client: grantee,
    path,
    headers: { 'If-Match': reloaded.data.etag },
    body: { title, track: null },
    throwOnError: true,
  });
  assert.equal(retried.data.title, title);
  assert.equal(retried.data.description, 'A neighbourhood that stands firm.');

  const document = await createApplicationDocument({
    client: grantee,
    path,
    body: { file: new File(['%PDF-1.7\n%%EOF\n'], 'plan.pdf', { type: 'application/pdf' }), category: 'APPLICATION' },
    throwOnError: true,
  });
  assert.equal(document.data.fileName, 'plan.pdf');
  assert.equal(document.data.mediaType, 'application/pdf');

  const checkedAgain = await checkApplication({ client: grantee, path, throwOnError: true });
  assert.deepEqual(checkedAgain.data.violations, []);
  const submitted = await submitApplication({ client: grantee, path, throwOnError: true });
  assert.equal(submitted.data.status, 'SUBMITTED');
});

test('reads reach', async () => {
  const { data } = await getReachReport({ client: analyst, query: { programme: PROGRAMME }, throwOnError: true });

  // Live, because the client sent the token though the operation needs none.
  assert.equal(data.release, null);
  assert.ok(data.complete);
  const pupils = data.rows.find(
    (row) => row.source === 'INVENTORY' && row.period?.code === '2010' && row.targetGroup === 'YOUTH_AND_PUPILS',
  );
  assert.equal(pupils?.reach?.best, 32392);
});
