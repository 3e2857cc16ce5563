/**
 * Completes, at build time, the OpenAPI document that each module generates, so that it says all that the API
 * promises and the contract test may be strict.
 */
package nl.doorlichting.platform.contract;
