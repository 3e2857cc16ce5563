package nl.doorlichting.reporting.reach;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.doorlichting.domain.quantity.Quantity;

/** An observation that passed every check of its own. */
public final class ReachIntakeRow {
    private final ReachFigure figure;

    ReachIntakeRow(ReachFigure figure) {
        this.figure = figure;
    }

    /** The codes of its place in the order that the key of a figure has them. */
    public List<String> keyMunicipalities() {
        return figure.place().municipalities().stream().sorted().toList();
    }

    /** Writes the first version of the observation as a row of COPY, in the order of {@link ReachIntake#COLUMNS}. */
    public void copyTo(StringBuilder copy, UUID id, Instant at, String by) {
        var row = new CopyRow(copy);
        row.plain(id).plain(1).plain(at).text(by).plain(false).text(figure.reference());
        row.text(figure.programme()).plain(figure.projectId()).text(figure.organisationId());
        row.plain(figure.roundId()).plain(figure.reportId());
        row.plain(figure.track()).plain(figure.actionLine()).plain(figure.fundingInstrument());
        row.plain(figure.period().from()).plain(figure.period().until()).plain(figure.targetGroup());
        copyQuantity(row, figure.reach());
        var place = figure.place();
        row.plain(place.scope())
                .array(place.municipalities())
                .text(place.subArea())
                .plain(place.country());
        row.plain(figure.intensity()).plain(figure.method()).array(figure.overlaps());
        row.text(figure.includedIn()).text(figure.source()).text(figure.note());
    }

    private static void copyQuantity(CopyRow row, Quantity quantity) {
        row.plain(quantity.kind());
        if (quantity instanceof Quantity.Exact exact) {
            copyParts(row, exact.value(), null, null, null, null);
        } else if (quantity instanceof Quantity.Approximate about) {
            copyParts(row, about.value(), about.plusMinus(), null, null, null);
        } else if (quantity instanceof Quantity.Range range) {
            copyParts(row, null, null, range.minimum(), range.maximum(), null);
        } else if (quantity instanceof Quantity.AtLeast atLeast) {
            copyParts(row, atLeast.value(), null, null, null, null);
        } else if (quantity instanceof Quantity.Vague vague) {
            copyParts(row, null, null, null, null, vague.text());
        } else {
            copyParts(row, null, null, null, null, ((Quantity.NotMeasured) quantity).reason());
        }
    }

    private static void copyParts(CopyRow row, Long value, Long margin, Long minimum, Long maximum, String words) {
        row.plain(value).plain(margin).plain(minimum).plain(maximum).text(words);
    }
}
