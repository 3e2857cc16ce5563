package nl.doorlichting.platform.dataset;

/**
 * How to read the revision of what a data set has of one thing, which changes with every write about that thing and with no
 * other. An answer about it stays right while others are written.
 *
 * @param dataSet name of the data set
 * @param sql a query of one value, with the id of the thing as its only parameter; null where it would take long
 */
public record PartRevision(String dataSet, String sql) {}
