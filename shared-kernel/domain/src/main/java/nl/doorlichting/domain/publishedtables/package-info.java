/** Tables as a document printed them, and the auditor that recomputes their totals and proposes repairs. */
package nl.doorlichting.domain.publishedtables;
