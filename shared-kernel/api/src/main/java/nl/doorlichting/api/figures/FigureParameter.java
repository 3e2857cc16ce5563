package nl.doorlichting.api.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.figures.Structure;

/**
 * One query parameter of a question.
 *
 * @param type of its value, which is checked before the question is made
 * @param example may be null
 * @param pattern may be null
 */
record FigureParameter(String name, Class<?> type, String description, String example, String pattern) {

    static List<FigureParameter> of(Structure structure) {
        var parameters = new ArrayList<FigureParameter>();
        parameters.add(new FigureParameter("programme", String.class, programme(structure), "APR-2007-2011", null));
        parameters.add(new FigureParameter("from", LocalDate.class, from(structure), null, null));
        parameters.add(new FigureParameter("until", LocalDate.class, until(structure), null, null));
        parameters.add(by(structure));
        structure.filters().forEach(dimension -> parameters.add(filter(structure, dimension)));
        if (structure.isReported()) {
            parameters.add(new FigureParameter(
                    "boundaries",
                    LocalDate.class,
                    "Re-express the answer in the municipalities of this day; as recorded when absent.",
                    "2011-01-01",
                    null));
            parameters.add(new FigureParameter(
                    "asOf",
                    Instant.class,
                    "Recorded time, UTC: what was known at that moment; now when absent. Such an answer may take" + " "
                            + CostClass.WIDE.most().toSeconds() + " seconds.",
                    "2011-06-30T12:00:00Z",
                    null));
        }
        return parameters;
    }

    private static String programme(Structure structure) {
        var all = "Code of a programme; all when absent.";
        return structure.isReported()
                ? all + " Without a token it is needed as soon as several programmes have a release."
                : all;
    }

    private static FigureParameter by(Structure structure) {
        var usual = structure.usual().stream().map(Dimension::jsonName).collect(Collectors.joining(","));
        return new FigureParameter(
                "by",
                String.class,
                "Dimensions of the rows, "
                        + (structure.most() < structure.rows().size() ? "at most " + structure.most() + ", " : "")
                        + "separated by commas; " + usual + " when absent."
                        + (structure.most() > CostClass.EVERYDAY_DIMENSIONS
                                ? " With more than " + CostClass.EVERYDAY_DIMENSIONS + " an answer may take "
                                        + CostClass.WIDE.most().toSeconds() + " seconds."
                                : ""),
                null,
                listOf(structure.rows().stream().map(Dimension::jsonName)));
    }

    private static FigureParameter filter(Structure structure, Dimension dimension) {
        var example = switch (dimension) {
            case MUNICIPALITY -> "GM0988";
            case PROVINCE -> "PV31";
            default -> null;
        };
        var only = description(structure, dimension);
        return structure.isReported()
                ? new FigureParameter(
                        dimension.jsonName(),
                        String.class,
                        only
                                + " Several values are separated by commas: any of them. NOT_STATED: those that state none.",
                        example,
                        dimension.isCoded() ? pattern(dimension) : null)
                : new FigureParameter(dimension.jsonName(), dimension.type(), only, example, null);
    }

    private static String pattern(Dimension dimension) {
        return listOf(Stream.concat(dimension.codes().stream(), Stream.of(Dimension.NOT_STATED)));
    }

    private static String listOf(Stream<String> values) {
        var one = values.collect(Collectors.joining("|", "(", ")"));
        return "^" + one + "(," + one + ")*$";
    }

    private static String description(Structure structure, Dimension dimension) {
        // The name says it.
        return structure == Structure.ADVICE ? null : "Only " + wanted(structure, dimension) + ".";
    }

    private static String wanted(Structure structure, Dimension dimension) {
        var stating = counted(structure) + " that state ";
        return switch (dimension) {
            case ACTION_LINE -> stating + "this action line (actielijn)";
            case TRACK -> stating + "this track (spoor)";
            case FUNDING_INSTRUMENT -> stating + "that money went out in this way";
            case INTERVENTION_TYPE -> stating + "this type of intervention";
            case TARGET_GROUP -> "this target group";
            case TRAINING_TYPE -> "this training type";
            case PHENOMENON ->
                structure == Structure.TRAINING
                        ? "figures about this phenomenon (fenomeen): of a session, that of its training type"
                        : stating + "this phenomenon (fenomeen)";
            case PERIOD -> "figures of this period as recorded, like 2010, 2007-2009 or 2009-09-01/2010-07-01";
            case YEAR -> "figures that lie within this year";
            case ROUND -> stating + "this inventory round";
            case INTENSITY -> stating + "this intensity";
            case ORGANISATION -> stating + "this organisation";
            case PROJECT -> counted(structure) + " of this project; tallies have none";
            case MUNICIPALITY -> "this municipality, on the map of boundaries when given";
            case PROVINCE -> "municipalities of this province";
            default -> stating + "this " + dimension.jsonName();
        };
    }

    private static String from(Structure structure) {
        return switch (structure) {
            case EFFECTS -> "First day of the records wanted; periods that stick out are left out and counted.";
            case ADVICE -> "First day of receipt; partly overlapping tallies are left out and counted.";
            default -> "First day of the figures wanted; figures that stick out are left out and counted.";
        };
    }

    private static String until(Structure structure) {
        return structure == Structure.ADVICE
                ? "First day after."
                : "First day after the " + counted(structure) + " wanted.";
    }

    private static String counted(Structure structure) {
        return structure == Structure.EFFECTS ? "records" : "figures";
    }
}
