package nl.doorlichting.domain.figures;

import java.util.function.BinaryOperator;

/**
 * A kind of figure that merges in any order and in any grouping.
 *
 * @param none nothing merged yet
 * @param plus both together
 */
public record Measure<M>(M none, BinaryOperator<M> plus) {}
