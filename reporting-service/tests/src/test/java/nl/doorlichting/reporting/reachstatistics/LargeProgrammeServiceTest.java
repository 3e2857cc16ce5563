package nl.doorlichting.reporting.reachstatistics;

import static nl.doorlichting.platform.testing.http.Requests.given;
import static org.hamcrest.Matchers.contains;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Grain;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.sums.Sums;
import nl.doorlichting.platform.sums.SumsJobs;
import nl.doorlichting.platform.sums.SumsService;
import nl.doorlichting.platform.testing.databases.RowPolicies;
import nl.doorlichting.platform.testing.tokens.TestIssuer;
import nl.doorlichting.reporting.ReportingServiceTest;
import org.junit.jupiter.api.Test;

/** Of a large programme any three fields without places are read from sums that are far fewer than those by field. */
@ReportingServiceTest
class LargeProgrammeServiceTest {
    private static final String PROGRAMME = "large-programme";
    private static final int FIGURES = 40;

    @Inject
    LargeProgrammeService programmes;

    @Inject
    SumsJobs jobs;

    @Inject
    SumsService service;

    @Inject
    Sums sums;

    @Test
    void keepsSumsOfProgrammeFromWhenItIsLarge() throws SQLException {
        insert(PROGRAMME, FIGURES);
        insert("small-programme", FIGURES - 1);
        jobs.fold();
        assertTrue(programmes.find(FIGURES).contains(PROGRAMME));
        assertFalse(programmes.find(FIGURES).contains("small-programme"));
        best(PROGRAMME, 3 * FIGURES);
        assertTrue(programmes.include(PROGRAMME));
        assertFalse(programmes.find(FIGURES).contains(PROGRAMME));
        best(PROGRAMME, 3 * FIGURES);
        insert(PROGRAMME, 1);
        best(PROGRAMME, 3 * FIGURES + 3);
        jobs.fold();
        best(PROGRAMME, 3 * FIGURES + 3);
        assertEquals(0, service.check(sums));
        assertEquals(
                List.of(PROGRAMME),
                RowPolicies.asOwner(
                        "select distinct programme from reach_by_type_and_intensity where programme like '%%-programme'"));
        // The sums by field are not read any more.
        RowPolicies.asOwner("update reach_by_field set best_halves = best_halves - 2, lowest = lowest - 1"
                + " where programme like '%%-programme'");
        best(PROGRAMME, 3 * FIGURES + 3);
        best("small-programme", 3 * (FIGURES - 1) - 1);
        RowPolicies.asOwner("update reach_by_field set best_halves = best_halves + 2, lowest = lowest + 1"
                + " where programme like '%%-programme'");
        assertEquals(0, service.check(sums));
    }

    @Test
    void anyThreeFieldsWithoutPlacesAreInSumsOfFewFields() {
        var small = Stream.concat(
                        ReachSums.GRAINS.stream().filter(grain -> !ReachSums.isOfManySums(grain)),
                        ReachSums.GRAINS_OF_LARGE.stream())
                .toList();
        var fields = Structure.REACH.rows().stream()
                .filter(field -> field.kind() != Dimension.Kind.PLACE && field.kind() != Dimension.Kind.TIME)
                .filter(field ->
                        !Set.of(Dimension.PROJECT, Dimension.ORGANISATION).contains(field))
                .toList();
        fields.forEach(one -> fields.forEach(other -> fields.forEach(third -> assertTrue(
                Grain.of(Question.of(Structure.REACH).rowsBy(distinct(one, other, third)), small)
                        .isPresent(),
                () -> one + ", " + other + ", " + third))));
    }

    private static Dimension[] distinct(Dimension... fields) {
        return Stream.of(fields).distinct().toArray(Dimension[]::new);
    }

    private static void best(String programme, int people) {
        given().auth()
                .oauth2(TestIssuer.token(Role.ANALYST))
                .get("/v1/reach-statistics?programme=" + programme + "&by=track,interventionType,intensity")
                .then()
                .statusCode(200)
                .body("totals.reach.best", contains(people));
    }

    private static void insert(String programme, int figures) throws SQLException {
        RowPolicies.asOwner("insert into reach_observation (observation_id, version, recorded_at, recorded_by, tally,"
                + " programme, track, intervention_types, intensity, period_from, period_until, target_group,"
                + " quantity_kind, quantity_value, place_scope, place_municipalities, source) select gen_random_uuid(), 1,"
                + " now(), 'x', false, '" + programme
                + "', 'LOCAL', '{AWARENESS}', 'COURSE', '2010-01-01', '2011-01-01',"
                + " 'OTHER', 'EXACT', 3, 'UNSPECIFIED', '{}', 's' from generate_series(1, " + figures + ") n");
    }
}
