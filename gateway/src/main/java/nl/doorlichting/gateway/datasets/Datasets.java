package nl.doorlichting.gateway.datasets;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import nl.doorlichting.gateway.clients.reporting.PublishedReleases;
import nl.doorlichting.gateway.clients.reporting.PublishedReleases.Release;
import nl.doorlichting.gateway.clients.reporting.ReportingClient;
import nl.doorlichting.gateway.reports.Completeness;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;

/** Makes descriptions of datasets from configuration and from releases. */
@ApplicationScoped
public class Datasets {
    private static final String RELEASES = "/v1/releases/";
    private static final String CODELISTS = "/v1/codelists/";

    private final DatasetConfig config;
    private final ReportingClient reporting;

    Datasets(DatasetConfig config, ReportingClient reporting) {
        this.config = config;
        this.reporting = reporting;
    }

    /** Those that have a release, by their id. */
    Uni<List<DatasetResponse>> all() {
        return each(this::find);
    }

    /** The same from the latest releases alone: it differs when they do, without a list of all releases. */
    public Uni<List<DatasetResponse>> allLatest() {
        return each(this::latest);
    }

    private Uni<List<DatasetResponse>> each(Function<String, Uni<Optional<DatasetResponse>>> find) {
        var each =
                new TreeMap<>(config.programmes()).keySet().stream().map(find).toList();
        if (each.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.join()
                .all(each)
                .andFailFast()
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    /** The one of this programme, once it has a release. */
    Uni<Optional<DatasetResponse>> find(String id) {
        var programme = config.programmes().get(id);
        if (programme == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return reporting
                .releases(id)
                .map(Completeness::required)
                .map(page -> dataset(
                        id,
                        programme,
                        page.items().stream().filter(Release::isPublished).toList()));
    }

    /** The same from the latest release alone, of which the dates of earlier ones are. */
    Uni<Optional<DatasetResponse>> latest(String id) {
        var programme = config.programmes().get(id);
        if (programme == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        return reporting
                .latestRelease(id)
                .map(Completeness::required)
                .map(release -> dataset(id, programme, List.of(release)))
                .onFailure(Datasets::isNotFound)
                .recoverWithItem(Optional.empty());
    }

    private static boolean isNotFound(Throwable failure) {
        return failure instanceof ProblemException problem && problem.type() == ProblemType.NOT_FOUND;
    }

    private Optional<DatasetResponse> dataset(String id, DatasetConfig.Programme programme, List<Release> releases) {
        if (releases.isEmpty()) {
            return Optional.empty();
        }
        var latest = releases.get(0);
        var sameStructure = releases.stream()
                .takeWhile(release -> haveSameStructure(release, latest))
                .toList();
        return Optional.of(new DatasetResponse(
                id,
                programme.title().dutch(),
                programme.title().english(),
                programme.description().dutch(),
                programme.description().english(),
                config.publisher(),
                new DatasetResponse.Contact(
                        config.contactName(), config.contactEmail().orElse(null)),
                config.licence(),
                config.revisionPolicy().dutch(),
                config.revisionPolicy().english(),
                new DatasetResponse.LatestRelease(
                        latest.id(),
                        latest.name(),
                        latest.certainty(),
                        latest.asOf(),
                        latest.calculationVersion(),
                        latest.registerVersion(),
                        latest.codelistVersion(),
                        RELEASES + latest.id() + "/file"),
                releases.get(releases.size() - 1).publishedAt(),
                latest.publishedAt(),
                sameStructure.get(sameStructure.size() - 1).publishedAt(),
                programme.nextRelease().orElse(null),
                latest.tables().stream()
                        .flatMap(table -> table.dimensions().stream())
                        .map(PublishedReleases.Dimension::codelist)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .map(codelist -> CODELISTS + codelist)
                        .toList(),
                latest.tables().stream().map(table -> table(latest, table)).toList()));
    }

    private static boolean haveSameStructure(Release one, Release other) {
        return one.calculationVersion().equals(other.calculationVersion())
                && one.registerVersion().equals(other.registerVersion())
                && one.codelistVersion().equals(other.codelistVersion())
                && names(one).equals(names(other));
    }

    private static List<String> names(Release release) {
        return release.tables().stream().map(PublishedReleases.Table::name).toList();
    }

    private static DatasetResponse.Table table(Release release, PublishedReleases.Table table) {
        var path = RELEASES + release.id() + "/tables/" + table.name();
        var hasFormats = !table.measures().isEmpty();
        return new DatasetResponse.Table(
                table.name(),
                table.dimensions().stream()
                        .map(dimension -> new DatasetResponse.Dimension(
                                dimension.name(),
                                dimension.labelDutch(),
                                dimension.labelEnglish(),
                                dimension.codelist() == null ? null : CODELISTS + dimension.codelist()))
                        .toList(),
                table.additive(),
                table.byPlace(),
                table.rows(),
                table.measures().stream()
                        .map(measure -> new DatasetResponse.Measure(
                                measure.name(),
                                measure.labelDutch(),
                                measure.labelEnglish(),
                                measure.unitDutch(),
                                measure.unitEnglish(),
                                measure.decimals()))
                        .toList(),
                path,
                hasFormats ? path + "/csv" : null,
                hasFormats ? path + "/json-stat" : null);
    }
}
