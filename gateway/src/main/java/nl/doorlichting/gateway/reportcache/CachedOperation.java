package nl.doorlichting.gateway.reportcache;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.doorlichting.gateway.GatewayAccess;
import nl.doorlichting.gateway.contract.Service;
import nl.doorlichting.platform.caller.Caller;
import nl.doorlichting.platform.edge.PathTemplate;
import nl.doorlichting.platform.lists.CsvExport;

/**
 * An operation whose answers are kept, and the data sets of each service that they are made from. Whether a reference is
 * known is asked of other services too, but what is known once stays known, and an answer that lacks one of theirs is not
 * kept.
 */
enum CachedOperation {
    REACH(
            "/v1/reports/reach",
            GatewayAccess.READ_RESULT_STATISTICS,
            Map.of(Service.REPORTING, List.of("reach"), Service.TRAINING, List.of("training")),
            // Those of the lists that its rows link to, and of the records that its filters name.
            Set.of(
                    GatewayAccess.READ_INVENTORIES,
                    GatewayAccess.READ_PROJECT_RESULTS,
                    GatewayAccess.READ_TRAININGS,
                    GatewayAccess.READ_TRAINING_RESULTS,
                    GatewayAccess.READ_PROJECTS,
                    GatewayAccess.READ_ORGANISATIONS,
                    GatewayAccess.READ_EVERY_ORGANISATION),
            null),
    EFFECTS(
            "/v1/reports/effects",
            GatewayAccess.READ_RESULT_STATISTICS,
            Map.of(Service.REPORTING, List.of("effects"), Service.TRAINING, List.of("training"))),
    TRAINING(
            "/v1/reports/training",
            GatewayAccess.READ_TRAINING_STATISTICS,
            Map.of(Service.TRAINING, List.of("training"))),
    FINANCES("/v1/reports/finances", GatewayAccess.READ_BUDGET, Map.of(Service.FUNDING, List.of("funding", "awards"))),
    DOSSIER(
            "/v1/projects/{id}/dossier",
            GatewayAccess.READ_DOSSIERS,
            Map.of(
                    Service.FUNDING,
                    List.of("funding", "awards"),
                    Service.TRAINING,
                    List.of("training"),
                    Service.REPORTING,
                    List.of("reach", "effects", "results")),
            Set.of(),
            new Part(Service.REPORTING, "reach")),
    /** Of the funding service, which makes the pages. */
    PROJECTS(
            "/v1/projects",
            GatewayAccess.READ_PROJECTS,
            Map.of(Service.FUNDING, List.of("funding")),
            // Whose projects a list has, and what its caller may do with them.
            Set.of(GatewayAccess.READ_EVERY_ORGANISATION, GatewayAccess.WRITE_PROJECTS),
            null) {
        @Override
        boolean isForwarded() {
            return true;
        }
    };

    private final String path;
    private final PathTemplate answer;
    private final PathTemplate table;
    private final String rule;
    private final Map<Service, List<String>> dataSets;
    private final Set<String> rules;
    private final Part part;

    /** A data set of which the answers are made from what is about the thing in their path only. */
    record Part(Service service, String dataSet) {
        private static final Pattern ID =
                Pattern.compile("/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})/");

        /** The id in a path; empty where it is not written as services write it. */
        static Optional<String> idIn(String path) {
            var found = ID.matcher(path);
            return found.find() ? Optional.of(found.group(1)) : Optional.empty();
        }
    }

    CachedOperation(String path, String rule, Map<Service, List<String>> dataSets) {
        this(path, rule, dataSets, Set.of(), null);
    }

    CachedOperation(String path, String rule, Map<Service, List<String>> dataSets, Set<String> rules, Part part) {
        this.path = path;
        this.answer = new PathTemplate(path);
        this.table = new PathTemplate(path + CsvExport.PATH);
        this.rule = rule;
        this.dataSets = new TreeMap<>(dataSets);
        this.rules = new TreeSet<>(rules);
        this.part = part;
    }

    /** The operation of this path, or of its table. */
    static Optional<CachedOperation> of(String path) {
        return Arrays.stream(values())
                .filter(operation -> operation.template(path).isPresent())
                .findFirst();
    }

    /**
     * The template of this path, if it is one of this operation or of its table. The table of a list has all of its pages, and is
     * forwarded while the service still writes it.
     */
    Optional<String> template(String of) {
        if (answer.matches(of)) {
            return Optional.of(path);
        }
        return !isForwarded() && table.matches(of) ? Optional.of(path + CsvExport.PATH) : Optional.empty();
    }

    /** Whether a service makes the whole answer, with links that repeat the query as it was asked. */
    boolean isForwarded() {
        return false;
    }

    /** Whether it answers this caller from what is recorded now. To others it gives releases, or nothing. */
    boolean isAllowedTo(Caller caller) {
        return caller.may(rule);
    }

    /**
     * The rights of this caller that its answers depend on: those of the rules that decide what is in an answer, where these are
     * known, else the roles. Tests of the services compare the answers of callers with the same rights.
     */
    String rightsOf(Caller caller) {
        return rules.isEmpty()
                ? caller.roles().stream().sorted().collect(Collectors.joining(" "))
                : rules.stream().filter(caller::may).collect(Collectors.joining(" "));
    }

    /** The services that its answers are made from. */
    List<Service> services() {
        return List.copyOf(dataSets.keySet());
    }

    /** The data set of which only a part matters, if there is one. */
    Optional<Part> part() {
        return Optional.ofNullable(part);
    }

    /** The names of the data sets of this service. */
    List<String> dataSetsOf(Service service) {
        return dataSets.get(service);
    }
}
