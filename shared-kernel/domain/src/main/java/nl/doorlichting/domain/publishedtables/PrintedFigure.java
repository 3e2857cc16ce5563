package nl.doorlichting.domain.publishedtables;

import java.math.BigDecimal;

/**
 * A cell of a published table, or the sum of several, in the unit of the table.
 *
 * @param printed the figure in print, where a mark and an empty cell are nothing; null where a cell is not readable
 * @param lowest it stands for at least this; null where there is no bound
 * @param highest it stands for at most this; null where there is no bound
 * @param rounded whether it can be off only because its parts are rounded
 */
public record PrintedFigure(BigDecimal printed, BigDecimal lowest, BigDecimal highest, boolean rounded) {}
