package nl.doorlichting.api.figures;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Fact;
import nl.doorlichting.domain.figures.Question;
import nl.doorlichting.domain.figures.ReachSource;
import nl.doorlichting.domain.figures.ReachSql;
import nl.doorlichting.domain.figures.Structure;
import nl.doorlichting.domain.figures.TableMaker;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.domain.quantity.QuantitySum;
import nl.doorlichting.domain.vocabulary.TargetGroup;
import nl.doorlichting.domain.vocabulary.Track;

/** Answers of everyday size of figures that nobody recorded: what an application runs to be warm before the first request. */
public final class MadeUpReach {
    private static final int FIRST_YEAR = 2007;
    private static final int YEARS = 5;

    /** Questions of a programme that is not there, because a code has a letter or a digit. */
    public static final List<Question> QUESTIONS = List.of(
            question(Dimension.TARGET_GROUP, Dimension.YEAR),
            question(Dimension.TARGET_GROUP).only(Dimension.TRACK, Track.LOCAL),
            question(Dimension.MUNICIPALITY));

    private static final List<Fact<QuantitySum>> FACTS = Arrays.stream(TargetGroup.values())
            .flatMap(group -> IntStream.range(FIRST_YEAR, FIRST_YEAR + YEARS)
                    .mapToObj(year -> Fact.of(1, QuantitySum.of(new Quantity.Exact(year)))
                            .during(Period.ofYear(year))
                            .in(Set.of("GM0363"))
                            .stating(Map.of(
                                    Dimension.TARGET_GROUP, Set.of(group), Dimension.TRACK, Set.of(Track.LOCAL)))))
            .toList();

    private MadeUpReach() {}

    private static Question question(Dimension... by) {
        return new Question(Structure.REACH, " ", null, null, Set.of(by), Map.of(), null, null);
    }

    /** The answer of one source. */
    public static ReachAnswer answer(Question question, ReachSource source, MunicipalityRegister register) {
        var table = TableMaker.table(question, register, ReachSql.measure(), FACTS);
        return ReachAnswer.whole(source, table, row -> ReachAnswer.Links.NONE, register.version(), "made up");
    }
}
