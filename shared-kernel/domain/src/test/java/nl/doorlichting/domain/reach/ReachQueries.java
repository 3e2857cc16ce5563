package nl.doorlichting.domain.reach;

import java.time.LocalDate;
import java.util.Set;
import nl.doorlichting.domain.vocabulary.TargetGroup;

/** Queries for tests, which state only what a test is about. */
final class ReachQueries {

    private ReachQueries() {}

    static ReachQuery by(ReachDimension... dimensions) {
        return new ReachQuery(null, null, null, Set.of(dimensions), null, null, null, null, null, null);
    }

    static ReachQuery within(ReachQuery query, LocalDate from, LocalDate until) {
        return new ReachQuery(
                null,
                from,
                until,
                query.by(),
                null,
                null,
                null,
                query.municipality(),
                query.province(),
                query.boundaries());
    }

    static ReachQuery ofGroup(ReachQuery query, TargetGroup group) {
        return new ReachQuery(
                null,
                query.from(),
                query.until(),
                query.by(),
                group,
                null,
                null,
                query.municipality(),
                query.province(),
                query.boundaries());
    }

    static ReachQuery in(ReachQuery query, String municipality, String province) {
        return new ReachQuery(
                null,
                query.from(),
                query.until(),
                query.by(),
                query.targetGroup(),
                null,
                null,
                municipality,
                province,
                query.boundaries());
    }

    static ReachQuery onTheMapOf(ReachQuery query, int year) {
        return new ReachQuery(
                null,
                query.from(),
                query.until(),
                query.by(),
                query.targetGroup(),
                null,
                null,
                query.municipality(),
                query.province(),
                LocalDate.of(year, 1, 1));
    }
}
