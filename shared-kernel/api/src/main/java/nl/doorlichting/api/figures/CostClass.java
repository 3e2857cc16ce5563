package nl.doorlichting.api.figures;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.platform.lists.CsvExport;

/**
 * How much work it is to answer a read, and so how long its answer may take. The gateway waits no longer, and a service
 * refuses a question for which its caller waits less than it needs. Source: docs/design/contract.md#deadlines.
 */
public enum CostClass {
    /** From sums or by an index. */
    EVERYDAY(Duration.ZERO, Duration.ofSeconds(2)),
    /** From records: an earlier state, whole tables, rows by three dimensions, by project, or by place and another field or period. */
    WIDE(EVERYDAY.most, Duration.ofSeconds(12));

    static final int EVERYDAY_DIMENSIONS = 2;

    private static final String KEY = CostClass.class.getName();
    private static final Pattern SUMMED =
            Pattern.compile("/(reports/(reach|training)|(reach|training)-statistics(/reach)?)(/csv)?$");
    // They are made of reports, or of every project.
    private static final Pattern COMPOSED = Pattern.compile("^(/review|/v1/(claims/[^/]{1,40}/evaluation|reports/claims"
            + "|reports/data-quality(/counts)?|reports/policy-review(/projects)?"
            + "|(budget|reach)-statistics/projects))$");
    private static final Set<Dimension> PLACES = EnumSet.of(Dimension.MUNICIPALITY, Dimension.PROVINCE);
    // The last has the name of the parameter from, which is a day there.
    private static final Set<Dimension> KEPT_BY_PLACE = EnumSet.of(
            Dimension.PERIOD,
            Dimension.YEAR,
            Dimension.TARGET_GROUP,
            Dimension.TRAINING_TYPE,
            Dimension.MUNICIPALITY,
            Dimension.PROVINCE,
            Dimension.UNALLOCATED_FROM);

    private final Duration least;
    private final Duration most;

    CostClass(Duration least, Duration most) {
        this.least = least;
        this.most = most;
    }

    /** The class of what a request asks for, which is found once. */
    public static CostClass of(RoutingContext context) {
        CostClass known = context.get(KEY);
        if (known != null) {
            return known;
        }
        var found = of(context.request().path(), context.request().query());
        context.put(KEY, found);
        return found;
    }

    static CostClass of(String path, String query) {
        var parameters = parameters(query);
        var rows = rows(parameters);
        var isWide = path.endsWith(CsvExport.PATH)
                || COMPOSED.matcher(path).find()
                || parameters.containsKey("asOf")
                || rows.size() > EVERYDAY_DIMENSIONS
                || SUMMED.matcher(path).find() && isOfMuch(rows, dimensions(parameters.keySet().stream()));
        return isWide ? WIDE : EVERYDAY;
    }

    /** Whether reach is asked of places together with other fields, which no sums keep. */
    static boolean asksPlacesWithOthers(String path, String query) {
        var parameters = parameters(query);
        return SUMMED.matcher(path).find()
                && asksPlacesWithOthers(asked(rows(parameters), dimensions(parameters.keySet().stream())));
    }

    private static boolean asksPlacesWithOthers(Set<Dimension> asked) {
        return !Collections.disjoint(asked, PLACES) && !KEPT_BY_PLACE.containsAll(asked);
    }

    private static Map<String, List<String>> parameters(String query) {
        return new QueryStringDecoder(query == null ? "" : query, false).parameters();
    }

    private static List<Dimension> rows(Map<String, List<String>> parameters) {
        return dimensions(parameters.getOrDefault("by", List.of()).stream().flatMap(by -> Stream.of(by.split(","))));
    }

    // No sums keep projects, organisations or professions, and those by place keep nothing else but who was reached
    // and the training type. The usual rows, which a request leaves out, are among those. Rows by place and period
    // can be as many as there are records.
    private static boolean isOfMuch(List<Dimension> rows, List<Dimension> filters) {
        var asked = asked(rows, filters);
        return rows.contains(Dimension.PROJECT)
                || asked.contains(Dimension.PROFESSION)
                || asked.contains(Dimension.ORGANISATION)
                || rows.contains(Dimension.PERIOD) && !Collections.disjoint(rows, PLACES)
                || asksPlacesWithOthers(asked);
    }

    private static Set<Dimension> asked(List<Dimension> rows, List<Dimension> filters) {
        var asked = EnumSet.noneOf(Dimension.class);
        asked.addAll(rows);
        asked.addAll(filters);
        return asked;
    }

    private static List<Dimension> dimensions(Stream<String> names) {
        return names.map(Dimension::named).flatMap(Optional::stream).toList();
    }

    /** What a caller has to wait at least, or the question is not begun: an everyday answer may take as long. */
    public Duration least() {
        return least;
    }

    /** From the arrival of the request at the gateway to the head of the answer. */
    public Duration most() {
        return most;
    }
}
