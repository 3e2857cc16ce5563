/** Completes the OpenAPI document of a module at build time, so that the contract test can be strict. */
package nl.doorlichting.platform.contract;
