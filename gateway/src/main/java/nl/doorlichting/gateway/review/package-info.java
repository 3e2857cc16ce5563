/** The page that shows the review of a programme to people (ADR 76). */
package nl.doorlichting.gateway.review;
