// All addresses are relative, so that the page works below any path and host.
Scalar.createApiReference('#reference', {
  url: 'v1/openapi.json',
  // Requests are tried at the gateway that serves this page, and not at the host that the document names.
  servers: [{url: new URL('v1', document.baseURI).href}],
  proxyUrl: '',
  withDefaultFonts: false,
  telemetry: false,
  agent: {disabled: true},
  mcp: {disabled: true},
  showDeveloperTools: 'never',
  hideClientButton: true,
  documentDownloadType: 'direct',
  authentication: {preferredSecurityScheme: 'bearer'},
  // Links to an operation survive a change of its path: docs#tag/applications/listApplications
  generateOperationSlug: ({operationId}) => operationId,
});
