package nl.doorlichting.reporting.releases.tables;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.test.junit.QuarkusMock;
import java.time.Instant;
import java.util.List;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.reporting.effectstatistics.EffectStatisticsService;
import nl.doorlichting.reporting.reachstatistics.ReachStatisticsService;

/** The calculation of a version to come, which counts otherwise. */
public final class LaterCalculation {
    public static final String VERSION = "3";

    private LaterCalculation() {}

    /** Makes the running service calculate with it until the end of the test. It counts one more where it counted this. */
    public static void install(long counted) {
        var later =
                new ReleaseCalculation(
                        bean(ReachStatisticsService.class),
                        bean(EffectStatisticsService.class),
                        bean(TrainingFigures.class),
                        bean(CountProtection.class),
                        bean(ReviewTables.class),
                        bean(ChangedFigureQueries.class),
                        bean(MunicipalityRegister.class),
                        bean(ObjectMapper.class)) {
                    @Override
                    public String version() {
                        return VERSION;
                    }

                    @Override
                    public List<FinishedTable> tables(
                            String programme, Instant asOf, List<CountProtection.Earlier> earlier) {
                        return super.tables(programme, asOf, earlier).stream()
                                .map(table -> otherwise(table, counted))
                                .toList();
                    }
                };
        QuarkusMock.installMockForType(later, ReleaseCalculation.class);
    }

    private static FinishedTable otherwise(FinishedTable table, long counted) {
        return new FinishedTable(
                table.set(),
                table.head(),
                table.additive(),
                table.cells().stream()
                        .map(cell -> new FinishedTable.Cell(
                                cell.key(), cell.line().replace("\"best\":" + counted, "\"best\":" + (counted + 1))))
                        .toList());
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
