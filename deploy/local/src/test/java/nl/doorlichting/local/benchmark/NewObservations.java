package nl.doorlichting.local.benchmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import nl.doorlichting.local.Json;

/**
 * Observations that do not exist yet. A project can have 1,080: of each target group, intensity and period one. Those of
 * {@code reporting.sql} are the first of the same order.
 */
final class NewObservations {
    private static final List<String> TARGET_GROUPS = List.of(
            "YOUTH_AND_PUPILS",
            "PROFESSIONALS_AND_OFFICIALS",
            "TARGET_GROUP_ORGANISATIONS_AND_KEY_PERSONS",
            "STUDENTS",
            "OTHER");
    private static final List<String> INTENSITIES =
            List.of("INDIVIDUAL_GUIDANCE", "COURSE", "EVENT", "EXHIBITION", "MEDIA");
    private static final List<String> PERIODS = periods();
    private static final int FIGURES = 1_080;
    private static final int EXISTING = 60;

    private final List<SampleData.Project> projects;
    private final AtomicInteger next = new AtomicInteger();

    NewObservations(List<SampleData.Project> projects) {
        this.projects = projects;
    }

    /** The body of a request that creates the next one. */
    String next() {
        int n = next.getAndIncrement();
        int position = n % projects.size();
        int order = EXISTING + n / projects.size();
        if (order >= FIGURES) {
            throw new IllegalStateException("Every project has all figures that it can have");
        }
        int figure = (37 * order + 1 + position) % FIGURES;
        ObjectNode body = projects.get(position).fields().deepCopy();
        body.put("targetGroup", TARGET_GROUPS.get(figure % 5));
        body.put("intensity", figure / 5 % 6 < 5 ? INTENSITIES.get(figure / 5 % 6) : null);
        body.set("period", Json.read(PERIODS.get(figure / 30)));
        body.putObject("reach").put("kind", "EXACT").put("value", 1 + n % 500);
        body.put("includedIn", "NONE").put("source", "benchmark");
        return body.toString();
    }

    /** Years, halves, quarters and the whole programme. */
    private static List<String> periods() {
        List<String> periods = new ArrayList<>();
        for (int months : new int[] {12, 6, 3, 60}) {
            for (int month = 0; month < 60; month += months) {
                LocalDate from = LocalDate.of(2007, 1, 1).plusMonths(month);
                periods.add("{\"from\":\"%s\",\"until\":\"%s\"}".formatted(from, from.plusMonths(months)));
            }
        }
        return periods;
    }
}
