/** Idempotency keys: a repeated request gets the stored answer of the first one. */
package nl.doorlichting.platform.idempotency;
