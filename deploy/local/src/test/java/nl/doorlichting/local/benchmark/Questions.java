package nl.doorlichting.local.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.doorlichting.local.identity.Tokens;

/** What users ask, of 5,000 different questions each where there are so many, or as many as the property says. Programmes are drawn by their projects. */
final class Questions {
    private static final int DIFFERENT = Integer.getInteger("different", 5_000);
    private static final List<String> REPORT_READERS = List.of("ANALYST", "PROGRAMME_MANAGER", "REVIEWER");
    private static final List<String> BUDGET_READERS =
            List.of("ANALYST", "PROGRAMME_MANAGER", "GRANT_OFFICER", "CONTROLLER");
    private static final List<String> STAFF = List.of("ANALYST", "RESEARCHER", "GRANT_OFFICER", "REVIEWER");
    private static final List<String> TRACKS = List.of("LOCAL", "NATIONAL", "INTERNATIONAL");
    private static final List<String> DIMENSIONS = List.of(
            "year",
            "roundId",
            "targetGroup",
            "track",
            "actionLine",
            "fundingInstrument",
            "interventionType",
            "phenomenon",
            "intensity",
            "province",
            "municipality");

    private final SampleData data;
    private final Tokens tokens;
    private final Random lot = new Random(17);

    Questions(SampleData data, Tokens tokens) {
        this.data = data;
        this.tokens = tokens;
    }

    /** The unit in which the others are expressed: public, and answered by the gateway alone. */
    Question unit() {
        List<String> paths = data.municipalities().stream()
                .map(code -> "/v1/municipalities/" + code)
                .toList();
        return Question.ofMany("municipality, public (the unit)", paths, List.of());
    }

    /** Reads that are repeated, in the order of the table. */
    List<Question> repeated() {
        List<String> byMunicipality = different(this::reachByMunicipality);
        return List.of(
                Question.ofMany("`/v1/me`", List.of("/v1/me"), tokens(STAFF)),
                Question.ofMany(
                        "reach by target group and year, one track",
                        different(this::reachByTargetGroup),
                        tokens(REPORT_READERS)),
                Question.ofMany("reach by municipality", byMunicipality, tokens(REPORT_READERS)),
                Question.ofManyCompressed("reach by municipality, gzip", byMunicipality, tokens(REPORT_READERS)),
                Question.ofMany(
                        "dossier of a project",
                        different(() -> "/v1/projects/" + project().id() + "/dossier"),
                        tokens(List.of("ANALYST"))),
                Question.ofMany(
                        "50 projects of a municipality, with total",
                        different(this::projectsOfMunicipality),
                        tokens(STAFF)),
                Question.ofMany(
                        "finances",
                        different(() ->
                                "/v1/reports/finances?programme=" + project().programme()),
                        tokens(BUDGET_READERS)));
    }

    Question anyThreeDimensions() {
        List<String> triples = triples();
        Supplier<String> path =
                () -> "/v1/reports/reach?programme=" + project().programme() + "&by=" + one(triples) + months();
        return Question.inOrder("reach by any three dimensions, each once", different(path), tokens.of("ANALYST"));
    }

    Question creation(NewObservations observations) {
        return Question.creation(
                "create an observation", "/v1/reach-observations", tokens.of("RESEARCHER"), observations::next);
    }

    private String reachByTargetGroup() {
        return "/v1/reports/reach?programme=" + project().programme() + "&by=targetGroup,year&track=" + one(TRACKS)
                + sometimes("&actionLine=", "PREVENTION", "PROACTION", "REPRESSION") + months();
    }

    private String reachByMunicipality() {
        return "/v1/reports/reach?programme=" + project().programme() + "&by=municipality"
                + sometimes("&targetGroup=", "YOUTH_AND_PUPILS", "STUDENTS", "OTHER")
                + sometimes("&boundaries=", "2009-07-01", "2012-01-01", "2019-01-01") + months();
    }

    private String projectsOfMunicipality() {
        return "/v1/projects?pageSize=50&municipality=" + one(data.municipalities())
                + sometimes("&sort=", "code", "-code", "name", "-createdAt")
                + sometimes("&year=", "2009", "2010", "2011");
    }

    /** From the first day of a month until that of a later one; sometimes no limit. */
    private String months() {
        int from = lot.nextInt(36);
        int until = from + 12 + lot.nextInt(49 - from);
        LocalDate start = LocalDate.of(2007, 1, 1);
        return lot.nextInt(4) == 0 ? "" : "&from=" + start.plusMonths(from) + "&until=" + start.plusMonths(until);
    }

    private String sometimes(String parameter, String... values) {
        return lot.nextBoolean() ? "" : parameter + one(List.of(values));
    }

    private SampleData.Project project() {
        return one(data.projects());
    }

    private <T> T one(List<T> among) {
        return among.get(lot.nextInt(among.size()));
    }

    /** Fewer where there are not so many. */
    private static List<String> different(Supplier<String> path) {
        Set<String> paths = new LinkedHashSet<>();
        for (int tries = 0; tries < 10 * DIFFERENT && paths.size() < DIFFERENT; tries++) {
            paths.add(path.get());
        }
        return new ArrayList<>(paths);
    }

    private List<String> tokens(List<String> roles) {
        return roles.stream().map(tokens::of).toList();
    }

    private static List<String> triples() {
        int count = DIMENSIONS.size();
        return IntStream.range(0, count)
                .boxed()
                .flatMap(a -> IntStream.range(a + 1, count)
                        .boxed()
                        .flatMap(b -> IntStream.range(b + 1, count)
                                .boxed()
                                .flatMap(c -> Stream.of(
                                        String.join(",", DIMENSIONS.get(a), DIMENSIONS.get(b), DIMENSIONS.get(c))))))
                .toList();
    }
}
