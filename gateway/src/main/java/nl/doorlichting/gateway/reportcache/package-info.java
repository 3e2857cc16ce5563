/** Complete reports that are kept, and revalidated at every request by the revisions of the data that they are made from. */
package nl.doorlichting.gateway.reportcache;
