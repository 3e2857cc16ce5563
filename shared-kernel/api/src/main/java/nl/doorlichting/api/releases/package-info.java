/** How releases appear in the API. */
package nl.doorlichting.api.releases;
