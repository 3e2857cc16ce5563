package nl.doorlichting.reporting.releases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import nl.doorlichting.reporting.releases.tables.DimensionSet;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.junit.jupiter.api.Test;

/** What tables of releases are by is enumerated where it is asked for. */
class DimensionSetContractTest {
    private static final List<String> ALL = Stream.of(DimensionSet.values())
            .map(DimensionSet::dimensions)
            .distinct()
            .toList();

    @Test
    void parameterNamesAllSets() {
        var asked = Stream.of(ReleasedReportResource.class.getMethods())
                .filter(method -> method.getName().equals("getReleasedReport"))
                .flatMap(method -> Arrays.stream(method.getParameters()))
                .map(parameter -> parameter.getAnnotation(Parameter.class))
                .filter(parameter -> parameter != null && parameter.schema().enumeration().length > 0)
                .map(parameter -> List.of(parameter.schema().enumeration()))
                .toList();
        assertEquals(List.of(ALL), asked);
    }
}
