package nl.doorlichting.reporting;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.doorlichting.platform.caller.Role;
import nl.doorlichting.platform.sums.SumsJobs;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records, corrections, withdrawals and approvals in any order do not change the answer of an earlier moment. */
@ReportingServiceTest
class ReachHistoryPropertyTest {
    private static final int STEPS = 40;
    private static final int FOLD_EVERY = 4;

    @Inject
    SumsJobs sums;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void answersOfEarlierMomentsDoNotChange(long seed) {
        sums.fold();
        var story = new Story(seed);
        var answers = new TreeMap<String, List<Integer>>();
        for (int i = 0; i < STEPS; i++) {
            var moment = story.next();
            answers.put(moment, story.totals());
            if (i % FOLD_EVERY == 0) {
                sums.fold();
            }
            story.answer("").body("totals.reach.best", equalTo(story.totals()));
        }
        answers.forEach((moment, totals) -> story.answer("&asOf=" + moment).body("totals.reach.best", equalTo(totals)));
    }

    /** The steps, with a model of what should count. */
    private static final class Story {
        private final Random random;
        private final String programme;
        private final List<String> figures = new ArrayList<>();
        private final List<Integer> values = new ArrayList<>();
        private final List<String> reportOf = new ArrayList<>();
        private final List<String> open = new ArrayList<>();
        private final Set<String> approved = new HashSet<>();
        private final Set<String> withdrawn = new HashSet<>();

        Story(long seed) {
            random = new Random(seed);
            programme = "history-" + seed;
            for (int i = 0; i < 3; i++) {
                open.add(Api.begin(Report.of(programme, null, UUID.randomUUID()).without("roundId")));
            }
        }

        /** Takes a random step and returns its recorded moment. */
        String next() {
            var what = random.nextInt(9);
            if (what == 0 && !open.isEmpty()) {
                return approve(open.remove(random.nextInt(open.size())));
            }
            var standing = IntStream.range(0, figures.size())
                    .filter(index -> !withdrawn.contains(figures.get(index)))
                    .toArray();
            if (what < 5 && standing.length > 0) {
                var index = standing[random.nextInt(standing.length)];
                return what == 4 ? withdraw(index) : correct(index);
            }
            return record(open.isEmpty() || random.nextBoolean() ? null : open.get(random.nextInt(open.size())));
        }

        private String withdraw(int index) {
            withdrawn.add(figures.get(index));
            Api.researcher()
                    .body("{\"reason\":\"of another programme\"}")
                    .post(figures.get(index) + "/withdrawal")
                    .then()
                    .statusCode(200);
            decide(index);
            return recordedAt(index);
        }

        private String approve(String report) {
            Api.take(report, "submission", "approval");
            approved.add(report);
            return Api.analyst().get(report).then().extract().path("recordedAt");
        }

        private String record(String report) {
            var value = random.nextInt(1000);
            var figure = Observation.of(programme).reach(value);
            if (report != null) {
                figure.with("reportId", "\"" + report.substring(report.lastIndexOf('/') + 1) + "\"");
            }
            figures.add(Api.record(figure));
            values.add(value);
            reportOf.add(report);
            return recordedAt(figures.size() - 1);
        }

        private String correct(int index) {
            // Another one, because a correction to the same is refused.
            values.set(index, values.get(index) + 1 + random.nextInt(1000));
            Api.researcher()
                    .body("{\"reason\":\"seen again\",\"reach\":{\"value\":" + values.get(index) + "}}")
                    .post(figures.get(index) + "/corrections")
                    .then()
                    .statusCode(201);
            decide(index);
            return recordedAt(index);
        }

        /** What changes a figure of an approved report counts when a reviewer approves it. */
        private void decide(int index) {
            if (reportOf.get(index) != null && approved.contains(reportOf.get(index))) {
                Api.named("another reviewer", Role.REVIEWER)
                        .post(figures.get(index) + "/correction-approval")
                        .then()
                        .statusCode(200);
            }
        }

        private String recordedAt(int index) {
            return Api.analyst().get(figures.get(index)).then().extract().path("recordedAt");
        }

        /** The one total that there is, or none while nothing counts. */
        List<Integer> totals() {
            var sum = 0;
            var counting = 0;
            for (int i = 0; i < figures.size(); i++) {
                if (!withdrawn.contains(figures.get(i))
                        && (reportOf.get(i) == null || approved.contains(reportOf.get(i)))) {
                    sum += values.get(i);
                    counting++;
                }
            }
            return counting == 0 ? List.of() : List.of(sum);
        }

        ValidatableResponse answer(String more) {
            return Api.statistics("by=targetGroup&programme=" + programme + more);
        }
    }
}
