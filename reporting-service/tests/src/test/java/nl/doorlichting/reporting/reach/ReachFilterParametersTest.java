package nl.doorlichting.reporting.reach;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Collectors;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.FundingInstrument;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.junit.jupiter.api.Test;

/** The documented patterns have every code. */
class ReachFilterParametersTest {
    @Test
    void patternHasEveryCode() throws NoSuchFieldException {
        assertHasCodes("targetGroup", TargetGroup.values());
        assertHasCodes("track", Track.values());
        assertHasCodes("actionLine", ActionLine.values());
        assertHasCodes("fundingInstrument", FundingInstrument.values());
    }

    private static void assertHasCodes(String field, Enum<?>... codes) throws NoSuchFieldException {
        var pattern = ReachTallyResource.FilterParameters.class
                .getDeclaredField(field)
                .getAnnotation(Parameter.class)
                .schema()
                .pattern();
        var all = Arrays.stream(codes).map(Enum::name).collect(Collectors.joining(","));
        assertTrue((all + "," + Dimension.NOT_STATED).matches(pattern), field);
        assertFalse((all + ",").matches(pattern), field);
    }
}
