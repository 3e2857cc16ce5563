package nl.doorlichting.domain.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.PivotSelectionRule;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * The attacker: adds and subtracts whatever is published, by linear programming. It knows the rules of protection, which
 * figures there are, and in which cells each of them counts.
 */
final class TableAttack {
    private static final double PRECISION = 1e-6;

    /** The counts that are possible, both included. */
    record Range(long lowest, long highest) {
        boolean isKnown() {
            return lowest >= highest;
        }
    }

    private record Row(Map<String, Double> terms, double lowest, double highest) {}

    private final Map<String, Integer> figures = new LinkedHashMap<>();
    private final Map<Map<String, Double>, Row> rows = new LinkedHashMap<>();

    /** A published cell and the figures in it. */
    void read(DisclosedCount shown, Collection<String> where) {
        if (shown.disclosure() == CountDisclosure.SMALL) {
            read(1, 4, where);
            return;
        }
        long best = shown.best();
        if (shown.disclosure() == null) {
            read(best, best, where);
            return;
        }
        read(best == 0 ? 0 : Math.max(5, best - 4), best == 0 ? 0 : best + 4, where);
    }

    void read(double lowest, double highest, Collection<String> where) {
        Map<String, Double> terms = new HashMap<>();
        where.forEach(figure -> {
            figures.putIfAbsent(figure, figures.size());
            terms.merge(figure, 1.0, Double::sum);
        });
        rows.merge(
                terms,
                new Row(terms, lowest, highest),
                (one, other) -> new Row(
                        terms, Math.max(one.lowest(), other.lowest()), Math.min(one.highest(), other.highest())));
    }

    Range range(Collection<String> where) {
        Map<String, Double> terms = new HashMap<>();
        where.forEach(figure -> terms.merge(figure, 1.0, Double::sum));
        return range(terms);
    }

    Range range(Map<String, Double> terms) {
        return new Range((long) Math.ceil(solve(terms, GoalType.MINIMIZE) - PRECISION), (long)
                Math.floor(solve(terms, GoalType.MAXIMIZE) + PRECISION));
    }

    private double solve(Map<String, Double> terms, GoalType goal) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (Row row : rows.values()) {
            double[] coefficients = coefficients(row.terms());
            if (row.lowest() == row.highest()) {
                constraints.add(new LinearConstraint(coefficients, Relationship.EQ, row.lowest()));
                continue;
            }
            constraints.add(new LinearConstraint(coefficients, Relationship.LEQ, row.highest()));
            if (row.lowest() > 0) {
                constraints.add(new LinearConstraint(coefficients, Relationship.GEQ, row.lowest()));
            }
        }
        return new SimplexSolver()
                .optimize(
                        new LinearObjectiveFunction(coefficients(terms), 0),
                        new LinearConstraintSet(constraints),
                        goal,
                        new NonNegativeConstraint(true),
                        PivotSelectionRule.BLAND)
                .getValue();
    }

    private double[] coefficients(Map<String, Double> terms) {
        double[] coefficients = new double[figures.size()];
        terms.forEach((figure, factor) -> coefficients[figures.get(figure)] = factor);
        return coefficients;
    }
}
