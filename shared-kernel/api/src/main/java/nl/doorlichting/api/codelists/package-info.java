/** Codelists with their wording in Dutch and English. */
package nl.doorlichting.api.codelists;
