/** Strict reading of JSON: every value that does not fit its record is reported at its pointer. */
package nl.doorlichting.platform.json;
